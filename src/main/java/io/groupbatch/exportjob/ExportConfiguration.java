package io.groupbatch.exportjob;

import io.groupbatch.importjob.GracefulStop;
import io.groupbatch.importjob.JournalRowReader;
import io.groupbatch.importjob.ProgressListener;
import io.groupbatch.journal.ExportGroup;
import io.groupbatch.journal.ExportGroups;
import io.groupbatch.journal.ExportPeople;
import io.groupbatch.journal.Exports;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.listener.StepListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The order of an export's steps, stated once. Those that write begin anew each time.
 */
@Configuration(proxyBeanMethods = false)
class ExportConfiguration {

	@Bean
	Job exportJob(JobRepository jobs, Step readGroups, Step readPeople, Step checkCounts, Step orderGroups,
			Step writeGroups) {
		return new JobBuilder("export", jobs).start(readGroups)
			.next(readPeople)
			.next(checkCounts)
			.next(orderGroups)
			.next(writeGroups)
			.build();
	}

	@Bean
	Step orderGroups(JobRepository jobs, PlatformTransactionManager transactions, Tasklet fileOrder,
			GracefulStop signal) {
		return new StepBuilder("order", jobs).tasklet(fileOrder, transactions)
			.listener(signal)
			.allowStartIfComplete(true)
			.build();
	}

	@Bean
	Step writeGroups(JobRepository jobs, PlatformTransactionManager transactions, Source source,
			ExportWriter exportWriter, ProgressListener progress, GracefulStop signal) {
		return new StepBuilder("write", jobs).<ExportGroup, ExportGroup>chunk(100)
			.transactionManager(transactions)
			.reader(source.reader())
			.writer(exportWriter)
			.listener((StepListener) progress)
			.listener((StepListener) signal)
			.allowStartIfComplete(true)
			.build();
	}

	@Bean
	Source exportSource(ExportGroups groups) {
		return new Source(new JournalRowReader<>(groups::page, (group) -> group.place().position(), false));
	}

	@Bean
	@StepScope
	Tasklet fileOrder(ExportGroups groups, ExportTally tally, ExportOptions options) {
		return new FileOrder(groups, tally, options);
	}

	@Bean
	@StepScope
	ExportWriter exportWriter(Exports exports, ExportGroups groups, ExportPeople people, ExportOptions options,
			ExportTally tally) {
		return new ExportWriter(new ExportWriter.Stores(exports, groups, people), options, tally);
	}

	/** Where the groups of the file come from. */
	record Source(JournalRowReader<ExportGroup> reader) {
	}

}
