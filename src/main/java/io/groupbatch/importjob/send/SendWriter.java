package io.groupbatch.importjob.send;

import java.util.List;

import io.groupbatch.journal.Progress;
import io.groupbatch.journal.RequestResult;
import io.groupbatch.journal.Results;

import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Records results, and marks what is sent next; the chunk's commit makes both final.
 */
class SendWriter implements ItemWriter<List<RequestResult>>, StepExecutionListener {

	private final SendReader reader;

	private final Results results;

	private final Progress progress;

	private final long run;

	SendWriter(SendReader reader, Results results, Progress progress, long run) {
		this.reader = reader;
		this.results = results;
		this.progress = progress;
		this.run = run;
	}

	@Override
	public void beforeStep(StepExecution step) {
		this.progress.begin(step.getStepName());
	}

	@Override
	public void write(Chunk<? extends List<RequestResult>> chunk) {
		for (List<RequestResult> batch : chunk) {
			this.results.record(this.run, batch);
			this.reader.recorded(batch);
			this.progress.add(batch.stream().mapToLong((result) -> result.rows().size()).sum());
		}
	}

}
