package io.groupbatch.cli.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.exit.FileErrors;
import io.groupbatch.cli.file.InstallationFolder;
import io.groupbatch.cli.file.PrivateFiles;
import io.groupbatch.cli.option.GlobalOptions;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import org.jspecify.annotations.Nullable;

/**
 * The file of defaults: properties in UTF-8 whose names are those of long options without
 * the dashes. {@code portal} is for all commands that have the option in common,
 * {@code export.format} for one command only. What the command line says counts first,
 * then what a variable says. The API key is never in it, nor what a person decides for
 * one command, such as a yes.
 */
public final class DefaultsFile {

	private static final String NAME = "config.properties";

	private static final Set<String> DECISIONS = Set.of("yes", "rerun", "decide", "portal-moved", "as-other-account",
			"ignore-pause", "include-adopted", "config", "help", "version");

	/** The option, and the variable that says the same. */
	private static final Map<String, String> VARIABLES = Map.of("portal", "DOCSPACE_PORTAL_URL", "api-key-file",
			"DOCSPACE_API_KEY");

	/** What has no use beside {@code --sandbox}, which is typed to try something. */
	private static final Set<String> NOT_OF_SANDBOX = Set.of("portal", "api-key-file", "ca", "allow-http");

	private final Map<String, String> environment;

	/**
	 * For a process.
	 * @param environment its variables
	 */
	public DefaultsFile(Map<String, String> environment) {
		this.environment = environment;
	}

	/**
	 * The command line with the defaults of the file.
	 * @param given as it was typed
	 * @throws CommandException when the file cannot be used
	 */
	public ParseResult complete(ParseResult given) {
		ParseResult command = command(given);
		GlobalOptions global = GlobalOptions.of(command.commandSpec()).orElse(null);
		if (global == null || command.isUsageHelpRequested() || command.isVersionHelpRequested()) {
			return given;
		}
		Path named = global.config();
		Path file = (named != null) ? named : InstallationFolder.settings(this.environment).resolve(NAME);
		if (named == null && Files.notExists(file)) {
			return given;
		}
		CommandLine root = given.commandSpec().root().commandLine();
		Map<String, String> entries = read(file);
		check(file, entries, root.getCommandSpec());
		Map<String, String> applied = applied(file, entries, command);
		if (applied.isEmpty()) {
			return given;
		}
		try {
			ParseResult all = root.parseArgs(with(applied.values(), given.originalArgs()));
			GlobalOptions.of(command(all).commandSpec())
				.ifPresent((options) -> options.useDefaults(file, List.copyOf(applied.keySet())));
			return all;
		}
		catch (ParameterException ex) {
			throw unusable(file, String.valueOf(ex.getMessage()));
		}
	}

	/** The command that is carried out, not one that it is part of. */
	public static ParseResult command(ParseResult parsed) {
		ParseResult command = parsed;
		while (command.hasSubcommand()) {
			command = command.subcommand();
		}
		return command;
	}

