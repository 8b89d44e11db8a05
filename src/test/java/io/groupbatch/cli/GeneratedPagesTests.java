package io.groupbatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.cli.option.GlobalOptions;
import io.groupbatch.support.JsonSchemas;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code docs/commands.md} and the manual page are made from the options that the program
 * has, by this test. What they should be is left in {@code target}, to be taken over.
 */
class GeneratedPagesTests {

	private static final CommandSpec ROOT = new Groupbatch((folder, settings) -> {
		throw new IllegalStateException("Nothing is started");
	}, Map.of()).line().getCommandSpec();

	private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*[a-z]\\b");

	@Test
	void thePageOfCommandsIsUpToDate() throws IOException {
		assertUpToDate(Path.of("docs/commands.md"), page());
	}

	@Test
	void theManualPageIsUpToDate() throws IOException {
		assertUpToDate(Path.of("src/dist/man/groupbatch.1"), manual());
	}

	@Test
	void everyCommandThatPrintsJsonHasASchema() {
		assertThat(commands(ROOT).filter((command) -> command.findOption("--json") != null)
			.map((command) -> path(command))).containsExactlyInAnyOrderElementsOf(JsonSchemas.OF_COMMANDS.keySet());
	}

	/** Options of other programs are excepted. */
	@Test
	void aPageNamesOnlyOptionsThatAreThere() throws IOException {
		Set<String> known = new TreeSet<>(Set.of("--rm", "--quick"));
		commands(ROOT).flatMap((command) -> command.options().stream()).forEach((option) -> {
			known.addAll(List.of(option.names()));
			if (option.negatable()) {
				known.add(option.longestName().replace("--", "--no-"));
			}
		});
		Set<String> named = new TreeSet<>();
		try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
			for (Path page : Stream.concat(Stream.of(Path.of("README.md")), docs)
				.filter((file) -> file.toString().endsWith(".md"))
				.toList()) {
				OPTION.matcher(Files.readString(page)).results().forEach((found) -> named.add(found.group()));
			}
		}

