package io.groupbatch.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import io.groupbatch.journal.run.StopCause;
import io.groupbatch.journal.run.StopReason;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

import org.jspecify.annotations.Nullable;

/**
 * Ends the work in an orderly way when the process is asked to stop: nothing new begins,
 * open requests get a few seconds, and then the work goes its usual way to the report.
 * Thread-safe.
 * <p>
 * It is asked by the command line, which hears signals. Where that is not possible, or
 * for a signal that it does not know, Java closes the application, which asks as well:
 * then everything, the database above all, stays up until the work is over.
 */
@Component
@Lazy(false)
@EnableConfigurationProperties(ShutdownProperties.class)
public class GracefulShutdown implements SmartLifecycle, StepExecutionListener {

	private final ShutdownProperties patience;

	private final Set<StepExecution> live = ConcurrentHashMap.newKeySet();

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private final List<Runnable> actions = new ArrayList<>();

	private volatile @Nullable Request request;

	private volatile boolean begun;

	private boolean over;

	private volatile boolean running;

	GracefulShutdown(ShutdownProperties patience) {
		this.patience = patience;
	}

	/**
	 * Asks the work to stop. Only the first one asks.
	 * @param why is told to people
	 */
	public void request(StopCause why) {
		List<Runnable> waiting;
		this.lock.lock();
		try {
			if (this.request != null) {
				return;
			}
			this.request = new Request(why, System.nanoTime());
			waiting = List.copyOf(this.actions);
		}
		finally {
			this.lock.unlock();
		}
		// A step that sends ends by itself, once its open requests have ended.
		this.live.stream().filter(GracefulShutdown::isBeforeSending).forEach(StepExecution::setTerminateOnly);
		waiting.forEach(Runnable::run);
	}

	/**
	 * Does something when the work is asked to stop; at once when it was asked already.
	 * @param action must be quick, because others wait
	 */
	public void whenRequested(Runnable action) {
		this.lock.lock();
		try {
			if (this.request == null) {
				this.actions.add(action);
				return;
			}
		}
		finally {
			this.lock.unlock();
		}
		action.run();
	}

	/**
	 * Whether the process was asked to stop.
	 */
	public boolean isRequested() {
		return this.request != null;
	}

	/**
	 * Why the process was asked to stop, if it was.
	 */
	public Optional<StopCause> why() {
		return Optional.ofNullable(this.request).map(Request::why);
	}

	/**
	 * Whether open requests have had their time.
	 */
	public boolean isTimeUp() {
		Request asked = this.request;
		return asked != null && System.nanoTime() - asked.since() > this.patience.openRequests().toNanos();
	}

	/**
	 * All work is done: the process may go at once.
	 */
	public void over() {
		this.lock.lock();
		try {
			this.over = true;
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Waits until the work that was asked to stop is over.
	 * @return whether it is; not when it takes too long. A step that has sent nothing
	 * takes too long when it waits for the portal
	 */
	public boolean awaitEnd() throws InterruptedException {
		Request asked = this.request;
		this.lock.lock();
		try {
			while (asked != null && !this.over) {
				boolean reading = this.live.stream().anyMatch(GracefulShutdown::isBeforeSending);
				long most = (reading ? this.patience.openRequests() : this.patience.inAll()).toNanos();
				long left = asked.since() + most - System.nanoTime();
				if (left <= 0) {
					return false;
				}
				this.changed.awaitNanos(left);
			}
			return true;
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public void beforeStep(StepExecution step) {
		this.lock.lock();
		try {
			this.begun = true;
			this.live.add(step);
			if (this.request != null) {
				step.setTerminateOnly();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public @Nullable ExitStatus afterStep(StepExecution step) {
		this.lock.lock();
		try {
			this.live.remove(step);
			this.changed.signalAll();
			return null;
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public void start() {
		this.running = true;
	}

	/** The fall-back: the application is being closed. */
	@Override
	public void stop() {
		request(new StopCause(StopReason.TERMINATED, "Stopped by a signal."));
		try {
			if (this.begun) {
				awaitEnd();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Nothing else is closed before the work is over. */
	@Override
	public int getPhase() {
		return Integer.MAX_VALUE;
	}

	private static boolean isBeforeSending(StepExecution step) {
		return !step.getStepName().equals(JobNames.SEND_STEP) && !step.getStepName().equals(JobNames.INVITE_STEP);
	}

	/** That the process was asked to stop, and when. */
	private record Request(StopCause why, long since) {
	}

}
