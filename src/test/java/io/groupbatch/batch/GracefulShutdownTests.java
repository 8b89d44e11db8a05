package io.groupbatch.batch;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;

import io.groupbatch.journal.run.StopCause;
import io.groupbatch.journal.run.StopReason;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.StepExecution;

import static org.assertj.core.api.Assertions.assertThat;

class GracefulShutdownTests {

	private static final StopCause WHY = new StopCause(StopReason.INTERRUPTED, "Stopped.");

	private static final Duration NONE = Duration.ZERO;

	private static final Duration LONG = Duration.ofMinutes(1);

	private final GracefulShutdown stop = new GracefulShutdown(new ShutdownProperties(NONE, LONG));

	private final AtomicInteger actions = new AtomicInteger();

	@Test
	void onlyTheFirstOneAsks() {
		this.stop.whenRequested(this.actions::incrementAndGet);
		this.stop.request(WHY);
		this.stop.request(new StopCause(StopReason.TERMINATED, "Stopped again."));

		assertThat(this.stop.why()).contains(WHY);
		assertThat(this.actions).hasValue(1);
	}

	@Test
	void whoComesAfterTheRequestIsToldAtOnce() {
		this.stop.request(WHY);

		this.stop.whenRequested(this.actions::incrementAndGet);

		assertThat(this.actions).hasValue(1);
	}

	@Test
	void whoComesTogetherWithTheRequestIsToldOnce() throws Exception {
		int rounds = 2000;
		CyclicBarrier together = new CyclicBarrier(2);
		GracefulShutdown[] stops = new GracefulShutdown[rounds];
		for (int i = 0; i < rounds; i++) {
			stops[i] = new GracefulShutdown(new ShutdownProperties(NONE, LONG));
		}
		CompletableFuture<Void> other = CompletableFuture.runAsync(() -> {
			for (GracefulShutdown each : stops) {
				await(together);
				each.request(WHY);
			}
		});
		for (GracefulShutdown each : stops) {
			await(together);
			each.whenRequested(this.actions::incrementAndGet);
		}
		other.join();

		assertThat(this.actions).hasValue(rounds);
	}

	@Test
	void aStepThatSendsEndsByItselfTheOthersAreEnded() {
		StepExecution plan = begin("plan");
		StepExecution send = begin("send");

		this.stop.request(WHY);

		assertThat(plan.isTerminateOnly()).isTrue();
		assertThat(send.isTerminateOnly()).isFalse();
		assertThat(begin("send").isTerminateOnly()).as("nothing new begins").isTrue();
	}

	@Test
	void aStepThatReadsThePortalIsNotWaitedForAsLongAsTheReport() throws InterruptedException {
		StepExecution plan = begin("plan");
		this.stop.request(WHY);

		assertThat(this.stop.awaitEnd()).as("planning").isFalse();

		this.stop.afterStep(plan);
		CompletableFuture<Boolean> end = CompletableFuture.supplyAsync(this::awaitEnd);
		this.stop.over();

		assertThat(end.join()).as("reporting").isTrue();
	}

	@Test
	void theReportIsNotWaitedForForEver() throws InterruptedException {
		GracefulShutdown impatient = new GracefulShutdown(new ShutdownProperties(NONE, NONE));
		impatient.request(WHY);

		assertThat(impatient.awaitEnd()).isFalse();
	}

	@Test
	void anApplicationThatIsClosedIsAskedToStopAndDoesNotWaitWhenNothingHasBegun() {
		this.stop.start();

		this.stop.stop();

		assertThat(this.stop.isRunning()).isFalse();
		assertThat(this.stop.why().orElseThrow().reason()).isEqualTo(StopReason.TERMINATED);
	}

	private StepExecution begin(String step) {
		StepExecution execution = new StepExecution(1, step,
				new JobExecution(1, new JobInstance(1, "import"), new JobParameters()));
		this.stop.beforeStep(execution);
		return execution;
	}

	private boolean awaitEnd() {
		try {
			return this.stop.awaitEnd();
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	private static void await(CyclicBarrier barrier) {
		try {
			barrier.await();
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

}
