package io.groupbatch.cli.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.groupbatch.batch.Progress;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.text.DateTimeText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;

/**
 * {@code now.json} in the state folder: who holds the folder, and how far that process
 * is. Another process reads it, because it cannot open the journal meanwhile.
 */
public final class ProcessStatusFile {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Path file;

	private final String command;

	private final Instant since = Instant.now().truncatedTo(ChronoUnit.SECONDS);

	/**
	 * For the process that holds a state folder.
	 * @param command what it does, in the word of the command line
	 */
	public ProcessStatusFile(Path state, String command) {
		this.file = state.resolve("now.json");
		this.command = command;
	}

	/** Says who this process is. */
	public void write() {
		write((Work) null);
	}

	/** Says how far this process is. */
	public void write(@Nullable Long run, Progress progress, Map<RowStatus, Long> counts) {
		Instant pause = progress.pausedUntil();
		write(new Work(run, progress.stage(), progress.done(), counts, (pause != null) ? pause.toString() : null));
	}

	/** It is no more than talk, so a full disk does not matter. */
	private void write(@Nullable Work work) {
		Now now = new Now(ProcessHandle.current().pid(), this.command, this.since.toString(), work);
		try {
			OutputFile.replace(this.file, JSON.writeValueAsString(now));
		}
		catch (IOException ex) {
			// said above
		}
	}

	/** This process is done. */
	public void delete() {
		try {
			Files.deleteIfExists(this.file);
		}
		catch (IOException ex) {
			// it names a process that has ended, and so misleads no reader
		}
	}

	/** One line about the process that holds the folder, if it says who it is. */
	public static Optional<String> holder(Path state) {
		try {
			JsonNode now = JSON.readTree(Files.readString(state.resolve("now.json")));
			Instant since = Instant.parse(now.path("since").asString());
			return isAlive(now.path("process").asLong(), since) ? Optional.of(told(now, since)) : Optional.empty();
		}
		catch (IOException | JacksonException | DateTimeException ex) {
			return Optional.empty();
		}
	}

	/** A process of that number that began later is another one. */
	private static boolean isAlive(long process, Instant since) {
		return ProcessHandle.of(process)
			.filter((handle) -> handle.info().startInstant().map((start) -> !start.isAfter(since)).orElse(true))
			.isPresent();
	}

	private static String told(JsonNode now, Instant since) {
		List<String> parts = new ArrayList<>();
		if (now.has("stage")) {
			parts.add("%s, %,d rows done".formatted(now.path("stage").asString(), now.path("rowsDone").asLong()));
		}
		now.path("counts")
			.properties()
			.forEach((count) -> parts.add("%,d %s".formatted(count.getValue().asLong(), count.getKey())));
		if (now.path("pausedUntil").isString()) {
			parts.add("paused until " + DateTimeText.minute(Instant.parse(now.path("pausedUntil").asString())));
		}
		return "Process %d (%s) is at work%s since %s%s.".formatted(now.path("process").asLong(),
				now.path("command").asString(), now.has("run") ? " on run " + now.path("run").asLong() : "",
				DateTimeText.minute(since), parts.isEmpty() ? "" : ": " + String.join(", ", parts));
	}

	/** What the file says; no more than who it is before there is work. */
	private record Now(long process, String command, String since, @JsonUnwrapped @Nullable Work work) {

	}

	/** How far the process is. */
	private record Work(@JsonInclude(Include.NON_NULL) @Nullable Long run, String stage, long rowsDone,
			Map<RowStatus, Long> counts, @Nullable String pausedUntil) {

	}

}
