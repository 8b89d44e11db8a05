package io.groupbatch.exportjob;

import io.groupbatch.importjob.GracefulStop;
import io.groupbatch.importjob.ProgressListener;
import io.groupbatch.journal.ExportGroups;
import io.groupbatch.journal.ExportList;
import io.groupbatch.journal.ExportPeople;
import io.groupbatch.journal.Exports;
import io.groupbatch.journal.Progress;
import io.groupbatch.portal.Directory;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The steps that read the portal into the journal: its groups, its people, and once more
 * those groups that do not fit. Each finds in the journal what is read already.
 */
@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {

	@Bean
	Step readGroups(JobRepository jobs, PlatformTransactionManager transactions, Tasklet groupReading,
			ProgressListener progress, GracefulStop signal) {
		return new StepBuilder("groups", jobs).tasklet(groupReading, transactions)
			.listener(progress)
			.listener(signal)
			.build();
	}

	@Bean
	Step readPeople(JobRepository jobs, PlatformTransactionManager transactions, Tasklet peopleReading,
			ProgressListener progress, GracefulStop signal) {
		return new StepBuilder("people", jobs).tasklet(peopleReading, transactions)
			.listener(progress)
			.listener(signal)
			.build();
	}

	@Bean
	Step checkCounts(JobRepository jobs, PlatformTransactionManager transactions, Tasklet countCheck,
			ProgressListener progress, GracefulStop signal) {
		return new StepBuilder("check", jobs).tasklet(countCheck, transactions)
			.listener(progress)
			.listener(signal)
			.build();
	}

	@Bean
	ListReading.Stores readingStores(Exports exports, ExportTally tally, Progress progress) {
		return new ListReading.Stores(exports, tally, progress);
	}

	@Bean
	@StepScope
	Tasklet groupReading(Directory directory, ListReading.Stores stores, ExportGroups groups) {
		return new ListReading<>(directory, stores, ExportList.GROUPS, new GroupRows(directory, groups, stores.exports()));
	}

	@Bean
	@StepScope
	Tasklet peopleReading(Directory directory, ListReading.Stores stores, ExportPeople people) {
		return new ListReading<>(directory, stores, ExportList.PEOPLE, new PeopleRows(directory, people));
	}

	@Bean
	@StepScope
	Tasklet countCheck(Directory directory, ListReading.Stores stores, ExportGroups groups, ExportPeople people) {
		return new CountCheck(directory, stores, groups, people);
	}

}
