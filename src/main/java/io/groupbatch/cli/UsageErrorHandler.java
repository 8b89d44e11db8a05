package io.groupbatch.cli;

import java.io.File;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.console.TerminalText;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.option.WholeNumberConverter;
import io.groupbatch.text.SpellingSuggestion;
import io.groupbatch.text.ProgramName;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Prints what is wrong with a command line, with our own words where those of picocli are
 * made for programmers.
 */
final class UsageErrorHandler {

	private static final int MOST_SUGGESTIONS = 3;

	private UsageErrorHandler() {
	}

	/** How a command line is read; to be called when all commands are there. */
	static void prepare(CommandLine line) {
		line.setCaseInsensitiveEnumValuesAllowed(true);
		line.setUsageHelpAutoWidth(true);
		// Else picocli itself warns of odd quotes, and prints them as they are.
		CommandLine.tracer().setLevel(CommandLine.TraceLevel.OFF);
		WholeNumberConverter number = new WholeNumberConverter();
		line.registerConverter(int.class, number);
		line.registerConverter(Integer.class, number);
		line.registerConverter(long.class, (text) -> number.convert(text).longValue());
		line.registerConverter(Long.class, (text) -> number.convert(text).longValue());
		line.registerConverter(LocalDate.class, UsageErrorHandler::day);
		line.registerConverter(Path.class, UsageErrorHandler::path);
	}

	/**
	 * Says it on standard error.
	 * @return what the shell is told
	 */
	static int tell(ParameterException ex, String[] args) {
		PrintWriter err = ex.getCommandLine().getErr();
		err.println(Terminal.ofProcess(false, false)
			.shown((ex instanceof UnmatchedArgumentException unknown) ? unknown(unknown)
					: sentence(String.valueOf(ex.getMessage()))));
		err.println("Help: " + ProgramName.command(command(ex)) + "--help");
		return ExitCode.USAGE.code();
	}

	private static String unknown(UnmatchedArgumentException ex) {
		String first = ex.getUnmatched().get(0);
		boolean isOption = ex.isUnknownOption();
		boolean isCommand = !isOption && command(ex).isEmpty();
		if (isCommand && isFile(first)) {
			return "'%s' is a file, not a command. To import it: %s".formatted(first,
					ProgramName.command("import " + TerminalText.quoted(first)));
		}
		List<String> near = isOption ? ex.getSuggestions().stream().limit(1).toList()
				: isCommand ? commandsLike(first, ex) : List.of();
		String problem = isOption ? "There is no option '" + first + "'."
				: isCommand ? "There is no command '" + first + "'." : "'" + first + "' is one argument too many.";
		return problem + (near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?");
	}

	/** The nearest first: picocli takes "doctor" for nearer to "inport" than "import". */
	private static List<String> commandsLike(String word, UnmatchedArgumentException ex) {
		List<String> commands = List.copyOf(ex.getCommandLine().getSubcommands().keySet());
		return Stream
			.concat(SpellingSuggestion.nearest(word.toLowerCase(Locale.ROOT), commands).stream(),
					ex.getSuggestions().stream())
			.distinct()
			.limit(MOST_SUGGESTIONS)
			.toList();
	}

	private static boolean isFile(String word) {
		return word.matches("(?i).+\\.(csv|tsv|txt|xlsx)") || word.contains(File.separator);
	}

	private static String sentence(String message) {
		String said = message.replace("Unknown subcommand '", "There is no command '");
		String first = said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1);
		return first.endsWith(".") || first.endsWith("?") ? first : first + ".";
	}

	/** With a blank behind; empty when none was understood. */
	private static String command(ParameterException ex) {
		String name = ex.getCommandLine().getCommandSpec().qualifiedName();
		return name.equals("groupbatch") ? "" : name.substring("groupbatch ".length()) + " ";
	}

	private static Path path(String text) {
		if (text.isEmpty()) {
			throw new TypeConversionException("an empty text names no file and no folder");
		}
		try {
			return Path.of(text);
		}
		catch (InvalidPathException ex) {
			throw new TypeConversionException(
					"'" + text + "' cannot be a file on this computer: its name has a character"
							+ " that the locale lacks. Set LC_ALL=C.UTF-8, or rename the file");
		}
	}

	private static LocalDate day(String text) {
		try {
			return LocalDate.parse(text);
		}
		catch (DateTimeParseException ex) {
			throw new TypeConversionException("'" + text + "' is not a date such as 2026-10-01");
		}
	}

}
