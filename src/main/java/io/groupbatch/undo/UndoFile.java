package io.groupbatch.undo;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.groupbatch.csv.CsvOutput;
import io.groupbatch.csv.Dialect;
import io.groupbatch.journal.history.UndoneChange;
import io.groupbatch.journal.history.UndoneChanges;

/**
 * The file of rows that an undo imports, and in the journal the list of what these rows
 * take back and what is not taken back.
 */
final class UndoFile implements Closeable {

	private static final int MOST_LINES = 20;

	private static final int BATCH = 500;

	private static final long HEADINGS = 1;

	private final Path file;

	private final CsvOutput rows;

	private final UndoneChanges journal;

	private final Map<UndoLine.Kind, Long> counts = new EnumMap<>(UndoLine.Kind.class);

	private final List<UndoLine> firstLeft = new ArrayList<>();

	private final List<UndoLine> firstReversed = new ArrayList<>();

	private final Map<Long, List<Long>> numbers = new HashMap<>();

	private final List<UndoneChange> waiting = new ArrayList<>();

	private long count;

	private long lines;

	UndoFile(Path rows, UndoneChanges journal) throws IOException {
		this.file = rows;
		this.rows = CsvOutput.safe(Files.newOutputStream(rows), Dialect.OURS);
		this.rows.row(UndoRow.HEADINGS);
		this.journal = journal;
		journal.forget();
	}

	/**
	 * Adds a line of what is told.
	 * @param rows do what it says; none where nothing is done
	 */
	void add(UndoLine line, List<UndoRow> rows) {
		tell(line, rows.stream().map(this::add).toList());
	}

	private void tell(UndoLine line, List<Long> numbers) {
		this.counts.merge(line.kind(), 1L, Long::sum);
		List<UndoLine> shown = (line.kind() == UndoLine.Kind.REVERSED) ? this.firstReversed : this.firstLeft;
		if (shown.size() < MOST_LINES) {
			shown.add(line);
		}
		this.waiting.add(line.entry(numbers));
		if (this.waiting.size() == BATCH) {
			flush();
		}
	}

	/** Adds a row whose line is told later, by the group. */
	void add(long ref, UndoRow row) {
		this.numbers.computeIfAbsent(ref, (key) -> new ArrayList<>()).add(add(row));
	}

	/** Tells the line of a group's rows. */
	void tell(long ref, UndoLine line) {
		tell(line, this.numbers.getOrDefault(ref, List.of()));
	}

	private long add(UndoRow row) {
		try {
			this.rows.row(row.cells());
			this.count++;
			return HEADINGS + this.count;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void flush() {
		this.journal.add(this.lines, this.waiting);
		this.lines += this.waiting.size();
		this.waiting.clear();
	}

	/** All is written. */
	Undo.Result finish() {
		flush();
		List<UndoLine> first = Stream.concat(this.firstLeft.stream(), this.firstReversed.stream())
			.limit(MOST_LINES)
			.toList();
		return new Undo.Result(this.file, this.count, this.counts, first);
	}

	@Override
	public void close() throws IOException {
		this.rows.close();
	}

}
