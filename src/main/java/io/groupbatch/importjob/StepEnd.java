package io.groupbatch.importjob;

import java.io.IOException;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.step.StepExecution;

import org.jspecify.annotations.Nullable;

/**
 * The end of a step that writes files, in {@code afterStep}: the last bytes go to the
 * disk there. A failure must be put into the step, for Batch only logs what a listener
 * throws, and the step would count as completed.
 */
public final class StepEnd {

	private StepEnd() {
	}

	/**
	 * Finishes the files of a step that has completed.
	 * @return what {@code afterStep} has to return
	 */
	public static @Nullable ExitStatus finish(StepExecution step, Finish files) {
		if (step.getStatus() != BatchStatus.COMPLETED) {
			return null;
		}
		try {
			files.finish();
			return null;
		}
		catch (IOException | RuntimeException ex) {
			step.addFailureException(ex);
			step.setStatus(BatchStatus.FAILED);
			return ExitStatus.FAILED;
		}
	}

	/** Puts files in their places. */
	@FunctionalInterface
	public interface Finish {

		/** Does so. */
		void finish() throws IOException;

	}

}
