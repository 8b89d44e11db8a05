package io.groupbatch.text;

/**
 * Static methods that tell how users start the program: {@code ./run.sh} in a checkout,
 * {@code groupbatch} where it is installed.
 */
public final class StartCommand {

	private static final String CHECKOUT = "./run.sh";

	private StartCommand() {
	}

	/** Whether the program was unpacked from a release: its launcher says so. */
	public static boolean isInstalled() {
		return Boolean.getBoolean("groupbatch.installed");
	}

	/** A text for users, whose commands begin as they have to be typed here. */
	public static String in(String text) {
		return isInstalled() ? text.replace(CHECKOUT, "groupbatch") : text;
	}

}
