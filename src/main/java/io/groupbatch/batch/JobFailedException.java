package io.groupbatch.batch;

import java.util.List;

/**
 * Thrown when a job fails for a reason other than its rows or the portal: an error of the
 * program or of the disk.
 */
public final class JobFailedException extends RuntimeException {

	JobFailedException(String job, List<Throwable> causes) {
		super("The job " + job + " failed", causes.isEmpty() ? null : causes.get(0));
	}

}
