package io.groupbatch.cli.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.groupbatch.cli.file.OutputFile;
import io.groupbatch.journal.row.RowStatus;

import org.jspecify.annotations.Nullable;

/**
 * The metrics of one command in Prometheus' text format, for the textfile collector of
 * node_exporter. The file is written under another name and renamed, so that no reader
 * sees half of it. The time of the last success is taken over from the file that it
 * replaces.
 */
public final class MetricsFile {

	private static final String LAST_SUCCESS = "groupbatch_last_success_timestamp_seconds";

	private static final Pattern KEPT = Pattern.compile("(?m)^" + LAST_SUCCESS + "\\{[^\n]*} (\\d+(?:\\.\\d+)?)$");

	private static final double THOUSAND = 1000;

	private final Path file;

	private final String command;

	private final Instant start;

	private @Nullable RunFigures run;

	/**
	 * For a command that begins now.
	 * @param command in the words of the command line
	 */
	public MetricsFile(Path file, String command, Instant start) {
		this.file = file.toAbsolutePath();
		this.command = command;
		this.start = start;
	}

	public Path file() {
		return this.file;
	}

	/** Makes sure that the file can be written at the end. */
	public void prepare() throws IOException {
		Path unfinished = OutputFile.unfinished(this.file);
		Files.writeString(unfinished, "");
		Files.delete(unfinished);
	}

	/** Remembers what a run has come to. */
	public void saw(RunFigures run) {
		this.run = run;
	}

	/**
	 * Writes it all.
	 * @param version of the program
	 * @param exitCode what the shell is told; 0 is a success
	 */
	public void write(String version, int exitCode, Instant end) throws IOException {
		String name = escaped(String.valueOf(this.file.getFileName()).replaceFirst("\\.prom$", ""));
		Text text = new Text("name=\"" + name + "\"");
		RunFigures seen = this.run;
		text.gauge("groupbatch_info", "Always 1; the labels say what ran.",
				Map.of(",command=\"%s\",version=\"%s\"%s".formatted(escaped(this.command), escaped(version),
						(seen != null) ? ",portal=\"" + escaped(seen.portal()) + "\"" : ""), "1"));
		text.gauge("groupbatch_start_timestamp_seconds", "When the command began.", seconds(this.start));
		text.gauge("groupbatch_end_timestamp_seconds", "When the command ended.", seconds(end));
		text.gauge("groupbatch_duration_seconds", "How long the command took.",
				decimal(Duration.between(this.start, end).toMillis()));
		text.gauge("groupbatch_exit_code", "The exit code of the command.", String.valueOf(exitCode));
		text.gauge(LAST_SUCCESS, "When a command last ended with exit code 0; 0 means never.",
				(exitCode == 0) ? seconds(end) : kept());
		if (seen != null) {
			Map<String, String> rows = new LinkedHashMap<>();
			seen.rows().forEach((status, count) -> rows.put(",status=\"" + status + "\"", String.valueOf(count)));
			text.gauge("groupbatch_rows", "Rows of the run by status.", rows);
			text.gauge("groupbatch_requests", "Requests that were sent to change something, of the whole run.",
					String.valueOf(seen.requests()));
			text.gauge("groupbatch_paused_until_timestamp_seconds",
					"Until when the portal wants no requests; 0 means that it does.",
					(seen.pausedUntil() != null && seen.pausedUntil().isAfter(end)) ? seconds(seen.pausedUntil())
							: "0");
		}
		// The collector reads only what ends with .prom.
		OutputFile.replace(this.file, text.toString());
	}

	private String kept() throws IOException {
		if (Files.notExists(this.file)) {
			return "0";
		}
		Matcher last = KEPT.matcher(Files.readString(this.file));
		return last.find() ? last.group(1) : "0";
	}

	private static String seconds(Instant time) {
		return decimal(time.toEpochMilli());
	}

	private static String decimal(long millis) {
		return String.format(Locale.ROOT, "%.3f", millis / THOUSAND);
	}

	private static String escaped(String label) {
		return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
	}

	/**
	 * What a run has come to.
	 *
	 * @param portal its address
	 * @param rows how many rows have each status
	 * @param requests how many were sent to change something, by all commands for the run
	 * @param pausedUntil until when the portal wants no requests; null when it does
	 */
	public record RunFigures(String portal, Map<RowStatus, Long> rows, long requests, @Nullable Instant pausedUntil) {

		public RunFigures {
			Map<RowStatus, Long> all = new EnumMap<>(RowStatus.class);
			for (RowStatus status : RowStatus.values()) {
				all.put(status, rows.getOrDefault(status, 0L));
			}
			rows = all;
		}

	}

	/**
	 * Lines of the format, each with a label for the file: each name is there once then.
	 */
	private static final class Text {

		private final StringBuilder lines = new StringBuilder();

		private final String label;

		Text(String label) {
			this.label = label;
		}

		void gauge(String name, String help, String value) {
			gauge(name, help, Map.of("", value));
		}

		/** Values by further labels. */
		void gauge(String name, String help, Map<String, String> values) {
			this.lines.append("# HELP ").append(name).append(' ').append(help).append('\n');
			this.lines.append("# TYPE ").append(name).append(" gauge\n");
			values.forEach((labels, value) -> this.lines.append(name)
				.append('{')
				.append(this.label)
				.append(labels)
				.append("} ")
				.append(value)
				.append('\n'));
		}

		@Override
		public String toString() {
			return this.lines.toString();
		}

	}

}
