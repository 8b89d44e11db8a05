package io.groupbatch.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.groupbatch.cli.connection.EffectiveSetting;
import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.console.TerminalText;
import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.FileErrors;
import io.groupbatch.cli.file.InstallationFolder;
import io.groupbatch.cli.launch.Settings;
import io.groupbatch.cli.record.LogFile;
import io.groupbatch.cli.record.MetricsFile;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

import org.jspecify.annotations.Nullable;

/**
 * Options that every command has.
 */
public class GlobalOptions {

	/** Java is told of some passwords in this way. */
	private static final Pattern SECRET = Pattern.compile("(?i)(-D\\S*(?:password|secret|key|token)\\S*?=)\\S+");

	@Option(names = "--state", paramLabel = "DIR",
			description = "Where runs are kept. Default: state beside run.sh; when installed, in your own folder")
	@Nullable Path state;

	@Option(names = { "-q", "--quiet" }, description = "Print nothing if all is well.")
	boolean quiet;

	@Option(names = { "-v", "--verbose" },
			description = "Tell more, such as everybody whom a plan adds or removes; twice: a line for every request that is"
					+ " sent for rows.")
	boolean[] verbose = {};

	@Option(names = "--no-color",
			description = "Plain lines on a terminal, too, without a bar; also set by the variable NO_COLOR.")
	boolean noColor;

	@Option(names = "--config", paramLabel = "FILE",
			description = "A file with defaults of options. Default: ~/.config/groupbatch/config.properties, if it is there")
	@Nullable Path config;

	@Option(names = "--metrics-file", paramLabel = "FILE.prom",
			description = "Write how the command ended for Prometheus, as node_exporter's textfile collector reads it.")
	@Nullable Path metricsFile;

	@Option(names = "--log-file", paramLabel = "FILE",
			description = "Add a log for support to this file. Without secrets; with -v also with names and addresses.")
	@Nullable Path logFile;

	@Option(names = "--log-format", paramLabel = "text|json",
			description = "How it is written. Default: ${DEFAULT-VALUE}")
	LogFormat logFormat = LogFormat.text;

	private @Nullable MetricsFile metrics;

	private @Nullable Path defaultsFile;

	private List<String> defaults = List.of();

	/** Those of a command; none when it is only part of others. */
	public static Optional<GlobalOptions> of(CommandSpec command) {
		return command.mixins()
			.values()
			.stream()
			.map(CommandSpec::userObject)
			.filter(GlobalOptions.class::isInstance)
			.map(GlobalOptions.class::cast)
			.findFirst();
	}

	/** The file of defaults that the user names; null for the usual one. */
	public @Nullable Path config() {
		return this.config;
	}

	/** Remembers which options a file of defaults has set. */
	public void useDefaults(Path file, List<String> names) {
		this.defaultsFile = file;
		this.defaults = names;
	}

	/** Who really set what the command line seems to say. */
	public EffectiveSetting fromDefaults(EffectiveSetting setting) {
		return this.defaults.contains(setting.source())
				? new EffectiveSetting(setting.name(), setting.value(), String.valueOf(this.defaultsFile)) : setting;
	}

	/**
	 * Opens the log that the user wants, if any.
	 * @throws CommandException when it cannot be written
	 */
	public @Nullable LogFile openLog() {
		try {
			return (this.logFile != null)
					? new LogFile(this.logFile, this.logFormat == LogFormat.json, this.verbose.length) : null;
		}
		catch (IOException ex) {
			throw FileErrors.cannotBeWritten("The log", this.logFile, ex);
		}
	}

	/**
	 * Begins the metrics that the user wants, if any.
	 * @param command in the words of the command line
	 * @throws CommandException when they cannot be written
	 */
	public @Nullable MetricsFile beginMetrics(String command, Instant start) {
		if (this.metricsFile == null) {
			return null;
		}
		try {
			MetricsFile begun = new MetricsFile(this.metricsFile, command, start);
			begun.prepare();
			this.metrics = begun;
			return begun;
		}
		catch (IOException ex) {
			throw FileErrors.cannotBeWritten("The metrics", this.metricsFile, ex);
		}
	}

	/** The metrics that were begun; null when none are wanted. */
	public @Nullable MetricsFile metrics() {
		return this.metrics;
	}

	/** Where runs are kept; those of the simulated portal apart from real ones. */
	public Path state(boolean sandbox) {
		Path state = (this.state != null) ? this.state.toAbsolutePath() : InstallationFolder.data().resolve("state");
		return sandbox ? state.resolve("sandbox") : state;
	}

	/** Where runs are kept, and who says so. */
	public EffectiveSetting stateSetting(boolean sandbox) {
		return fromDefaults(new EffectiveSetting("State folder", state(sandbox).toString(),
				(this.state != null) ? "--state" : EffectiveSetting.DEFAULT));
	}

	/** What else was set for all commands, each with where it comes from. */
	public List<EffectiveSetting> settings(Map<String, String> environment) {
		List<EffectiveSetting> settings = new ArrayList<>();
		String java = environment.getOrDefault("GROUPBATCH_JAVA_OPTIONS", "");
		if (!java.isBlank()) {
			settings.add(new EffectiveSetting("Java options", SECRET.matcher(java).replaceAll("$1***"),
					"GROUPBATCH_JAVA_OPTIONS"));
		}
		settings.add((this.defaultsFile != null)
				? new EffectiveSetting("Defaults", String.join(", ", this.defaults), this.defaultsFile.toString())
				: new EffectiveSetting("Defaults", "no file of defaults sets an option", EffectiveSetting.DEFAULT));
		if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
			settings.add(new EffectiveSetting("Colours", "none", "NO_COLOR"));
		}
		return settings;
	}

	/** What a command about the same runs needs in addition, with a blank before. */
	public String commandOptions() {
		return (this.state != null) ? " --state " + TerminalText.quoted(this.state) : "";
	}

	/**
	 * What all beans are told: how much is logged, and what the reports say of commands.
	 */
	public Settings settings() {
		Map<String, Object> properties = new HashMap<>(logging());
		properties.put("groupbatch.page.command-options", commandOptions());
		return new Settings(properties, List.of());
	}

	private Map<String, Object> logging() {
		return switch (this.verbose.length) {
			case 0 -> Map.of();
			case 1 -> Map.of("logging.level.io.groupbatch", "INFO", "logging.level.root", "WARN");
			default -> Map.of("logging.level.io.groupbatch", "DEBUG", "logging.level.root", "WARN");
		};
	}

	/** Whether the user wants to be told more. */
	public boolean isVerbose() {
		return this.verbose.length > 0;
	}

	public Terminal terminal() {
		return Terminal.ofProcess(this.quiet, this.noColor);
	}

	/** Spelled as on the command line. */
	enum LogFormat {

		text, json

	}

}
