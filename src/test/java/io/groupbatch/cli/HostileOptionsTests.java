package io.groupbatch.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.groupbatch.cli.launch.ApplicationStarter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a user gives an option or writes into a variable: it is told in words, and is
 * no error of the program.
 */
class HostileOptionsTests {

	private static final List<String> VALUES = List.of("", " ", "-1", "0", "99999999999999999999d", "💥\u202e'\"%s{}$1",
			"a\u0000b", "=", "https://u:p@[::1", "x".repeat(10_000));

	private static final List<String> COMMANDS = List.of("import", "plan", "apply", "resume", "cancel", "runs",
			"report", "export", "verify", "template", "audit", "undo");

	private static final List<String> VARIABLES = List.of("DOCSPACE_PORTAL_URL", "DOCSPACE_API_KEY", "HTTPS_PROXY",
			"NO_PROXY");

	private static final Set<String> WRITTEN = Set.of("--log-file", "--metrics-file");

	private static final Pattern OPTION = Pattern.compile("(--[a-z-]+)=.*");

	/** Nothing is at work: what gets as far as this was understood. */
	private static final ApplicationStarter NONE = (folder, settings) -> {
		throw new AssertionError("Spring was started");
	};

	@TempDir
	private Path folder;

	static Stream<String> commands() {
		return COMMANDS.stream();
	}

	/** Options that several commands have in the same words are given to the first. */
	@Test
	void noValueOfAnOptionIsAMistakeOfTheProgram() throws IOException {
		// No command gets further than to its state folder, which is a file.
		Path state = Files.writeString(this.folder.resolve("state"), "");
		Path file = Files.writeString(this.folder.resolve("rows.csv"), "groupName\nA\n");
		Set<String> seen = new HashSet<>();
		for (String command : COMMANDS) {
			OPTION.matcher(told(Map.of(), command, "--help").out())
				.results()
				.filter((one) -> seen.add(one.group()))
				.map((one) -> one.group(1))
				.filter((option) -> !option.equals("--state"))
				.forEach((option) -> check(command, option, file, state));
		}
		assertThat(seen).hasSizeGreaterThan(60);
	}

	private void check(String command, String option, Path file, Path state) {
		for (String value : VALUES) {
			List<String> line = new ArrayList<>(List.of(command));
			line.addAll(positional(command, file));
			// These files are written whatever becomes of the command.
			line.add(option + "=" + (WRITTEN.contains(option) ? this.folder + "/" : "") + value);
			line.addAll(List.of("--state", state.toString()));
			check(told(Map.of(), line.toArray(String[]::new)), line);
		}
	}

	@ParameterizedTest
	@MethodSource("commands")
	void noVariableIsAMistakeOfTheProgram(String command) throws IOException {
		Path state = Files.writeString(this.folder.resolve("state"), "");
		Path file = Files.writeString(this.folder.resolve("rows.csv"), "groupName\nA\n");
		List<String> line = new ArrayList<>(List.of(command, "--state", state.toString()));
		line.addAll(positional(command, file));

		for (String variable : VARIABLES) {
			for (String value : VALUES) {
				check(told(Map.of(variable, value), line.toArray(String[]::new)), List.of(variable, value, command));
			}
		}
	}

	private static List<String> positional(String command, Path file) {
		return switch (command) {
			case "import", "plan", "verify" -> List.of(file.toString());
			case "cancel", "report", "undo", "resume" -> List.of("1");
			case "template" -> List.of("onboarding");
			default -> List.of();
		};
	}

	private static void check(Told told, List<String> given) {
		assertThat(told.exit()).as("%s: %s", given, told.err()).isNotEqualTo(70);
		assertThat(told.err()).as("%s", given).doesNotContain("Exception", "java.");
	}

	private static Told told(Map<String, String> variables, String... line) {
		Map<String, String> environment = new HashMap<>(
				Map.of("DOCSPACE_PORTAL_URL", "http://127.0.0.1:1", "DOCSPACE_API_KEY", "sk-1"));
		environment.putAll(variables);
		PrintStream out = System.out;
		PrintStream err = System.err;
		ByteArrayOutputStream printed = new ByteArrayOutputStream();
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
		System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
		try {
			int exit = Groupbatch.run(line, NONE, environment);
			return new Told(exit, printed.toString(StandardCharsets.UTF_8), said.toString(StandardCharsets.UTF_8));
		}
		finally {
			System.setOut(out);
			System.setErr(err);
		}
	}

	private record Told(int exit, String out, String err) {
	}

}
