package io.groupbatch.importjob.report;

import java.nio.file.Path;
import java.util.Objects;

import io.groupbatch.batch.JobNames;
import io.groupbatch.batch.RunParameter;
import io.groupbatch.importjob.options.SharePageParameters;
import io.groupbatch.importjob.report.html.HtmlReport;
import io.groupbatch.importjob.report.html.PageProperties;

import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The step {@code report}, which always begins again, and the step {@code share}, which
 * writes the page that {@link SharePageParameters} asks for.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PageProperties.class)
class ReportConfiguration {

	@Bean
	Step report(JobRepository jobs, PlatformTransactionManager transactions, ReportTasklet reports) {
		return new StepBuilder(JobNames.REPORT_STEP, jobs).tasklet(reports, transactions)
			.allowStartIfComplete(true)
			.build();
	}

	@Bean
	Step share(JobRepository jobs, PlatformTransactionManager transactions, HtmlReport page) {
		return new StepBuilder(JobNames.SHARE_STEP, jobs).tasklet((contribution, chunk) -> {
			StepExecution step = contribution.getStepExecution();
			JobParameters parameters = step.getJobParameters();
			page.share(RunParameter.of(step),
					Path.of(Objects.requireNonNull(parameters.getString(SharePageParameters.FILE))),
					Boolean.parseBoolean(parameters.getString(SharePageParameters.HIDE_EMAILS)));
			return RepeatStatus.FINISHED;
		}, transactions).build();
	}

}
