package io.groupbatch.importjob.send.write;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.groupbatch.importjob.send.exchange.GroupObserver;
import io.groupbatch.importjob.send.exchange.NextStep;
import io.groupbatch.importjob.send.exchange.Observation;
import io.groupbatch.importjob.send.exchange.RequestExecutor;
import io.groupbatch.importjob.send.exchange.RequestExecutor.Reply;
import io.groupbatch.journal.plan.PlannedRequest.Change;
import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.journal.send.RequestResult;
import io.groupbatch.journal.send.RequestResult.Trace;
import io.groupbatch.journal.send.SendableRequest;
import io.groupbatch.portal.http.AnswerMeaning;
import io.groupbatch.portal.http.GroupRequest;
import io.groupbatch.portal.payload.Group;

/**
 * Sends one marked request and finds out what became of it. Thread-safe.
 */
public final class Sender {

	/** How often a request is completed that the server finished without showing it. */
	private static final int MOST_COMPLETIONS = 3;

	private final RequestExecutor courier;

	private final GroupObserver looker;

	private final RequestResultFactory findings;

	private final RowByRowRetry rowByRow;

	private final ExactMembershipCorrection exactly;

	private final MoveExecutor mover;

	private final StalePlanCheck old;

	public Sender(RequestExecutor courier, GroupObserver looker, RequestResultFactory findings, StalePlanCheck old) {
		this.courier = courier;
		this.looker = looker;
		this.findings = findings;
		this.old = old;
		this.exactly = new ExactMembershipCorrection(courier);
		this.mover = new MoveExecutor(courier, looker, findings);
		this.rowByRow = new RowByRowRetry(courier, looker, findings);
	}

	/**
	 * Sends until there is an answer that decides. When sending stops first, the portal
	 * has certainly done nothing, and the request stays to be sent.
	 */
	public RequestResult send(SendableRequest marked) throws InterruptedException {
		RequestDecision decision = this.old.check(marked);
		if (decision instanceof RequestDecision.Settled settled) {
			return settled.result();
		}
		SendableRequest request = ((RequestDecision.Send) decision).request();
		RequestResult result = sendNow(request);
		this.courier.concluded(request, result);
		return result;
	}

	private RequestResult sendNow(SendableRequest ready) throws InterruptedException {
		if (ready.request().verb().isMove()) {
			return this.mover.send(ready);
		}
		if (RowByRowRetry.isNext(ready)) {
			return this.rowByRow.send(ready, RequestResultFactory.refusal(ready));
		}
		Reply reply = this.courier.send(ready.request().verb(), request(ready, ready.request().change()));
		return (reply != null) ? conclude(ready, reply) : this.findings.unsent(ready);
	}

	private RequestResult conclude(SendableRequest ready, Reply first) throws InterruptedException {
		Reply reply = (first.step() == NextStep.COMPARE) ? this.exactly.follow(ready, first) : first;
		Trace trace = reply.trace();
		if (!reply.equals(first) && reply.step() == NextStep.REFUSED) {
			return look(ready, reply);
		}
		return switch (reply.step()) {
			case COMPARE -> shown(ready, reply, Objects.requireNonNull(reply.answer().group()));
			case GONE -> confirmed(ready, reply, Observation.nothing(), this.findings.gone(ready, trace));
			case LOOK -> isShared(ready, reply) ? this.rowByRow.send(ready, reply) : look(ready, reply);
			case COMPLETE -> complete(ready, reply);
			case WITHOUT_PEOPLE -> withoutPeople(ready, reply);
			case REFUSED -> refused(ready, reply);
			case DOUBT, WAIT, RECONNECT, STOP -> this.findings.doubt(ready, reply);
		};
	}

	private RequestResult shown(SendableRequest ready, Reply reply, Group group) throws InterruptedException {
		Observation look = this.looker.shown(group, ready.request().change());
		if (look.isClear() && this.old.isChanged(ready, look)) {
			return this.findings.compare(ready, reply.trace(), look.only(), null).withoutGroup();
		}
		return look.isClear()
				? confirmed(ready, reply, look, this.findings.compare(ready, reply.trace(), look.only(), null))
				: this.findings.doubt(ready, reply);
	}

	private RequestResult refused(SendableRequest ready, Reply reply) throws InterruptedException {
		if (isShared(ready, reply)) {
			return this.rowByRow.send(ready, reply);
		}
		boolean sticks = ready.doubt() != null && ready.request().verb() != RequestType.CREATE;
		if (sticks && ready.request().verb() == RequestType.DELETE && isNotFound(reply)) {
			return confirmed(ready, reply, Observation.nothing(), this.findings.gone(ready, reply.trace()));
		}
		return sticks ? look(ready, reply) : this.findings.refused(ready, reply.trace(), reply.answer());
	}

