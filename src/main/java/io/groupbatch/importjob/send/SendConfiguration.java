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
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

/**
 * The steps {@code invite} and {@code send}.
 */
@Configuration(proxyBeanMethods = false)
class SendConfiguration {

	/** It has no transaction of its own: a mark is committed before anything leaves. */
	@Bean
	Step invite(JobRepository jobs, PlatformTransactionManager transactions, InviteTasklet inviteTasklet,
			GracefulShutdown signal) {
		return new StepBuilder(JobNames.INVITE_STEP, jobs).tasklet(inviteTasklet, transactions)
			.transactionAttribute(new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED))
			.listener((StepExecutionListener) signal)
			.build();
	}

	@Bean
	Step send(JobRepository jobs, PlatformTransactionManager transactions, SendTasklet sendTasklet,
			GracefulShutdown signal) {
		return new StepBuilder(JobNames.SEND_STEP, jobs).tasklet(sendTasklet, transactions)
			.stream(sendTasklet)
			.listener((StepExecutionListener) sendTasklet)
			.listener((StepExecutionListener) signal)
			.build();
	}

}
