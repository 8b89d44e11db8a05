package io.groupbatch.text;

/**
 * Static methods that tell how the user calls the program, for commands that are to be
 * typed: the system property {@value #PROPERTY}, which the launcher sets, else
 * {@code ./run.sh}.
 */
public final class ProgramName {

	/** The same, for texts that picocli fills in. */
	public static final String IN_HELP = "${sys:groupbatch.command:-./run.sh}";

	private static final String PROPERTY = "groupbatch.command";

	private ProgramName() {
	}

	/** Whether the program was unpacked from a release: its launcher says so. */
	public static boolean isInstalled() {
		return Boolean.getBoolean("groupbatch.installed");
	}

	/** As an argument of a shell. */
	public static String get() {
		String name = System.getProperty(PROPERTY, "");
		return name.isBlank() ? "./run.sh" : name;
	}

	/** A command to be typed, with a blank between the name and its arguments. */
	public static String command(String arguments) {
		return get() + " " + arguments;
	}

}
