package io.groupbatch.importjob;

import io.groupbatch.audit.AuditRecord;
import io.groupbatch.batch.JobNames;
import io.groupbatch.batch.RunParameter;
import io.groupbatch.journal.run.Runs;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

/**
 * The order of the stages, stated once.
 */
@Configuration(proxyBeanMethods = false)
class ImportJobConfiguration {

	@Bean
	Job importJob(JobRepository jobs, Step stage, Step plan, Step invite, Step replan, Step send, Step seal,
			Step report) {
		return new JobBuilder(JobNames.IMPORT, jobs).start(stage)
			.next(plan)
			.next(invite)
			.next(replan)
			.next(send)
			.next(seal)
			.next(report)
			.build();
	}

	/** The reports of a run once more, or of a run that ended before its last step. */
	@Bean
	Job reportJob(JobRepository jobs, Step seal, Step report) {
		return new JobBuilder(JobNames.REPORT, jobs).start(seal).next(report).build();
	}

	/** A page of a run, to hand on. */
	@Bean
	Job shareJob(JobRepository jobs, Step share) {
		return new JobBuilder(JobNames.SHARE, jobs).start(share).build();
	}

	/**
	 * Puts the run into the audit record if it has ended, and before it every other run
	 * that has ended and is not there yet. It comes before the reports, whose files may
	 * fail. It has no transaction of its own: a long record goes in block by block.
	 */
	@Bean
	Step seal(JobRepository jobs, PlatformTransactionManager transactions, Runs runs, AuditRecord audit) {
		return new StepBuilder(JobNames.SEAL_STEP, jobs).tasklet((contribution, chunk) -> {
			if (runs.get(RunParameter.of(contribution.getStepExecution())).state().isEnded()) {
				audit.seal();
			}
			return RepeatStatus.FINISHED;
		}, transactions)
			.transactionAttribute(new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED))
			.allowStartIfComplete(true)
			.build();
	}

}
