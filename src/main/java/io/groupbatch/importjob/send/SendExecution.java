package io.groupbatch.importjob.send;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.groupbatch.importjob.send.doubt.DoubtQueue;
import io.groupbatch.importjob.send.pace.ErrorLimit;
import io.groupbatch.importjob.send.pace.RateBudget;
import io.groupbatch.journal.run.PortalLimitStore;
import io.groupbatch.journal.run.PortalLimits;
import io.groupbatch.journal.run.StopCause;
import io.groupbatch.journal.send.RequestResult;
import io.groupbatch.portal.http.RecentRequests;

import org.jspecify.annotations.Nullable;

/**
 * One execution of the step {@code send}, from its first request to its last. For the one
 * thread of the step.
 */
final class SendExecution implements AutoCloseable {

	private final long run;

	private final SendPipeline pipeline;

	private final SenderPool workers;

	private final DoubtQueue doubts;

	private final RateBudget allowance;

	private final ErrorLimit errors;

	private final CompletableFuture<StopCause> stop;

	private final PortalLimitStore limits;

	private final RecentRequests recent;

	private PortalLimits kept = PortalLimits.UNKNOWN;

	/**
	 * Begins with nothing sent.
	 * @param stop completed when sending has to end, with the reason; the first one
	 * stands
	 * @param limits keeps what the portal tells of its limits
	 */
	SendExecution(long run, SendPipeline pipeline, SenderPool workers, DoubtQueue doubts, RateBudget allowance,
			ErrorLimit errors, CompletableFuture<StopCause> stop, PortalLimitStore limits, RecentRequests recent) {
		this.run = run;
		this.pipeline = pipeline;
		this.workers = workers;
		this.doubts = doubts;
		this.allowance = allowance;
		this.errors = errors;
		this.stop = stop;
		this.limits = limits;
		this.recent = recent;
	}

	/**
	 * Sends what was marked, and waits until there is something to record.
	 * @return the next results, none when there is only something to mark; null when
	 * nothing more can be sent now
	 * @throws IllegalStateException when a worker has failed
	 */
	@Nullable List<RequestResult> next() throws InterruptedException {
		List<RequestResult> results = this.pipeline.read();
		if (results == null) {
			this.workers.rethrow();
			return null;
		}
		this.errors.saw(results).ifPresent(this.stop::complete);
		// At once when something was learned: the next moment may be the last.
		if (!this.allowance.limits().equals(this.kept)) {
			keepLimits();
		}
		return results;
	}

	/** In the transaction in which results were recorded: marks what may go next. */
	void recorded(List<RequestResult> results) {
		this.pipeline.recorded(results);
	}

	/** Why sending has to end, if it has to. */
	Optional<StopCause> stopped() {
		return Optional.ofNullable(this.stop.getNow(null));
	}

	/** Since when no create has left that is or was in doubt, by the monotonic clock. */
	Instant noCreateSince() {
		return this.doubts.noCreateSince();
	}

	private void keepLimits() {
		this.kept = this.allowance.limits();
		this.limits.keep(this.run, this.kept, this.recent.ages());
	}

	@Override
	public void close() {
		this.workers.close();
		keepLimits();
	}

}