		assertThat(named).isNotEmpty().isSubsetOf(known);
	}

	private static void assertUpToDate(Path page, String made) throws IOException {
		Path target = Path.of("target").resolve(page.getFileName());
		Files.createDirectories(target.getParent());
		Files.writeString(target, made);

		assertThat(Files.exists(page) ? Files.readString(page).replace("\r\n", "\n") : "")
			.as("take over %s if it is right", target)
			.isEqualTo(made);
	}

	private static String page() {
		StringBuilder page = new StringBuilder(
				"""
						# All commands and options

						Made from the program by a test; `./run.sh COMMAND --help` prints the same. An installed program is started with
						`groupbatch` instead of `./run.sh`. [Commands](reference/commands.md) explains them.

						""");
		commands(ROOT).forEach(
				(command) -> page.append("- [%s](#%s)\n".formatted(path(command), path(command).replace(' ', '-'))));
		page.append("- [Options of every command](#options-of-every-command)\n");
		commands(ROOT).forEach((command) -> {
			page.append(
					"\n## %s\n\n`%s`\n\n%s\n".formatted(path(command), synopsis(command), text(description(command))));
			table(page, command, false);
		});
		page.append("\n## Options of every command\n");
		table(page, ROOT.subcommands().get("import").getCommandSpec(), true);
		return page.toString();
	}

	private static void table(StringBuilder page, CommandSpec command, boolean common) {
		List<ArgSpec> arguments = arguments(command, common);
		if (!arguments.isEmpty()) {
			page.append("\n| option | means |\n|---|---|\n");
			arguments.forEach((argument) -> page.append("| `%s` | %s |\n".formatted(label(argument).replace("|", "\\|"),
					text(description(argument)).replace("|", "\\|"))));
		}
	}

	private static String manual() {
		StringBuilder page = new StringBuilder(".TH GROUPBATCH 1 \"\" Groupbatch \"User Commands\"\n");
		page.append(".SH NAME\ngroupbatch \\- imports groups in bulk into an ONLYOFFICE DocSpace portal\n");
		page.append(".SH SYNOPSIS\n.B groupbatch\n.I COMMAND\n[\n.I OPTIONS\n]\n");
		page.append(".SH DESCRIPTION\n" + roff(String.join(" ", ROOT.usageMessage().description())) + "\n");
		page.append(roff(String.join(" ", ROOT.usageMessage().footer()).strip()) + "\n.SH COMMANDS\n");
		commands(ROOT).forEach((command) -> {
			page.append(".SS %s\n%s\n.PP\n%s\n".formatted(roff(path(command)),
					"\\fB" + roff(synopsis(command)) + "\\fR", roff(description(command))));
			arguments(command, false).forEach((argument) -> item(page, argument));
		});
		page.append(".SH OPTIONS OF EVERY COMMAND\n");
		arguments(ROOT.subcommands().get("import").getCommandSpec(), true).forEach((argument) -> item(page, argument));
		page.append(".SH EXIT STATUS\n");
		ROOT.usageMessage()
			.exitCodeList()
			.forEach((code, means) -> page.append(".TP\n.B %s\n%s\n".formatted(code.strip(), roff(means))));
		page.append("""
				.SH FILES
				.TP
				.I ~/.local/state/groupbatch
				The runs, and their reports.
				.TP
				.I ~/.config/groupbatch/config.properties
				Defaults of options.
				.SH ENVIRONMENT
				.TP
				.B DOCSPACE_PORTAL_URL
				The portal's address.
				.TP
				.B DOCSPACE_API_KEY
				The API key.
				.TP
				.B HTTPS_PROXY, HTTP_PROXY, NO_PROXY
				The way to the portal.
				.TP
				.B GROUPBATCH_JAVA_OPTIONS
				Options for Java, such as \\-Xmx1g.
				.TP
				.B NO_COLOR
				Plain lines on a terminal.
				""");
		return page.toString();
	}

	private static void item(StringBuilder page, ArgSpec argument) {
		page.append(".TP\n\\fB%s\\fR\n%s\n".formatted(roff(label(argument)), roff(description(argument))));
	}

	private static Stream<CommandSpec> commands(CommandSpec of) {
		return of.subcommands()
			.values()
			.stream()
			.map(CommandLine::getCommandSpec)
			.flatMap((command) -> Stream.concat(Stream.of(command), commands(command)));
	}

	/** Without the name of the program. */
	private static String path(CommandSpec command) {
		return command.qualifiedName().substring("groupbatch ".length());
	}

	private static String synopsis(CommandSpec command) {
		List<String> words = new ArrayList<>(List.of("groupbatch", path(command)));
		command.positionalParameters()
			.forEach((one) -> words.add((one.arity().min() > 0) ? one.paramLabel() : "[" + one.paramLabel() + "]"));
		words.add("[OPTIONS]");
		return String.join(" ", words);
	}

	/** Those that every command has, or its own. */
	private static List<ArgSpec> arguments(CommandSpec command, boolean common) {
		Set<String> shared = new TreeSet<>();
		GlobalOptions.of(command)
			.ifPresent((global) -> CommandSpec.forAnnotatedObject(new GlobalOptions())
				.options()
				.forEach((option) -> shared.add(option.longestName())));
		shared.addAll(List.of("--help", "--version"));
		List<ArgSpec> arguments = new ArrayList<>(common ? List.of() : command.positionalParameters());
		command.options()
			.stream()
			.filter((option) -> !option.hidden() && shared.contains(option.longestName()) == common)
			.sorted(Comparator.comparing(OptionSpec::longestName))
			.forEach(arguments::add);
		return arguments;
	}

	private static String label(ArgSpec argument) {
		if (argument instanceof PositionalParamSpec) {
			return argument.paramLabel();
		}
		OptionSpec option = (OptionSpec) argument;
		String names = String.join(", ",
				Stream.of(option.names()).sorted(Comparator.comparing(String::length)).toList());
		return names.replaceFirst("^--(?=exact$)", "--[no-]")
				+ ((option.arity().max() > 0) ? " " + option.paramLabel().replace("%%", "%") : "");
	}

	private static String description(CommandSpec command) {
		return String.join(" ", command.usageMessage().description());
	}

	private static String description(ArgSpec argument) {
		return String.join(" ", argument.description())
			.replace("${DEFAULT-VALUE}", String.valueOf(argument.defaultValueString()))
			.replace("%%", "%");
	}

	/** As Markdown. */
	private static String text(String plain) {
		return plain.replace("*", "\\*").replace("_", "\\_").replace("<", "&lt;");
	}

	private static String roff(String plain) {
		String text = plain.replace("\\", "\\e").replace("-", "\\-");
		String ascii = text.codePoints()
			.mapToObj((one) -> (one < 128) ? Character.toString(one) : "\\[u%04X]".formatted(one))
			.collect(Collectors.joining());
		return ascii.replaceAll("(?m)^(?=[.'])", "\\\\&");
	}

}
