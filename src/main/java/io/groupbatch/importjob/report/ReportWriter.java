package io.groupbatch.importjob.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

import io.groupbatch.csv.Dialect;
import io.groupbatch.csv.WholeFile;
import io.groupbatch.importjob.StepEnd;
import io.groupbatch.journal.People;
import io.groupbatch.journal.ReportRow;
import io.groupbatch.journal.Run;
import io.groupbatch.journal.Runs;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;

import org.jspecify.annotations.Nullable;

/**
 * Writes {@code report.csv} under another name, and gives it its own when it is whole; so
 * with the files beside it that have rows.
 */
class ReportWriter implements ItemStreamWriter<ReportRow>, StepExecutionListener {

	private final Runs runs;

	private final People people;

	private final long run;

	private @Nullable WholeFile report;

	private @Nullable RowFiles others;

	private @Nullable ReportLines lines;

	ReportWriter(Runs runs, People people, long run) {
		this.runs = runs;
		this.people = people;
		this.run = run;
	}

	@Override
	public void open(ExecutionContext context) {
		try {
			this.report = WholeFile.safe(run().output().resolve("report.csv"), Dialect.OURS);
			this.report.row(ReportLine.HEADINGS);
			this.others = new RowFiles(run());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void write(Chunk<? extends ReportRow> chunk) throws IOException {
		if (this.lines == null) {
			this.lines = new ReportLines(this.people, run());
		}
		for (List<String> line : this.lines.of(chunk.getItems())) {
			Objects.requireNonNull(this.report).row(line);
		}
		for (ReportRow row : chunk) {
			Objects.requireNonNull(this.others).add(row);
		}
	}

	@Override
	public void close() {
		try {
			if (this.others != null) {
				this.others.close();
			}
			if (this.report != null) {
				this.report.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public @Nullable ExitStatus afterStep(StepExecution step) {
		return StepEnd.finish(step, () -> {
			Objects.requireNonNull(this.others).finish();
			Objects.requireNonNull(this.report).finish();
		});
	}

	private Run run() {
		return this.runs.get(this.run);
	}

}
