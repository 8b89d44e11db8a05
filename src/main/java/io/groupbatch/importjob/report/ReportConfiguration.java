package io.groupbatch.importjob.report;

import io.groupbatch.importjob.JournalRowReader;
import io.groupbatch.journal.Causes;
import io.groupbatch.journal.GroupResults;
import io.groupbatch.journal.People;
import io.groupbatch.journal.PeopleToFix;
import io.groupbatch.journal.ReportRow;
import io.groupbatch.journal.ReportRows;
import io.groupbatch.journal.Runs;
import io.groupbatch.journal.Traffic;
import io.groupbatch.journal.UndoLines;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.listener.StepListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The step {@code report}. It always begins anew: a report is written whole or not at
 * all. The step {@code share} writes a page of its own.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PageProperties.class)
class ReportConfiguration {

	@Bean
	Step report(JobRepository jobs, PlatformTransactionManager transactions, JournalRowReader<ReportRow> reportReader,
			ReportWriter reportWriter, PeopleToFixFile peopleToFixFile, GroupsFile groupsFile,
			UndoListFile undoListFile, HtmlReport htmlReport) {
		return new StepBuilder("report", jobs).<ReportRow, ReportRow>chunk(1000)
			.transactionManager(transactions)
			.reader(reportReader)
			.writer(reportWriter)
			.listener((StepListener) peopleToFixFile)
			.listener((StepListener) groupsFile)
			.listener((StepListener) undoListFile)
			.listener((StepListener) new PageListener(htmlReport))
			.allowStartIfComplete(true)
			.build();
	}

	@Bean
	Step share(JobRepository jobs, PlatformTransactionManager transactions, HtmlReport htmlReport) {
		return new StepBuilder("share", jobs).tasklet(new SharePage(htmlReport), transactions).build();
	}

	@Bean
	PeopleToFixFile peopleToFixFile(Runs runs, People people, PeopleToFix toFix) {
		return new PeopleToFixFile(runs, people, toFix);
	}

	@Bean
	GroupsFile groupsFile(Runs runs, People people, GroupResults groups, ReportRows rows) {
		return new GroupsFile(runs, new GroupLines(people, groups, rows));
	}

	@Bean
	UndoListFile undoListFile(Runs runs, UndoLines lines) {
		return new UndoListFile(runs, lines);
	}

	@Bean
	HtmlReport htmlReport(PageSources sources, PageProperties properties) {
		return new HtmlReport(sources, properties);
	}

	@Bean
	PageSources pageSources(Runs runs, ReportRows rows, People people, GroupResults groups, Causes causes,
			Traffic traffic) {
		return new PageSources(runs, rows, people, groups, causes, traffic);
	}

	@Bean
	@StepScope
	JournalRowReader<ReportRow> reportReader(ReportRows rows, @Value("#{jobParameters['run']}") long run) {
		return new JournalRowReader<>((after, most) -> rows.page(run, after, most), (row) -> row.row().number(), false);
	}

	@Bean
	@StepScope
	ReportWriter reportWriter(Runs runs, People people, @Value("#{jobParameters['run']}") long run) {
		return new ReportWriter(runs, people, run);
	}

}