	/**
	 * Doubt sticks: after it, one more look must show what the answer did. For a create
	 * that is the closing check.
	 */
	private RequestResult confirmed(SendableRequest ready, Reply reply, Observation answered, RequestResult result)
			throws InterruptedException {
		boolean sticks = ready.doubt() != null && ready.request().verb() != RequestType.CREATE;
		return (!sticks || answered.agrees(this.looker.at(ready))) ? result : this.findings.doubt(ready, reply);
	}

	/** The portal refused it, perhaps after a part of the work. */
	private RequestResult look(SendableRequest ready, Reply reply) throws InterruptedException {
		Observation look = this.looker.steadily(ready);
		return (look != null) ? seen(ready, reply, look) : this.findings.doubt(ready, reply);
	}

	private RequestResult seen(SendableRequest ready, Reply reply, Observation look) {
		if (!look.isClear()) {
			return this.findings.unreadable(ready, reply, Objects.requireNonNull(look.answer()));
		}
		boolean delete = ready.request().verb() == RequestType.DELETE;
		if (look.isEmpty()) {
			return delete ? this.findings.gone(ready, reply.trace()) : this.findings.groupGone(ready, reply.trace());
		}
		return delete ? this.findings.refused(ready, reply.trace(), reply.answer())
				: this.findings.compare(ready, reply.trace(), look.only(), reply.answer());
	}

	/**
	 * The server has finished, but did not show the group: what is missing is sent, a few
	 * times.
	 */
	private RequestResult complete(SendableRequest ready, Reply first) throws InterruptedException {
		Reply reply = first;
		for (int i = 0; reply.step() == NextStep.COMPLETE; i++) {
			Observation look = this.looker.steadily(ready);
			if (look == null) {
				return this.findings.doubt(ready, reply);
			}
			if (i == MOST_COMPLETIONS && isShared(ready, reply)) {
				return this.rowByRow.send(ready, reply);
			}
			if (!look.isClear() || look.isEmpty() || i == MOST_COMPLETIONS) {
				return seen(ready, reply, look);
			}
			boolean delete = ready.request().verb() == RequestType.DELETE;
			Change missing = look.only().missing(ready.request().change());
			if (!delete && missing.isNothing()) {
				return this.findings.compare(ready, reply.trace(), look.only(), null);
			}
			Reply next = this.courier.send(ready.request().verb(), request(ready, missing));
			if (next == null) {
				return this.findings.doubt(ready, reply);
			}
			reply = next;
		}
		// The look may have been an old one: the first delete has done it after all.
		boolean gone = ready.request().verb() == RequestType.DELETE && isNotFound(reply);
		return gone ? this.findings.gone(ready, reply.trace()) : conclude(ready, reply);
	}

	/**
	 * The portal does not say whom it does not take. So the group is made with its name
	 * alone, and then gets its people by a change, which skips those and shows it.
	 */
	private RequestResult withoutPeople(SendableRequest ready, Reply refusal) throws InterruptedException {
		Change wanted = ready.request().change();
		Change bare = new Change(wanted.name(), null, List.of(), List.of());
		if (wanted.equals(bare)) {
			return this.findings.refused(ready, refusal.trace(), refusal.answer());
		}
		Reply made = this.courier.send(RequestType.CREATE, request(ready, bare));
		if (made == null) {
			return this.findings.unsent(ready);
		}
		Group group = made.answer().group();
		if (made.step() == NextStep.WITHOUT_PEOPLE || made.step() == NextStep.REFUSED) {
			return this.findings.refused(ready, made.trace(), made.answer());
		}
		if (made.step() != NextStep.COMPARE || group == null) {
			return this.findings.doubt(ready, made);
		}
		Reply filled = this.courier.send(RequestType.UPDATE,
				GroupRequest.update(group.id(), null, wanted.manager(), wanted.adds(), List.of()));
		if (filled == null || filled.step() != NextStep.COMPARE) {
			return this.findings.doubt(ready, (filled != null) ? filled : made);
		}
		return shown(ready, filled, Objects.requireNonNull(filled.answer().group()));
	}

	private static boolean isNotFound(Reply reply) {
		return reply.answer().meaning() == AnswerMeaning.NOT_FOUND;
	}

	private static boolean isShared(SendableRequest ready, Reply reply) {
		return RowByRowRetry.helps(ready, reply.answer());
	}

	private static GroupRequest request(SendableRequest ready, Change change) {
		UUID id = ready.group().id();
		return switch (ready.request().verb()) {
			case CREATE -> GroupRequest.create(Objects.requireNonNull(change.name()), change.manager(), change.adds());
			case GET -> GroupRequest.get(Objects.requireNonNull(id));
			case UPDATE -> GroupRequest.update(Objects.requireNonNull(id), change.name(), change.manager(),
					change.adds(), change.removes());
			case MOVE, CARRY, MOVE_SOME -> throw new IllegalStateException("Moved elsewhere");
			case DELETE -> GroupRequest.delete(Objects.requireNonNull(id));
		};
	}

}
