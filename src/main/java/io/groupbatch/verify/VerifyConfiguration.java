package io.groupbatch.verify;

import io.groupbatch.batch.GracefulShutdown;
import io.groupbatch.batch.JobNames;
import io.groupbatch.batch.ProgressListener;
import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.journal.row.Rows;
import io.groupbatch.journal.run.Runs;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The order of the steps: the file as for an import, the portal as for an export.
 */
@Configuration(proxyBeanMethods = false)
class VerifyConfiguration {

	@Bean
	Job verifyJob(JobRepository jobs, Step stage, Step stopAtMistakes, Step readGroups, Step readPeople,
			Step checkCounts, Step compare) {
		return new JobBuilder(JobNames.VERIFY, jobs).start(stage)
			.next(stopAtMistakes)
			.next(readGroups)
			.next(readPeople)
			.next(checkCounts)
			.next(compare)
			.build();
	}

	@Bean
	Step stopAtMistakes(JobRepository jobs, PlatformTransactionManager transactions, Tasklet mistakeStop,
			GracefulShutdown signal) {
		return new StepBuilder(JobNames.STOP_AT_MISTAKES_STEP, jobs).tasklet(mistakeStop, transactions)
			.listener(signal)
			.build();
	}

	/**
	 * Made when its step begins, as all that needs options: every command makes all
	 * steps.
	 */
	@Bean
	@StepScope
	Tasklet mistakeStop(Runs runs, Rows rows, ImportOptions reading, VerifyOptions options) {
		return new InvalidRowsTasklet(runs, rows, reading, options);
	}

	@Bean
	Step compare(JobRepository jobs, PlatformTransactionManager transactions, CompareTasklet compareTasklet,
			ProgressListener progress, GracefulShutdown signal) {
		return new StepBuilder(JobNames.COMPARE_STEP, jobs).tasklet(compareTasklet, transactions)
			.listener(progress)
			.listener(signal)
			.build();
	}

}
