package io.groupbatch.batch;

import java.util.List;

/**
 * A job ended in a way that no row and no portal explains.
 */
public final class JobFailedException extends RuntimeException {

	JobFailedException(String job, List<Throwable> causes) {
		super("The job " + job + " failed", causes.isEmpty() ? null : causes.get(0));
	}

}
