package io.groupbatch.importjob.report.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.groupbatch.csv.AtomicCsvFile;
import io.groupbatch.csv.Dialect;
import io.groupbatch.importjob.row.RowMessages;
import io.groupbatch.journal.history.UndoneChange;
import io.groupbatch.journal.history.UndoneChanges;
import io.groupbatch.journal.history.UndoneChanges.Numbered;
import io.groupbatch.journal.row.RowResult;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.run.Run;

import org.springframework.stereotype.Component;

import org.jspecify.annotations.Nullable;

/**
 * Writes {@code undo.csv} of a run that takes another one back: each change of that run,
 * and what has become of it by now. Other runs have none.
 */
@Component
public class UndoListFile {

	private static final List<String> HEADINGS = List.of("kind", "groupId", "groupName", "change", "why");

	/**
	 * What keeps a change from being taken back; the first that any of its rows has
	 * counts.
	 */
	private static final List<RowStatus> NOT_DONE = List.of(RowStatus.UNKNOWN, RowStatus.FAILED, RowStatus.INVALID,
			RowStatus.PARTIAL, RowStatus.NOT_SENT, RowStatus.CANCELLED);

	private final UndoneChanges lines;

	UndoListFile(UndoneChanges lines) {
		this.lines = lines;
	}

	/**
	 * Writes the file of an undo into its folder; of any other run, removes such a file.
	 */
	public void write(Run run) throws IOException {
		Iterator<List<Numbered>> pages = this.lines.pages(run.number()).iterator();
		Path file = run.output().resolve("undo.csv");
		if (!pages.hasNext()) {
			Files.deleteIfExists(file);
			return;
		}
		try (AtomicCsvFile output = AtomicCsvFile.safe(file, Dialect.OURS)) {
			output.row(HEADINGS);
			while (pages.hasNext()) {
				write(run.number(), pages.next().stream().map(Numbered::line).toList(), output);
			}
			output.finish();
		}
	}

	private void write(long run, List<UndoneChange> page, AtomicCsvFile output) throws IOException {
		Set<Long> rows = page.stream().flatMap((line) -> line.rows().stream()).collect(Collectors.toSet());
		Map<Long, RowResult> outcomes = this.lines.outcomes(run, rows);
		for (UndoneChange line : page) {
			RowResult worst = worst(line, outcomes);
			String kind = (worst != null) ? kind(worst.status()) : line.kind();
			String why = (worst != null) ? RowMessages.text(worst) : line.why();
			output.row(List.of(kind, Objects.toString(line.groupId(), ""), line.groupName(), line.change(), why));
		}
	}

	private static @Nullable RowResult worst(UndoneChange line, Map<Long, RowResult> outcomes) {
		return line.rows()
			.stream()
			.map(outcomes::get)
			.filter((outcome) -> NOT_DONE.contains(outcome.status()))
			.min(Comparator.comparing((outcome) -> NOT_DONE.indexOf(outcome.status())))
			.orElse(null);
	}

	private static String kind(RowStatus status) {
		return switch (status) {
			case INVALID, PARTIAL -> RowStatus.FAILED.name();
			default -> status.name();
		};
	}

}
