package io.groupbatch.cli.option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.groupbatch.cli.connection.EffectiveSetting;
import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.console.TerminalText;
import io.groupbatch.cli.file.InstallationFolder;
import io.groupbatch.cli.launch.Settings;

import picocli.CommandLine.Option;

import org.jspecify.annotations.Nullable;

/**
 * Options that every command has.
 */
public class GlobalOptions {

	/** Java is told of some passwords in this way. */
	private static final Pattern SECRET = Pattern.compile("(?i)(-D\\S*(?:password|secret|key|token)\\S*?=)\\S+");

	@Option(names = "--state", paramLabel = "DIR", description = "Where runs are kept. Default: state beside run.sh; when installed, in your own folder")
	@Nullable Path state;

	@Option(names = { "-q", "--quiet" }, description = "Say nothing when all is well.")
	boolean quiet;

	@Option(names = { "-v", "--verbose" }, description = "Tell more; twice: a line for every request.")
	boolean[] verbose = {};

	@Option(names = "--no-color",
			description = "Plain lines on a terminal, too: no bar. So does the variable NO_COLOR.")
	boolean noColor;

	/** Where runs are kept; those of the pretend portal apart from real ones. */
	public Path state(boolean sandbox) {
		Path state = (this.state != null) ? this.state.toAbsolutePath() : InstallationFolder.data().resolve("state");
		return sandbox ? state.resolve("sandbox") : state;
	}

	/** What was set for all commands, each with where it comes from. */
	public List<EffectiveSetting> settings(boolean sandbox, Map<String, String> environment) {
		List<EffectiveSetting> settings = new ArrayList<>();
		settings.add(new EffectiveSetting("State folder", state(sandbox).toString(),
				(this.state != null) ? "--state" : EffectiveSetting.DEFAULT));
		String java = environment.getOrDefault("GROUPBATCH_JAVA_OPTIONS", "");
		if (!java.isBlank()) {
			settings.add(new EffectiveSetting("Java options", SECRET.matcher(java).replaceAll("$1***"),
					"GROUPBATCH_JAVA_OPTIONS"));
		}
		if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
			settings.add(new EffectiveSetting("Colours", "none", "NO_COLOR"));
		}
		return settings;
	}

	/** What a command about the same runs needs besides, with a blank before. */
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

	public Terminal terminal() {
		String noColorVariable = System.getenv("NO_COLOR");
		boolean plain = this.noColor || (noColorVariable != null && !noColorVariable.isEmpty())
				|| "dumb".equals(System.getenv("TERM"));
		return Terminal.ofProcess(this.quiet, plain);
	}

}
