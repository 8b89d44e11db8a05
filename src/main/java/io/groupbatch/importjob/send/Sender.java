package io.groupbatch.importjob.send;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.groupbatch.importjob.Troubles;
import io.groupbatch.journal.Code;
import io.groupbatch.journal.Halt;
import io.groupbatch.journal.Outcome;
import io.groupbatch.journal.PlannedRequest;
import io.groupbatch.journal.ReadyRequest;
import io.groupbatch.journal.RequestResult;
import io.groupbatch.journal.RequestResult.RowOutcome;
import io.groupbatch.journal.RequestResult.Seen;
import io.groupbatch.journal.RequestResult.Trace;
import io.groupbatch.journal.RequestState;
import io.groupbatch.journal.RowStatus;
import io.groupbatch.journal.Verb;
import io.groupbatch.portal.Answer;
import io.groupbatch.portal.Group;
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

	private final Judge judge;

	Sender(PortalAccess portal, Steering steering, Judge judge) {
		this.portal = portal;
		this.steering = steering;
		this.judge = judge;
	}

	/** What becomes of a request that must not be sent. */
	RequestResult skip(ReadyRequest ready) {
		String why = Objects.requireNonNull(ready.blocked());
		return result(ready, RequestState.SKIPPED, null, null, failed(ready, Code.EARLIER_ROW, why));
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
					return compare(ready, trace, Objects.requireNonNull(answer.group()), null);
				}
				case GONE -> {
					return gone(ready, trace);
				}
				case LOOK -> {
					return look(ready, trace, answer);
				}
				case DOUBT -> {
					return result(ready, RequestState.IN_DOUBT, trace, null, List.of());
				}
				case REFUSED -> {
					return refused(ready, trace, answer);
				}
				case WAIT -> this.steering.pace().rejected(answer, attempt).ifPresent(this::stop);
				case RECONNECT -> reconnect(answer, unconnected++);
				case STOP -> stop(Troubles.halt(this.portal.trouble(answer)));
			}
		}
		return result(ready, RequestState.PLANNED, trace, null, List.of());
	}

	private RequestResult compare(ReadyRequest ready, Trace trace, Group group, @Nullable Answer refusal) {
		Seen seen = seen(group);
		Set<UUID> disabled = this.portal.disabledAmong(ready.request().change().removes());
		Optional<Set<UUID>> hidden = disabled.isEmpty() ? Optional.of(Set.of())
				: this.portal.hidden(group.id(), disabled);
		if (hidden.isEmpty()) {
			return result(ready, RequestState.IN_DOUBT, trace, seen, List.of());
		}
		String name = ready.request().change().name();
		boolean held = name == null || name.equals(group.name());
		return result(ready, held ? RequestState.DONE : RequestState.REFUSED, trace, seen,
				ready.rows()
					.stream()
					.map((row) -> this.judge.shown(row, seen, hidden.get(), (refusal != null) ? words(refusal) : null))
					.toList());
	}

	/** The server has finished, but did not show the group: what is there now? */
	private RequestResult look(ReadyRequest ready, Trace trace, Answer first) throws InterruptedException {
		UUID id = Objects.requireNonNull(ready.group().portalId());
		for (int attempt = 0; this.steering.pace().await(); attempt++) {
			Answer answer = this.portal.send(GroupRequest.get(id));
			switch (NextStep.of(Verb.GET, answer)) {
				case COMPARE -> {
					return (ready.request().verb() == Verb.DELETE) ? refused(ready, trace, first)
							: compare(ready, trace, Objects.requireNonNull(answer.group()), first);
				}
				case REFUSED -> {
					return (ready.request().verb() == Verb.DELETE) ? gone(ready, trace) : refused(ready, trace, answer);
				}
				case WAIT -> this.steering.pace().rejected(answer, attempt).ifPresent(this::stop);
				case STOP -> stop(Troubles.halt(this.portal.trouble(answer)));
				default -> {
					return unreadable(ready, trace, answer);
				}
			}
		}
		return result(ready, RequestState.IN_DOUBT, trace, null, List.of());
	}

	/**
	 * A group that two managers have damaged cannot even be read (portal contract 9.5).
	 */
	private RequestResult unreadable(ReadyRequest ready, Trace trace, Answer look) {
		if (look.status() == 403) {
			return result(ready, RequestState.REFUSED, trace, null,
					failed(ready, Code.REFUSED_BY_PORTAL, "The portal can no longer read this group" + words(look)
							+ ". Its administrator has to look at it."));
		}
		return result(ready, RequestState.IN_DOUBT, trace, null, List.of());
	}

	private RequestResult gone(ReadyRequest ready, Trace trace) {
		return result(ready, RequestState.DONE, trace, null, ready.rows().stream().map(this.judge::gone).toList());
	}

	private RequestResult refused(ReadyRequest ready, Trace trace, Answer answer) {
		boolean gone = answer.status() == 404;
		Code code = gone ? Code.GROUP_GONE : Code.REFUSED_BY_PORTAL;
		String why = gone ? "The portal has no such group any more." : "The portal refused it" + words(answer) + ".";
		Outcome refusal = (ready.request().verb() == Verb.CREATE) ? new Outcome(RowStatus.FAILED, code, why) : null;
		return new RequestResult(ready.request(), RequestState.REFUSED, trace, null, failed(ready, code, why), refusal);
	}

	private static String words(Answer answer) {
		return " (" + answer.status() + (answer.words().isEmpty() ? "" : ": " + answer.words()) + ")";
	}

	private List<RowOutcome> failed(ReadyRequest ready, Code code, String why) {
		return ready.rows().stream().map((row) -> this.judge.failed(row, code, why, ready.group().members())).toList();
	}

	/**
	 * Reads a little, with growing pauses, until the portal answers; stops sending when
	 * it does not.
	 */
	void probe() throws InterruptedException {
		Answer last = null;
		for (Duration pause : this.steering.health().pauses()) {
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

	private static Seen seen(Group group) {
		List<UUID> members = (group.members() != null) ? group.members() : List.of();
		return new Seen(group.id(), group.name(), group.manager(), members);
	}

	private static RequestResult result(ReadyRequest ready, RequestState state, @Nullable Trace trace,
			@Nullable Seen seen, List<RowOutcome> rows) {
		return new RequestResult(ready.request(), state, trace, seen, rows);
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
