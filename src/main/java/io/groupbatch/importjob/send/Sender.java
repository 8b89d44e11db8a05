package io.groupbatch.importjob.send;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.groupbatch.importjob.Troubles;
import io.groupbatch.journal.Halt;
import io.groupbatch.journal.PlannedRequest;
import io.groupbatch.journal.ReadyRequest;
import io.groupbatch.journal.RequestResult;
import io.groupbatch.journal.RequestResult.Trace;
import io.groupbatch.journal.Verb;
import io.groupbatch.portal.Answer;
import io.groupbatch.portal.GroupRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.jspecify.annotations.Nullable;

/**
 * Sends one marked request and finds out what became of it. Thread-safe.
 */
final class Sender {

	private static final Logger logger = LoggerFactory.getLogger(Sender.class);

	private final PortalAccess portal;

	private final Steering steering;

	private final Findings findings;

	Sender(PortalAccess portal, Steering steering, Findings findings) {
		this.portal = portal;
		this.steering = steering;
		this.findings = findings;
	}

	/** What all senders have in common. */
	Steering steering() {
		return this.steering;
	}

	/** What answers come to. */
	Findings findings() {
		return this.findings;
	}

	/**
	 * Sends until there is an answer that decides. When sending stops first, the portal
	 * has certainly done nothing, and the request stays to be sent.
	 */
	RequestResult send(ReadyRequest ready) throws InterruptedException {
		OffsetDateTime sentAt = OffsetDateTime.now(this.steering.clock());
		long begin = System.nanoTime();
		Trace trace = null;
		int unconnected = 0;
		for (int attempt = 0; this.steering.pace().await(); attempt++) {
			Answer answer = this.portal.send(request(ready));
			int millis = (int) ((System.nanoTime() - begin) / 1_000_000);
			trace = (answer.status() > 0) ? new Trace(answer.status(), attempt, sentAt, millis)
					: new Trace(null, attempt, sentAt, null);
			logger.debug("Request(id={}, verb={}) answered {} {} after {} ms", ready.request().id(),
					ready.request().verb(), answer.status(), answer.shape(), millis);
			NextStep step = NextStep.of(ready.request().verb(), answer);
			this.steering.health().saw(step, answer).ifPresent(this::stop);
			switch (step) {
				case COMPARE -> {
					return this.findings.compare(ready, trace, Objects.requireNonNull(answer.group()), null);
				}
				case GONE -> {
					return this.findings.gone(ready, trace);
				}
				case LOOK -> {
					return look(ready, trace, answer);
				}
				case DOUBT -> {
					return this.findings.doubt(ready, trace);
				}
				case REFUSED -> {
					return this.findings.refused(ready, trace, answer);
				}
				case WAIT -> this.steering.pace().rejected(answer, attempt).ifPresent(this::stop);
				case RECONNECT -> reconnect(answer, unconnected++);
				case STOP -> stop(Troubles.halt(this.portal.trouble(answer)));
			}
		}
		return this.findings.unsent(ready, trace);
	}

	/** The server has finished, but did not show the group: what is there now? */
	private RequestResult look(ReadyRequest ready, Trace trace, Answer first) throws InterruptedException {
		UUID id = Objects.requireNonNull(ready.group().portalId());
		for (int attempt = 0; this.steering.pace().await(); attempt++) {
			Answer answer = this.portal.send(GroupRequest.get(id));
			switch (NextStep.of(Verb.GET, answer)) {
				case COMPARE -> {
					return (ready.request().verb() == Verb.DELETE) ? this.findings.refused(ready, trace, first)
							: this.findings.compare(ready, trace, Objects.requireNonNull(answer.group()), first);
				}
				case REFUSED -> {
					return (ready.request().verb() == Verb.DELETE) ? this.findings.gone(ready, trace)
							: this.findings.refused(ready, trace, answer);
				}
				case WAIT -> this.steering.pace().rejected(answer, attempt).ifPresent(this::stop);
				case STOP -> stop(Troubles.halt(this.portal.trouble(answer)));
				default -> {
					return this.findings.unreadable(ready, trace, answer);
				}
			}
		}
		return this.findings.doubt(ready, trace);
	}

	/**
	 * Reads a little, with growing pauses, until the portal answers; stops sending when
	 * it does not.
	 */
	void probe() throws InterruptedException {
		Answer last = null;
		for (Duration pause : this.steering.health().pauses()) {
			logger.warn("The portal gives no good answer. Nothing new is sent; next try in {} s", pause.toSeconds());
			this.steering.pace().pause(pause);
			if (!this.steering.pace().await()) {
				return;
			}
			last = this.portal.probe();
			if (last.status() == 200 && last.shape() == Answer.Shape.GROUP) {
				this.steering.health().recovered();
				return;
			}
		}
		if (last != null) {
			stop(Troubles.halt(this.portal.trouble(last)));
		}
	}

	private void reconnect(Answer answer, int attempt) {
		Optional<Duration> pause = this.portal.reconnectAfter(attempt);
		if (pause.isPresent()) {
			this.steering.pace().pause(pause.get());
		}
		else {
			stop(Troubles.halt(this.portal.trouble(answer)));
		}
	}

	private void stop(Halt halt) {
		this.steering.stop().because(halt);
		this.steering.pace().stop();
	}

	private static GroupRequest request(ReadyRequest ready) {
		PlannedRequest.Change change = ready.request().change();
		UUID id = ready.group().portalId();
		return switch (ready.request().verb()) {
			case CREATE -> GroupRequest.create(Objects.requireNonNull(change.name()), change.manager(), change.adds());
			case GET -> GroupRequest.get(Objects.requireNonNull(id));
			case UPDATE -> GroupRequest.update(Objects.requireNonNull(id), change.name(), change.manager(),
					change.adds(), change.removes());
			case DELETE -> GroupRequest.delete(Objects.requireNonNull(id));
		};
	}

	/**
	 * What all senders of a run have in common.
	 *
	 * @param pace holds them back
	 * @param stop ends them
	 * @param health what the answers tell of the portal
	 * @param clock for the record
	 */
	record Steering(Pace pace, RunStop stop, PortalHealth health, Clock clock) {
	}

}
