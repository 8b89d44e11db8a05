package io.groupbatch.importjob.stage;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.Objects;

import io.groupbatch.batch.Progress;
import io.groupbatch.batch.RunParameter;
import io.groupbatch.csv.CsvFile;
import io.groupbatch.csv.CsvFileException;
import io.groupbatch.csv.CsvOptions;
import io.groupbatch.csv.CsvRow;
import io.groupbatch.csv.Dialect;
import io.groupbatch.csv.groups.Columns;
import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.importjob.row.FileHeadings;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.row.RowError;
import io.groupbatch.journal.row.Rows;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.RunState;
import io.groupbatch.journal.run.Runs;
import io.groupbatch.journal.run.StopCause;
import io.groupbatch.journal.run.StopReason;
import io.groupbatch.text.Sha256;

import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.support.AbstractItemCountingItemStreamItemReader;

import org.jspecify.annotations.Nullable;

/**
 * Reads the run's file. After a crash it skips the rows that are staged already. A file
 * that is no CSV, or not the one that the run was started with, halts the run.
 */
class FileReader extends AbstractItemCountingItemStreamItemReader<CsvRow> {

	private final Runs runs;

	private final Rows rows;

	private final ImportOptions options;

	private final Progress progress;

	private final StepExecution step;

	private @Nullable CsvFile file;

	private @Nullable CsvFileException trouble;

	private @Nullable DigestInputStream bytes;

	FileReader(Journal journal, ImportOptions options, StepExecution step) {
		this.runs = journal.runs();
		this.rows = journal.rows();
		this.progress = journal.progress();
		this.options = options;
		this.step = step;
		setName("file");
	}

	@Override
	protected void doOpen() throws IOException {
		Run run = run();
		// Not by Files.newInputStream: what that gives cannot be read from a pipe.
		this.bytes = new DigestInputStream(new FileInputStream(run.source().file().toFile()), Sha256.digest());
		try {
			ImportOptions.Reading reading = this.options.reading();
			this.file = CsvFile.open(this.bytes, new CsvOptions(reading.charset(), reading.delimiter()));
			Columns columns = Columns.of(this.file.header(), reading.columnMap(),
					this.options.operation() == Operation.REMOVE_EVERYWHERE);
			this.runs.describe(run.number(), new Run.Header(this.file.header().cells(), columns.fields()),
					written(this.file.dialect()));
			this.progress.note("File: " + this.file.dialect().describe() + ". " + columns.understood());
		}
		catch (CsvFileException ex) {
			this.trouble = (this.file != null) ? Columns.lookBelow(ex, this.file) : ex;
		}
	}

	@Override
	protected @Nullable CsvRow doRead() throws IOException {
		CsvRow row = next();
		if (row == null) {
			end();
		}
		return row;
	}

	/**
	 * Passes over what is staged. That may be the whole file, end and all; the end is
	 * judged when the step comes to it.
	 */
	@Override
	protected void jumpToItem(int count) throws IOException {
		int passed = 0;
		while (passed < count && next() != null) {
			passed++;
		}
	}

	private @Nullable CsvRow next() throws IOException {
		try {
			return (this.trouble == null && this.file != null) ? this.file.next() : null;
		}
		catch (CsvFileException ex) {
			this.trouble = ex;
			return null;
		}
	}

	@Override
	protected void doClose() throws IOException {
		if (this.file != null) {
			this.file.close();
		}
	}

	private void end() throws IOException {
		Run run = run();
		if (this.trouble != null) {
			this.rows.addMistakes(run.number(), this.trouble.mistakes().stream().map(FileHeadings::error).toList());
			RowError first = FileHeadings.error(this.trouble.mistakes().get(0));
			halt(run, StopReason.BAD_INPUT, "The file cannot be read. Fix it; nothing was sent. %s: %s"
				.formatted(first.place(), first.message()));
		}
		else if (getCurrentItemCount() <= 1 && !this.options.allowEmpty()) {
			halt(run, StopReason.BAD_INPUT,
					"The file has headings but no rows; nothing was sent. If that is right: --allow-empty.");
		}
		else if (!digest().equals(run.source().sha256())) {
			halt(run, StopReason.CHANGED_INPUT,
					run.source().file() + " was changed while it was read. Start again; nothing was sent.");
		}
	}

	private void halt(Run run, StopReason reason, String sentence) {
		this.runs.halt(run.number(), new StopCause(reason, sentence));
		this.runs.move(run.number(), RunState.REFUSED);
		this.step.setTerminateOnly();
	}

	private String digest() throws IOException {
		DigestInputStream all = Objects.requireNonNull(this.bytes);
		all.transferTo(OutputStream.nullOutputStream());
		return Sha256.hex(all.getMessageDigest());
	}

	private Run run() {
		return this.runs.get(RunParameter.of(this.step));
	}

	private static Run.Dialect written(Dialect dialect) {
		return new Run.Dialect(dialect.charset().name(), dialect.byteOrderMark(), dialect.delimiter(),
				dialect.describe());
	}

	/** The parts of the journal that staging writes. */
	record Journal(Runs runs, Rows rows, Progress progress) {
	}

}
