package io.groupbatch.importjob.report;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.groupbatch.csv.Dialect;
import io.groupbatch.csv.WholeFile;
import io.groupbatch.importjob.RunNumber;
import io.groupbatch.journal.Run;
import io.groupbatch.journal.Runs;

import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/**
 * Writes {@code groups.csv}: how every group stands that rows are about. Those that only
 * rows with mistakes are about come last. While nothing was sent there is no such file.
 */
class GroupsFile implements StepExecutionListener {

	private final Runs runs;

	private final GroupLines lines;

	GroupsFile(Runs runs, GroupLines lines) {
		this.runs = runs;
		this.lines = lines;
	}

	/**
	 * Before the step, for Batch only logs what goes wrong after it.
	 */
	@Override
	public void beforeStep(StepExecution step) {
		Run run = this.runs.get(RunNumber.of(step));
		try (WholeFile file = WholeFile.safe(run.output().resolve("groups.csv"), Dialect.OURS)) {
			if (run.state().hasComeToSending()) {
				file.row(GroupLine.HEADINGS);
				this.lines.each(run, file::row);
			}
			file.finish();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
