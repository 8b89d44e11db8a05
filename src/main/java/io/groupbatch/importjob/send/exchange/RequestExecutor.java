package io.groupbatch.importjob.send.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.groupbatch.batch.PortalStopCauses;
import io.groupbatch.clock.MonotonicClock;
import io.groupbatch.importjob.send.pace.Throttle;
import io.groupbatch.journal.plan.RequestState;
import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.journal.run.StopCause;
import io.groupbatch.journal.send.InDoubtState;
import io.groupbatch.journal.send.RequestResult;
import io.groupbatch.journal.send.RequestResult.Trace;
import io.groupbatch.journal.send.SendableRequest;
import io.groupbatch.portal.PortalException;
import io.groupbatch.portal.http.Answer;
import io.groupbatch.portal.http.AnswerMeaning;
import io.groupbatch.portal.http.GroupRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.jspecify.annotations.Nullable;

/**
 * Sends a request until there is an answer that decides something: it waits where the
 * portal asks for it, and stops the run where nothing can get past. Thread-safe.
 */
public final class RequestExecutor {

	private static final Logger logger = LoggerFactory.getLogger(RequestExecutor.class);

	private final PortalAccess portal;

	private final Throttle pace;

	private final CircuitBreaker health;

	private final CompletableFuture<StopCause> stop;

	private final Clock clock;

	private final MonotonicClock monotonic;

	private final Duration gap;

	private final Duration settle;

	/**
	 * Begins with nothing sent.
	 * @param pace holds all senders back
	 * @param health what the answers tell of the portal
	 * @param stop why sending ends; completed once something is found that no request can
	 * get past
	 * @param clock for the record
	 * @param monotonic for waiting
	 * @param gap between two looks that must agree
	 * @param settle how long the portal may be at a request whose answer proved nothing
	 */
	public RequestExecutor(PortalAccess portal, Throttle pace, CircuitBreaker health, CompletableFuture<StopCause> stop,
			Clock clock, MonotonicClock monotonic, Duration gap, Duration settle) {
		this.portal = portal;
		this.pace = pace;
		this.health = health;
		this.stop = stop;
		this.clock = clock;
		this.monotonic = monotonic;
		this.gap = gap;
		this.settle = settle;
	}

	public Throttle pace() {
		return this.pace;
	}

	public CircuitBreaker health() {
		return this.health;
	}

	/** Whether sending has ended. */
	public boolean isStopped() {
		return this.stop.isDone();
	}

	/**
	 * Sends until there is an answer that decides.
	 * @return null when sending stops first: then the portal has done nothing
	 */
	public @Nullable Reply send(RequestType verb, GroupRequest request) throws InterruptedException {
		int unconnected = 0;
		for (int attempt = 0; this.pace.await(); attempt++) {
			SendTime departure = new SendTime(this.clock, this.monotonic);
			Instant begun = departure.leftAt();
			Answer answer = this.portal.send(request, departure::leaves);
			int millis = departure.millis();
			NextStep step = step(verb, request, answer);
			logger.debug("Request(verb={}, group={}) answered {} {} after {} ms: {}", verb, request.groupId(),
					answer.status(), answer.shape(), millis, step);
			this.health.saw(verb, step, answer);
			switch (step) {
				case WAIT -> rejected(verb, answer, begun);
				case RECONNECT -> reconnect(answer, unconnected++);
				case STOP -> stop(PortalStopCauses.halt(this.portal.trouble(answer)));
				default -> {
					leaveAlone(verb, answer, begun);
					Trace trace = (answer.status() > 0)
							? new Trace(answer.status(), attempt, departure.sentAt(), millis)
							: new Trace(null, attempt, departure.sentAt(), null);
					return new Reply(answer, step, trace, departure.leftAt());
				}
			}
		}
		return null;
	}

	/**
	 * What an answer proves. A refusal without words of the portal's own may be anybody's
	 * on the way; then it does not meet the reads that it would meet, too.
	 */
	private NextStep step(RequestType verb, GroupRequest request, Answer answer) {
		NextStep step = NextStep.of(verb, answer);
		boolean wordless = answer.meaning() == AnswerMeaning.KEY_WITHOUT_SCOPE
				|| answer.meaning() == AnswerMeaning.ADDRESS_REFUSED;
		return (step == NextStep.STOP && wordless && !this.portal.refusesAll(request, answer)) ? NextStep.DOUBT : step;
	}

