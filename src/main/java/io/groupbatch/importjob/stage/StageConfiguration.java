package io.groupbatch.importjob.stage;

import io.groupbatch.batch.GracefulShutdown;
import io.groupbatch.batch.JobNames;
import io.groupbatch.batch.Progress;
import io.groupbatch.batch.ProgressListener;
import io.groupbatch.csv.CsvRow;
import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.journal.plan.MembershipTargets;
import io.groupbatch.journal.row.Rows;
import io.groupbatch.journal.run.Runs;

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
 * The step {@code stage}.
 */
@Configuration(proxyBeanMethods = false)
class StageConfiguration {

	@Bean
	Step stage(JobRepository jobs, PlatformTransactionManager transactions, FileReader fileReader,
			StageWriter stageWriter, ProgressListener progress, GracefulShutdown signal) {
		return new StepBuilder(JobNames.STAGE_STEP, jobs).<CsvRow, CsvRow>chunk(1000)
			.transactionManager(transactions)
			.reader(fileReader)
			.writer(stageWriter)
			.listener((StepListener) progress)
			.listener((StepListener) signal)
			.build();
	}

	@Bean
	@StepScope
	FileReader fileReader(Runs runs, Rows rows, Progress progress, ImportOptions options,
			@Value("#{stepExecution}") StepExecution step) {
		return new FileReader(new FileReader.Journal(runs, rows, progress), options, step);
	}

	@Bean
	@StepScope
	StageWriter stageWriter(Runs runs, Rows rows, MembershipTargets sets, ImportOptions options,
			@Value("#{jobParameters['run']}") long run) {
		return new StageWriter(new StageWriter.Journal(runs, rows, sets), options, run);
	}

}
