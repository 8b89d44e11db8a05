package io.groupbatch.broken.journal;

import org.springframework.batch.core.job.Job;

public class KnowsBatch {

	Class<?> known = Job.class;

}
