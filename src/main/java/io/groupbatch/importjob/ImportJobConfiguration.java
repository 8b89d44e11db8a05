package io.groupbatch.importjob;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The order of the stages, stated once.
 */
@Configuration(proxyBeanMethods = false)
class ImportJobConfiguration {

	@Bean
	Job importJob(JobRepository jobs, Step stage, Step plan, Step send, Step report) {
		return new JobBuilder("import", jobs).start(stage).next(plan).next(send).next(report).build();
	}

	/** The reports of a run once more, or of a run that ended before its last step. */
	@Bean
	Job reportJob(JobRepository jobs, Step report) {
		return new JobBuilder("report", jobs).start(report).build();
	}

	/** A page of a run, to hand on. */
	@Bean
	Job shareJob(JobRepository jobs, Step share) {
		return new JobBuilder("share", jobs).start(share).build();
	}

}
