package io.groupbatch.importjob.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.groupbatch.batch.RunParameter;
import io.groupbatch.importjob.plan.snapshot.DirectorySnapshot;
import io.groupbatch.importjob.plan.state.PlanStores;
import io.groupbatch.journal.JournalExtension;
import io.groupbatch.journal.TestJournal;
import io.groupbatch.journal.row.StagedRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which rows are planned, once the portal stands in the journal.
 */
@ExtendWith(JournalExtension.class)
class PlanReaderTests {

	private static final int ROWS = 2500;

	private TestJournal journal;

	private StepExecution step;

	@BeforeEach
	void open(TestJournal journal) {
		this.journal = journal;
		long run = this.journal.run("rows").number();
		this.journal.stage(run, Collections.nCopies(ROWS, "CREATE").toArray(String[]::new));
		this.step = new StepExecution(1, "plan", new JobExecution(1, new JobInstance(1, "import"),
				new JobParametersBuilder().addLong(RunParameter.PARAMETER, run).toJobParameters()));
	}

	@Test
	void readsPageByPageToTheEnd() {
		PlanReader reader = reader();
		reader.open(new ExecutionContext());

		List<Long> numbers = new ArrayList<>();
		for (StagedRow row = reader.read(); row != null; row = reader.read()) {
			numbers.add(row.number());
		}

		assertThat(numbers).hasSize(ROWS).startsWith(2L).endsWith(ROWS + 1L).doesNotHaveDuplicates();
	}

	@Test
	void goesOnAfterTheLastCommittedRow() {
		PlanReader first = reader();
		ExecutionContext context = new ExecutionContext();
		first.open(context);
		for (int i = 0; i < 3; i++) {
			first.read();
		}
		first.update(context);
		first.read();

		PlanReader second = reader();
		second.open(context);

		assertThat(second.read().number()).isEqualTo(5);
	}

	@Test
	void readsNoMoreOnceTheStepIsToEnd() {
		PlanReader reader = reader();
		reader.open(new ExecutionContext());
		reader.read();

		this.step.setTerminateOnly();

		assertThat(reader.read()).isNull();
	}

	private PlanReader reader() {
		PlanStores stores = new PlanStores(this.journal.runs, this.journal.rows, this.journal.plannedRows,
				this.journal.groups, this.journal.requests, this.journal.sets, this.journal.people,
				this.journal.peopleToFix, this.journal.userMaps, this.journal.invitations);
		DirectorySnapshot taken = new DirectorySnapshot(null, stores, null, null) {

			@Override
			public void take(long run, TransactionTemplate transaction) {
				// the portal stands in the journal already
			}

		};
		return new PlanReader(taken, stores, new TransactionTemplate(), this.step);
	}

}
