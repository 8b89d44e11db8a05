package io.groupbatch.exportjob;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.groupbatch.batch.GracefulShutdown;
import io.groupbatch.batch.JobNames;
import io.groupbatch.batch.Progress;
import io.groupbatch.batch.ProgressListener;
import io.groupbatch.exportjob.read.ExportCounts;
import io.groupbatch.exportjob.read.ListReadingTasklet;
import io.groupbatch.exportjob.read.MemberCountTasklet;
import io.groupbatch.importjob.row.PersonMapper;
import io.groupbatch.journal.export.ExportGroups;
import io.groupbatch.journal.export.ExportList;
import io.groupbatch.journal.export.ExportPeople;
import io.groupbatch.journal.export.Exports;
import io.groupbatch.journal.people.PersonEntry;
import io.groupbatch.portal.Directory;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.builder.TaskletStepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The export job: the order of its steps, stated once. Its first three steps read the
 * portal into the journal: the groups, the people, and once more those groups that do not
 * fit. Each finds in the journal what is read already. The steps that write begin again
 * each time.
 */
@Configuration(proxyBeanMethods = false)
class ExportConfiguration {

	private final JobRepository jobs;

	private final PlatformTransactionManager transactions;

	private final ProgressListener progress;

	private final GracefulShutdown signal;

	ExportConfiguration(JobRepository jobs, PlatformTransactionManager transactions, ProgressListener progress,
			GracefulShutdown signal) {
		this.jobs = jobs;
		this.transactions = transactions;
		this.progress = progress;
		this.signal = signal;
	}

	@Bean
	Job exportJob(Step readGroups, Step readPeople, Step checkCounts, Step orderGroups, Step writeGroups) {
		return new JobBuilder(JobNames.EXPORT, this.jobs).start(readGroups)
			.next(readPeople)
			.next(checkCounts)
			.next(orderGroups)
			.next(writeGroups)
			.build();
	}

	@Bean
	Step readGroups(Tasklet groupReading) {
		return step(JobNames.READ_GROUPS_STEP, groupReading).listener(this.progress).build();
	}

	@Bean
	Step readPeople(Tasklet peopleReading) {
		return step(JobNames.READ_PEOPLE_STEP, peopleReading).listener(this.progress).build();
	}

	@Bean
	Step checkCounts(MemberCountTasklet countCheck) {
		return step(JobNames.CHECK_COUNTS_STEP, countCheck).listener(this.progress).build();
	}

	@Bean
	Step orderGroups(NamingTasklet fileOrder) {
		return step(JobNames.ORDER_GROUPS_STEP, fileOrder).allowStartIfComplete(true).build();
	}

	@Bean
	Step writeGroups(WriteTasklet writeTasklet) {
		return step(JobNames.WRITE_GROUPS_STEP, writeTasklet).listener(this.progress)
			.allowStartIfComplete(true)
			.build();
	}

	private TaskletStepBuilder step(String name, Tasklet tasklet) {
		return new StepBuilder(name, this.jobs).tasklet(tasklet, this.transactions).listener(this.signal);
	}

	@Bean
	ListReadingTasklet.Stores readingStores(Exports exports, ExportCounts tally, Progress counter) {
		return new ListReadingTasklet.Stores(exports, tally, counter);
	}

	/** With those that the filter leaves out later: all must fit the portal's total. */
	@Bean
	@StepScope
	Tasklet groupReading(Directory directory, ListReadingTasklet.Stores stores, ExportGroups groups) {
		UUID manager = stores.exports().underWay().orElseThrow().manager();
		return new ListReadingTasklet<>(directory, stores, ExportList.GROUPS,
				(size, start) -> directory.groupsPage(manager, size, start),
				(page, pass) -> groups.add(page.stream().map(MemberCountTasklet::group).toList(), pass));
	}

	@Bean
	@StepScope
	Tasklet peopleReading(Directory directory, ListReadingTasklet.Stores stores, ExportPeople people) {
		return new ListReadingTasklet<>(directory, stores, ExportList.PEOPLE, directory::peoplePage, (page, pass) -> {
			Map<PersonEntry, List<UUID>> found = new LinkedHashMap<>();
			page.forEach((person) -> found.put(PersonMapper.entry(person), person.groups()));
			people.add(found, pass);
		});
	}

}