	private static Map<String, String> read(Path file) {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(file)) {
			properties.load(reader);
			if (PrivateFiles.permissions(file).contains(PosixFilePermission.OTHERS_WRITE)) {
				throw unusable(file, "others can change it. Change that: chmod o-w " + file);
			}
		}
		catch (IOException ex) {
			throw unusable(file, FileErrors.reason(ex) + ". Check its name, and who may read it");
		}
		catch (IllegalArgumentException ex) {
			throw unusable(file, "a \\u in it is not followed by four digits. Write a path with / or with \\\\");
		}
		Map<String, String> entries = new TreeMap<>();
		properties.stringPropertyNames().forEach((name) -> entries.put(name, properties.getProperty(name).strip()));
		return entries;
	}

	private static void check(Path file, Map<String, String> entries, CommandSpec root) {
		for (String name : entries.keySet()) {
			String option = name.substring(name.lastIndexOf('.') + 1);
			if (!option.equals("api-key-file") && name.matches("(?i).*(key|password|passwd|secret|token).*")) {
				throw unusable(file, "it holds a key or a password, \"" + name
						+ "\". Take it out: keep the API key in a file that only you can read, and name that with api-key-file");
			}
			if (DECISIONS.contains(option)) {
				throw unusable(file,
						"\"" + option + "\" is decided for each command separately. Give it on the command line");
			}
			if (commands(root).noneMatch((command) -> option(name, command) != null)) {
				throw unusable(file, "there is no option \"" + name
						+ "\". Use the name of a long option, such as portal, or of an option of one command, such as export.format");
			}
		}
	}

	private Map<String, String> applied(Path file, Map<String, String> entries, ParseResult command) {
		Map<String, String> arguments = new LinkedHashMap<>();
		Stream<String> ownFirst = Stream.concat(entries.keySet().stream().filter((name) -> name.contains(".")),
				entries.keySet().stream().filter((name) -> !name.contains(".")));
		for (String name : ownFirst.toList()) {
			OptionSpec option = option(name, command.commandSpec());
			if (option != null && !command.hasMatchedOption(option) && !arguments.containsKey(option.longestName())
					&& !contradicts(name, command)
					&& this.environment.getOrDefault(VARIABLES.getOrDefault(name, ""), "").isBlank()) {
				argument(file, name, option, entries.getOrDefault(name, ""))
					.ifPresent((argument) -> arguments.put(option.longestName(), argument));
			}
		}
		return arguments;
	}

	/** Of the simulated portal and another one, what is typed counts. */
	private static boolean contradicts(String name, ParseResult command) {
		String option = name.substring(name.lastIndexOf('.') + 1);
		return command.hasMatchedOption(option.equals("sandbox") ? "--portal" : "--sandbox")
				&& (option.equals("sandbox") || NOT_OF_SANDBOX.contains(option));
	}

	/** What would be typed for it. */
	private static Optional<String> argument(Path file, String name, OptionSpec option, String value) {
		if (option.arity().max() > 0) {
			return Optional.of(option.longestName() + "=" + value);
		}
		if (!value.equals("true") && !value.equals("false")) {
			throw unusable(file, "\"" + name + "\" must be true or false. Write one of them");
		}
		return value.equals("true") ? Optional.of(option.longestName())
				: Optional.of(option.longestName().replaceFirst("--", "--no-")).filter((not) -> option.negatable());
	}

	/**
	 * The option that a name of the file means for a command; null when there is none.
	 */
	private static @Nullable OptionSpec option(String name, CommandSpec command) {
		int dot = name.lastIndexOf('.');
		if (dot < 0) {
			boolean common = command.mixins()
				.values()
				.stream()
				.anyMatch((part) -> part.findOption("--" + name) != null);
			return common ? command.findOption("--" + name) : null;
		}
		String path = command.qualifiedName(".").substring(command.root().name().length() + 1);
		return path.equals(name.substring(0, dot)) ? command.findOption("--" + name.substring(dot + 1)) : null;
	}

	private static Stream<CommandSpec> commands(CommandSpec root) {
		return root.subcommands()
			.values()
			.stream()
			.map(CommandLine::getCommandSpec)
			.flatMap((command) -> Stream.concat(Stream.of(command), commands(command)));
	}

	/**
	 * Behind what was typed, but not behind a {@code --}, from which on all is no option.
	 */
	private static String[] with(Iterable<String> further, List<String> typed) {
		List<String> all = new ArrayList<>(typed);
		int end = typed.indexOf("--");
		int at = (end >= 0) ? end : typed.size();
		for (String one : further) {
			all.add(at++, one);
		}
		return all.toArray(String[]::new);
	}

	private static CommandException unusable(Path file, String why) {
		return new CommandException(ExitCode.CONFIGURATION,
				"The file of defaults " + file + " cannot be used: " + why + (why.endsWith(".") ? "" : "."));
	}

}
