package io.groupbatch.importjob.send;

import java.time.Clock;
import java.util.List;

import io.groupbatch.importjob.GracefulStop;
import io.groupbatch.importjob.ImportOptions;
import io.groupbatch.importjob.SendProperties;
import io.groupbatch.journal.Doubts;
import io.groupbatch.journal.Groups;
import io.groupbatch.journal.Lanes;
import io.groupbatch.journal.Limits;
import io.groupbatch.journal.Meanwhile;
import io.groupbatch.journal.MonotonicClock;
import io.groupbatch.journal.People;
import io.groupbatch.journal.Progress;
import io.groupbatch.journal.RequestResult;
import io.groupbatch.journal.Results;
import io.groupbatch.journal.Runs;
import io.groupbatch.journal.StateBefore;
import io.groupbatch.journal.Twins;
import io.groupbatch.portal.PortalClient;
import io.groupbatch.review.PlanAge;
import io.groupbatch.review.PlanCheck;
import io.groupbatch.review.PlanReview;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.listener.StepListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The step {@code send}. One item is a small batch of results, so that what the portal
 * answered is committed within milliseconds and never waits for a chunk to fill.
 */
@Configuration(proxyBeanMethods = false)
class SendConfiguration {

	@Bean
	Step send(JobRepository jobs, PlatformTransactionManager transactions, SendReader sendReader, SendWriter sendWriter,
			GracefulStop signal) {
		return new StepBuilder("send", jobs).<List<RequestResult>, List<RequestResult>>chunk(1)
			.transactionManager(transactions)
			.reader(sendReader)
			.writer(sendWriter)
			.listener((StepListener) signal)
			.build();
	}

	@Bean
	SendReader.Parts sendParts(SendReader.Stores stores, Gate gate, Clock clock, MonotonicClock monotonic,
			SendProperties properties) {
		return new SendReader.Parts(gate, stores, clock, monotonic, properties.concurrency(), properties);
	}

	@Bean
	SendReader.Stores sendStores(Runs runs, People people, Lanes lanes, Doubts doubts, Limits limits,
			OldPlan.Journal old, ClosingCheck.Stores closing) {
		return new SendReader.Stores(runs, people, lanes, doubts, limits, old, closing);
	}

	@Bean
	OldPlan.Journal oldPlanJournal(PlanAge age, PlanCheck check, StateBefore before, Meanwhile meanwhile,
			ImportOptions options) {
		return new OldPlan.Journal(age, check, before, meanwhile, options);
	}

	@Bean
	ClosingCheck.Stores closingStores(Runs runs, Groups groups, Twins twins, Progress progress) {
		return new ClosingCheck.Stores(runs, groups, twins, progress);
	}

	@Bean
	Gate gate(Runs runs, Groups groups, PlanReview review, ImportOptions options) {
		return new Gate(runs, groups, review, options);
	}

	@Bean
	@StepScope
	SendReader sendReader(SendReader.Parts parts, PortalClient client, GracefulStop signal,
			@Value("#{stepExecution}") StepExecution step) {
		return new SendReader(parts, client, signal, step);
	}

	@Bean
	@StepScope
	SendWriter sendWriter(SendReader sendReader, Results results, Progress progress,
			@Value("#{jobParameters['run']}") long run) {
		return new SendWriter(sendReader, results, progress, run);
	}

}
