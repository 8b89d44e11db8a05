package io.groupbatch.importjob.send.exchange;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.journal.row.RowNumber;
import io.groupbatch.journal.run.StopCause;
import io.groupbatch.journal.run.StopReason;
import io.groupbatch.journal.send.InDoubtState;
import io.groupbatch.portal.http.Answer;
import io.groupbatch.portal.http.AnswerMeaning;

import org.jspecify.annotations.Nullable;

/**
 * The circuit breaker of sending: notices a failing portal from what its answers have in
 * common, so that it costs few more rows than there are workers (docs/architecture.md,
 * "Failing portal"). Reads and writes have a health each, because a portal may answer the
 * ones and not the others: after failures of writes, only a write shows that they are
 * taken again, so one at a time tries. Thread-safe.
 */
public final class CircuitBreaker {

	private static final int MIN_REFUSALS = 10;

	private final int workers;

	private final List<Duration> pauses;

	private int badWrites;

	private int badReads;

	private int refusals;

	/** Since the last good write. */
	private int tries;

	/** After a failure: one request at a time, until one is good. */
	private boolean trying;

	private @Nullable Answer lastBadWrite;

	private @Nullable Answer lastRefusal;

	/**
	 * Begins with a portal that is well.
	 * @param pauses before each try whether a failing portal is back
	 */
	public CircuitBreaker(int workers, List<Duration> pauses) {
		this.workers = workers;
		this.pauses = List.copyOf(pauses);
	}

	/** Takes an answer into account. */
	synchronized void saw(RequestType verb, NextStep step, Answer answer) {
		boolean bad = (step == NextStep.DOUBT && !answer.meaning().isRefusal())
				|| answer.meaning() == AnswerMeaning.BROKEN_OFF;
		if (verb == RequestType.GET) {
			sawRead(bad, step == NextStep.COMPARE || step == NextStep.REFUSED);
		}
		else if (step == NextStep.DOUBT && !bad) {
			this.lastRefusal = answer;
		}
		else if (bad) {
			this.lastBadWrite = answer;
			sawBadWrite(answer.isThrown());
		}
		else if (isGood(step)) {
			this.badWrites = 0;
			this.tries = 0;
			this.trying = false;
		}
	}

	private void sawRead(boolean bad, boolean good) {
		if (bad) {
			this.badReads++;
			this.trying = this.trying && this.badReads < this.workers;
		}
		else if (good) {
			this.badReads = 0;
			if (this.badWrites < this.workers) {
				this.tries = 0;
				this.trying = false;
			}
		}
	}

	/**
	 * Takes a bad write into account.
	 * @param own whether it broke off in the portal itself, which may be due to the one
	 * request: then the next one tries at once
	 */
	private void sawBadWrite(boolean own) {
		if (!this.trying) {
			this.badWrites++;
		}
		else if (!own) {
			this.badWrites = this.workers;
			this.trying = false;
		}
	}

	/** The portal itself has taken it or refused it. */
	private static boolean isGood(NextStep step) {
		return switch (step) {
			case COMPARE, GONE, LOOK, WITHOUT_PEOPLE, REFUSED -> true;
			case COMPLETE, DOUBT, WAIT, RECONNECT, STOP -> false;
		};
	}

	/**
	 * A request was refused by an answer that need not be the portal's.
	 * @param row the first row that it was sent for
	 * @param means what such an answer means when all requests meet it
	 * @return why sending has to stop, when all do
	 */
	synchronized Optional<StopCause> refused(long row, InDoubtState.Refusal refusal,
			Function<Answer, StopCause> means) {
		this.refusals++;
		if (this.refusals < Math.max(MIN_REFUSALS, this.workers)) {
			return Optional.empty();
		}
		if (this.lastRefusal == null || !isAboutTheWay(refusal.status())) {
			return Optional.of(new StopCause(StopReason.GUARD,
					"The portal refused %d requests in a row, the latest for row %d (%s). Find out why before you continue."
						.formatted(this.refusals, RowNumber.row(row), refusal.told())));
		}
		StopCause meant = means.apply(this.lastRefusal);
		return Optional
			.of(new StopCause(meant.reason(), "The last %d requests, the latest for row %d, were answered with %d. "
				.formatted(this.refusals, RowNumber.row(row), refusal.status()) + meant.sentence()));
	}

	/** Redirects, and refusals that no single request is the reason of. */
	private static boolean isAboutTheWay(int status) {
		return status < 400 || (status > 400 && status <= 407 && status != 406);
	}

	/** A request was not refused so. */
	synchronized void accepted() {
		this.refusals = 0;
	}

	/**
	 * How long to wait before the next try whether a failing portal is back.
	 * @return nothing when it has been given time enough
	 */
	synchronized Optional<Duration> nextPause() {
		return (this.tries < this.pauses.size()) ? Optional.of(this.pauses.get(this.tries++)) : Optional.empty();
	}

	/** How many requests may be under way now; none while the portal is failing. */
	public synchronized int places() {
		return isInTrouble() ? 0 : this.trying ? 1 : this.workers;
	}

	/** Whether the latest writes and reads were good. */
	public synchronized boolean isWell() {
		return !this.trying && this.badWrites == 0 && this.badReads == 0;
	}

	/** Whether so many answers in a row were bad that nothing new may be marked. */
	public synchronized boolean isInTrouble() {
		return !this.trying && (this.badWrites >= this.workers || this.badReads >= this.workers);
	}

	/** The portal answers a read again: one request tries, and all others after it. */
	synchronized void readable() {
		this.badReads = 0;
		this.trying = true;
	}

	/** What the last bad write was answered with; null when none was bad. */
	synchronized @Nullable Answer lastBadWrite() {
		return this.lastBadWrite;
	}

}
