package io.groupbatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code now.json} in the state folder: who holds the folder, and how far that process
 * is. Another process reads it, for it cannot open the journal meanwhile.
 */
final class NowFile {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

	private final Path file;

	private final String since = OffsetDateTime.now(ZoneId.systemDefault()).toString();

	NowFile(Path state) {
		this.file = state.resolve("now.json");
	}

	/**
	 * Says how far this process is. It is no more than talk, so a full disk does not
	 * matter.
	 */
	void write(long run, String stage, long rows) {
		Map<String, Object> now = new LinkedHashMap<>();
		now.put("process", ProcessHandle.current().pid());
		now.put("since", this.since);
		now.put("run", run);
		now.put("stage", stage);
		now.put("rowsDone", rows);
		try {
			Path unfinished = this.file.resolveSibling("now.json.unfinished");
			Files.writeString(unfinished, JSON.writeValueAsString(now));
			Files.move(unfinished, this.file, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			// said above
		}
	}

	/** This process is done. */
	void delete() {
		try {
			Files.deleteIfExists(this.file);
		}
		catch (IOException ex) {
			// it names a process that is no more, and so tells nobody anything
		}
	}

	/** One line about the process that holds the folder, if it says who it is. */
	Optional<String> holder() {
		try {
			JsonNode now = JSON.readTree(Files.readString(this.file));
			long process = now.path("process").asLong();
			if (ProcessHandle.of(process).isEmpty()) {
				return Optional.empty();
			}
			return Optional.of("Process %d is at work on run %d since %s: %s, %,d rows done.".formatted(process,
					now.path("run").asLong(), TIME.format(OffsetDateTime.parse(now.path("since").asString())),
					now.path("stage").asString(), now.path("rowsDone").asLong()));
		}
		catch (IOException | JacksonException | DateTimeException ex) {
			return Optional.empty();
		}
	}

}
