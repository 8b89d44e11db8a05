package io.groupbatch.batch;

import java.util.List;

/**
 * A job ended in a way that no row and no portal explains.
 */
public final class JobFailed extends RuntimeException {

	JobFailed(String job, List<Throwable> causes) {
		super("The job " + job + " failed", causes.isEmpty() ? null : causes.get(0));
	}

}
