package io.groupbatch.batch;

import org.springframework.batch.core.listener.ItemWriteListener;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.stereotype.Component;

/**
 * Updates the {@link Progress} of this process: the current step, and how many rows it
 * has done.
 */
@Component
public class ProgressListener implements StepExecutionListener, ItemWriteListener<Object> {

	private final Progress progress;

	ProgressListener(Progress progress) {
		this.progress = progress;
	}

	@Override
	public void beforeStep(StepExecution step) {
		this.progress.begin(step.getStepName());
	}

	@Override
	public void afterWrite(Chunk<? extends Object> rows) {
		this.progress.add(rows.size());
	}

}
