package io.groupbatch.undo;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.groupbatch.csv.CsvOutput;
import io.groupbatch.csv.Dialect;

/**
 * The two files of an undo: the rows to import, and the list of what is taken back and
 * what not.
 */
final class UndoFile implements Closeable {

	private static final int MOST_LINES = 20;

	private final CsvOutput rows;

	private final CsvOutput list;

	private final Map<UndoLine.Kind, Long> counts = new EnumMap<>(UndoLine.Kind.class);

	private final List<UndoLine> first = new ArrayList<>();

	private long count;

	UndoFile(Path rows, Path list) throws IOException {
		this.rows = CsvOutput.safe(Files.newOutputStream(rows), Dialect.OURS);
		this.rows.row(UndoRow.HEADINGS);
		this.list = CsvOutput.safe(Files.newOutputStream(list), Dialect.OURS);
		this.list.row(UndoLine.HEADINGS);
	}

	void add(Reversal reversal) {
		reversal.rows().forEach(this::add);
		reversal.lines().forEach(this::add);
	}

	void add(UndoRow row) {
		try {
			this.rows.row(row.cells());
			this.count++;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void add(UndoLine line) {
		try {
			this.list.row(line.cells());
			this.counts.merge(line.kind(), 1L, Long::sum);
			if (this.first.size() < MOST_LINES) {
				this.first.add(line);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What there is in the files. */
	Undo.Result result() {
		return new Undo.Result(this.count, this.counts, this.first);
	}

	@Override
	public void close() throws IOException {
		try (this.rows; this.list) {
			this.list.flush();
		}
	}

}
