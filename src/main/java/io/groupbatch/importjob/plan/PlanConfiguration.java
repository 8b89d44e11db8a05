package io.groupbatch.importjob.plan;

import java.time.Clock;

import io.groupbatch.batch.GracefulShutdown;
import io.groupbatch.batch.JobNames;
import io.groupbatch.batch.ProgressListener;
import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.importjob.plan.snapshot.DirectorySnapshot;
import io.groupbatch.importjob.plan.state.PlanStores;
import io.groupbatch.journal.row.StagedRow;
import io.groupbatch.journal.run.PortalIdentities;
import io.groupbatch.portal.Directory;
import io.groupbatch.review.PlanFreshness;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.listener.StepListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The steps {@code plan} and {@code replan}.
 */
@Configuration(proxyBeanMethods = false)
class PlanConfiguration {

	/** Each takes about 100 bytes. */
	private static final long MOST_PEOPLE = 300_000;

	@Bean
	Step plan(JobRepository jobs, PlatformTransactionManager transactions, PlanReader planReader, PlanWriter planWriter,
			ProgressListener progress, GracefulShutdown signal) {
		return step(JobNames.PLAN_STEP, jobs, transactions, planReader, planWriter, progress, signal);
	}

	/**
	 * Plans the same rows once more, with the ids of the people who were invited and
	 * without those who could not be. A run that invites nobody has nothing to read here.
	 */
	@Bean
	Step replan(JobRepository jobs, PlatformTransactionManager transactions, PlanReader planReader,
			PlanWriter planWriter, ProgressListener progress, GracefulShutdown signal) {
		return step(JobNames.REPLAN_STEP, jobs, transactions, planReader, planWriter, progress, signal);
	}

	private static Step step(String name, JobRepository jobs, PlatformTransactionManager transactions,
			PlanReader planReader, PlanWriter planWriter, ProgressListener progress, GracefulShutdown signal) {
		return new StepBuilder(name, jobs).<StagedRow, StagedRow>chunk(1000)
			.transactionManager(transactions)
			.reader(planReader)
			.writer(planWriter)
			.listener((StepListener) progress)
			.listener((StepListener) signal)
			.build();
	}

	@Bean
	@Lazy
	DirectorySnapshot snapshot(Directory directory, PlanStores stores, ImportOptions options,
			DirectorySnapshot.Surroundings surroundings) {
		return new DirectorySnapshot(directory, stores, options, surroundings);
	}

	@Bean
	DirectorySnapshot.Surroundings snapshotSurroundings(Clock clock, GracefulShutdown signal, PlanFreshness age,
			PortalIdentities portals) {
		return new DirectorySnapshot.Surroundings(clock, signal::isRequested, age, portals);
	}

	@Bean
	@StepScope
	PlanReader planReader(DirectorySnapshot snapshot, PlanStores stores, PlatformTransactionManager transactions,
			@Value("#{stepExecution}") StepExecution step) {
		return new PlanReader(snapshot, stores, new TransactionTemplate(transactions), step);
	}

	@Bean
	@StepScope
	PlanWriter planWriter(PlanStores stores, ImportOptions options, @Value("#{jobParameters['run']}") long run,
			@Value("#{stepExecution.stepName}") String step) {
		return new PlanWriter(stores, options, run, MOST_PEOPLE, step.equals(JobNames.REPLAN_STEP));
	}

}
