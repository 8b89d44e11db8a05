package io.groupbatch.cli.console;

import java.io.Console;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;

import io.groupbatch.text.ProgramName;

import org.jspecify.annotations.Nullable;

/**
 * Prints results to standard output and all other messages to standard error. Each line
 * goes through {@link TerminalText#printable}, whatever is in it. Thread-safe.
 */
public final class Terminal {

	private static final int USUAL_COLUMNS = 80;

	private final PrintStream out;

	private final PrintStream err;

	private final boolean quiet;

	private final boolean plain;

	private boolean hasStatus;

	public Terminal(PrintStream out, PrintStream err, boolean quiet, boolean plain) {
		this.plain = plain;
		this.out = out;
		this.err = err;
		this.quiet = quiet;
	}

	/**
	 * The one of this process.
	 * @param plain whether it takes nothing but lines of text, also when no variable says
	 * so
	 */
	public static Terminal ofProcess(boolean quiet, boolean plain) {
		String noColor = System.getenv("NO_COLOR");
		boolean lines = plain || (noColor != null && !noColor.isEmpty()) || "dumb".equals(System.getenv("TERM"));
		return new Terminal(utf8(System.out), utf8(System.err), quiet, lines);
	}

	/** For the one who asked. */
	public synchronized void result(String line) {
		clearStatus();
		this.out.println(shown(line));
	}

	/** The same for a script: JSON, in one line or several. */
	public synchronized void json(String text) {
		clearStatus();
		this.out.println(TerminalText.escaped(text));
	}

	/**
	 * Standard output for data: the bytes as they are, or with visible signs in place of
	 * control characters where a terminal shows them. To be flushed, not closed.
	 */
	public static OutputStream data() {
		return (console() != null || TerminalDevice.showsOutput()) ? new VisibleOutput(System.out) : System.out;
	}

	/** For people who watch; silent when asked to be. */
	public synchronized void say(String line) {
		if (!this.quiet) {
			clearStatus();
			this.err.println(shown(line));
		}
	}

	/**
	 * Shows how far the work is, in one line that the next call replaces and anything
	 * else that is told takes away. Only for a screen.
	 */
	synchronized void status(String line) {
		if (!this.quiet) {
			this.err.print("\r" + line + "\u001b[K");
			this.err.flush();
			this.hasStatus = true;
		}
	}

	/** Takes the line away that says how far the work is. */
	synchronized void clearStatus() {
		if (this.hasStatus) {
			this.err.print("\r\u001b[K");
			this.err.flush();
			this.hasStatus = false;
		}
	}

	/** For people, also when asked to be silent: something is not well. */
	public synchronized void warn(String line) {
		clearStatus();
		this.err.println(shown(line));
	}

	/**
	 * A line without control characters, parted between words where a screen is too
	 * narrow.
	 */
	public String shown(String line) {
		return TerminalText.wrapped(TerminalText.printable(line), columns(), ProgramName.get());
	}

	public boolean isQuiet() {
		return this.quiet;
	}

	/** Whether the output is a screen that can show a line again. */
	public boolean isScreen() {
		return !this.plain && console() != null;
	}

	/** How many characters a line takes; any number where there is no screen. */
	public int columns() {
		int told = Integer.getInteger("groupbatch.columns", USUAL_COLUMNS);
		return !isScreen() ? Integer.MAX_VALUE : (told > 0) ? told : USUAL_COLUMNS;
	}

	/** Whether standard input is typed, and standard output seen. */
	public boolean isInteractive() {
		return console() != null;
	}

	/** Whether there is a terminal to ask at, wherever the output goes to. */
	public boolean canAsk() {
		return console() != null || TerminalDevice.find().isPresent();
	}

	/** Asks for a yes; anything else is a no, and so is no answer. */
	public boolean confirms(String question) {
		String answer = answer(shown(question + " [y/N]") + " ");
		return answer != null && (answer.strip().equalsIgnoreCase("y") || answer.strip().equalsIgnoreCase("yes"));
	}

	private static @Nullable String answer(String question) {
		Console console = console();
		if (console != null) {
			return console.readLine("%s", question);
		}
		TerminalDevice device = TerminalDevice.find().orElse(null);
		try {
			return (device != null) ? device.ask(question) : null;
		}
		catch (IOException ex) {
			return null;
		}
	}

	/** Asks for something that must not be seen; null when there is no terminal. */
	public @Nullable String askSecret(String prompt) {
		Console console = console();
		char[] answer = (console != null) ? console.readPassword("%s", prompt) : null;
		return (answer != null) ? new String(answer) : null;
	}

	/** From Java 22 on there is a console also without a terminal; it says so itself. */
	@SuppressWarnings("SystemConsoleNull")
	private static @Nullable Console console() {
		Console console = System.console();
		if (console == null) {
			return null;
		}
		try {
			return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console)) ? console : null;
		}
		catch (NoSuchMethodException ex) {
			return console;
		}
		catch (IllegalAccessException | InvocationTargetException ex) {
			return null;
		}
	}

	private static PrintStream utf8(PrintStream stream) {
		return new PrintStream(stream, true, StandardCharsets.UTF_8);
	}

}
