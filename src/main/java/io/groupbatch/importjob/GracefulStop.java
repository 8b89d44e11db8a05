package io.groupbatch.importjob;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import org.jspecify.annotations.Nullable;

/**
 * Ends the work in an orderly way when the process is asked to stop: nothing new begins,
 * open requests get a few seconds, and everything else (the database above all) stays up
 * until the reports are written. Thread-safe.
 */
@Component
public class GracefulStop implements SmartLifecycle, StepExecutionListener {

	private static final long FOR_OPEN_REQUESTS = TimeUnit.SECONDS.toNanos(8);

	private static final long IN_ALL_SECONDS = 20;

	private final Set<StepExecution> live = ConcurrentHashMap.newKeySet();

	private final CountDownLatch over = new CountDownLatch(1);

	private volatile boolean running;

	private volatile boolean requested;

	private volatile long since;

	/**
	 * Whether the process was asked to stop.
	 */
	public boolean isRequested() {
		return this.requested;
	}

	/**
	 * Whether open requests have had their time.
	 */
	public boolean isTimeUp() {
		return this.requested && System.nanoTime() - this.since > FOR_OPEN_REQUESTS;
	}

	/**
	 * All work is done: the process may go at once.
	 */
	public void over() {
		this.over.countDown();
	}

	@Override
	public void beforeStep(StepExecution step) {
		this.live.add(step);
		if (this.requested) {
			step.setTerminateOnly();
		}
	}

	@Override
	public @Nullable ExitStatus afterStep(StepExecution step) {
		this.live.remove(step);
		return null;
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		if (this.over.getCount() > 0) {
			this.since = System.nanoTime();
			this.requested = true;
			// The step that sends ends by itself, once its open requests have ended.
			this.live.stream()
				.filter((step) -> !step.getStepName().equals("send"))
				.forEach(StepExecution::setTerminateOnly);
			await();
		}
		this.running = false;
	}

	private void await() {
		try {
			this.over.await(IN_ALL_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return Integer.MAX_VALUE;
	}

}
