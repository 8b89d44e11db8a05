package io.groupbatch.importjob.send;

import io.groupbatch.batch.GracefulShutdown;
import io.groupbatch.batch.JobNames;

import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The step {@code send}.
 */
@Configuration(proxyBeanMethods = false)
class SendConfiguration {

	@Bean
	Step send(JobRepository jobs, PlatformTransactionManager transactions, SendTasklet tasklet,
			GracefulShutdown signal) {
		return new StepBuilder(JobNames.SEND_STEP, jobs).tasklet(tasklet, transactions)
			.stream(tasklet)
			.listener((StepExecutionListener) tasklet)
			.listener((StepExecutionListener) signal)
			.build();
	}

}