	/** Where the portal or something ahead of it asks to wait, everybody does. */
	private void leaveAlone(RequestType verb, Answer answer, Instant begun) {
		boolean asks = answer.pause() != null && answer.pause().retryAfter() != null && !answer.meaning().isRefusal();
		if (asks || answer.meaning().isRateLimit()) {
			rejected(verb, answer, begun);
		}
		else if (answer.status() > 0) {
			this.pace.letThrough(verb == RequestType.GET);
		}
	}

	private void rejected(RequestType verb, Answer answer, Instant begun) {
		this.pace.rejected(verb == RequestType.GET, answer, begun).ifPresent(this::stop);
	}

	/**
	 * Takes into account what became of a request. When all requests meet refusals that
	 * need not be the portal's, sending stops.
	 */
	public void concluded(SendableRequest ready, RequestResult result) {
		InDoubtState doubt = result.doubt();
		if (doubt != null && doubt.refusal() != null && result.state() == RequestState.IN_DOUBT
				&& (ready.doubt() == null || doubt.losses() > ready.doubt().losses())) {
			this.health
				.refused(ready.rows().isEmpty() ? 0 : ready.rows().get(0).number(), doubt.refusal(),
						(answer) -> PortalStopCauses.halt(this.portal.trouble(answer)))
				.ifPresent(this::stop);
		}
		else if (result.trace() != null && result.state().isSettled()) {
			this.health.accepted();
		}
	}

	/**
	 * Waits between two looks that must agree.
	 * @return false when sending stops first
	 */
	boolean rest() throws InterruptedException {
		return this.pace.rest(this.gap);
	}

	/**
	 * Waits until the portal can no longer be at a request that proved nothing.
	 * @return false when sending stops first
	 */
	public boolean settle() throws InterruptedException {
		return this.pace.rest(this.settle);
	}

	/**
	 * Reads a little, with growing pauses, until the portal answers; stops sending when
	 * it does not, or when it says what no request can get past.
	 */
	public void probe() throws InterruptedException {
		Answer last = null;
		for (Optional<Duration> pause = this.health.nextPause(); pause.isPresent(); pause = this.health.nextPause()) {
			this.pace.giveTime(pause.get());
			if (!this.pace.await()) {
				return;
			}
			Instant begun = this.monotonic.instant();
			last = this.portal.probe();
			leaveAlone(RequestType.GET, last, begun);
			if (last.meaning() == AnswerMeaning.CONTENT) {
				this.health.readable();
				return;
			}
			if (NextStep.of(RequestType.GET, last) == NextStep.STOP) {
				break;
			}
		}
		last = (last != null) ? last : this.health.lastBadWrite();
		stop(PortalStopCauses.halt(this.portal.trouble((last != null) ? last : Answer.none())));
	}

	/**
	 * Whether no other read can get past this either; then the run stops.
	 */
	boolean stops(PortalException trouble) {
		boolean stops = switch (trouble.kind()) {
			case KEY_REFUSED, NO_RIGHTS, BUSY -> true;
			case NOT_A_PORTAL, REDIRECTED, UNREACHABLE, UNAVAILABLE, UNSTEADY -> false;
		};
		if (stops) {
			stop(PortalStopCauses.halt(trouble));
		}
		return stops;
	}

	private void reconnect(Answer answer, int attempt) {
		if (!this.pace.pauseToReconnect(attempt)) {
			stop(PortalStopCauses.halt(this.portal.trouble(answer)));
		}
	}

	private void stop(StopCause halt) {
		this.stop.complete(halt);
		this.pace.stop();
	}

	/**
	 * An answer that decides something.
	 *
	 * @param step what it proves
	 * @param leftAt when the last attempt left, by the monotonic clock
	 */
	public record Reply(Answer answer, NextStep step, Trace trace, Instant leftAt) {
	}

}
