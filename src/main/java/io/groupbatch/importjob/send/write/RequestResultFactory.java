package io.groupbatch.importjob.send.write;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.groupbatch.clock.MonotonicClock;
import io.groupbatch.importjob.row.RowMessages;
import io.groupbatch.importjob.send.exchange.NextStep;
import io.groupbatch.importjob.send.exchange.Observation;
import io.groupbatch.importjob.send.exchange.RequestExecutor;
import io.groupbatch.journal.plan.GroupState;
import io.groupbatch.journal.plan.PlannedRequest.Change;
import io.groupbatch.journal.plan.RequestState;
import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.row.RowResult;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.row.SettledRow;
import io.groupbatch.journal.send.InDoubtState;
import io.groupbatch.journal.send.RequestResult;
import io.groupbatch.journal.send.RequestResult.Trace;
import io.groupbatch.journal.send.SendableRequest;
import io.groupbatch.journal.send.SendableRequest.WaitingRow;
import io.groupbatch.portal.http.Answer;
import io.groupbatch.portal.payload.Group;

import org.jspecify.annotations.Nullable;

/**
 * What is recorded of a request, its group and its rows, by what an answer proved.
 * Thread-safe.
 */
public final class RequestResultFactory {

	private static final String SENT_TWICE = " A second group may still appear: search for its name later.";

	private final RowOutcomeEvaluator judge;

	private final Clock clock;

	private final MonotonicClock monotonic;

	public RequestResultFactory(RowOutcomeEvaluator judge, Clock clock, MonotonicClock monotonic) {
		this.judge = judge;
		this.clock = clock;
		this.monotonic = monotonic;
	}

	/** What becomes of a request that must not be sent. */
	public RequestResult skip(SendableRequest ready) {
		return skip(ready, Code.EARLIER_ROW, RowMessages.of(Objects.requireNonNull(ready.blocked())));
	}

	/** What becomes of a request that must not be sent, or not once more. */
	RequestResult skip(SendableRequest ready, Code code, String why) {
		RowResult rest = new RowResult(RowStatus.FAILED, code, why);
		return result(ready, (ready.doubt() != null) ? RequestState.REFUSED : RequestState.SKIPPED, null, null,
				failed(ready, code, why))
			.refusing((ready.request().verb() == RequestType.CREATE) ? rest : null);
	}

	/** A request of which the portal may have done everything or nothing. */
	RequestResult doubt(SendableRequest ready, RequestExecutor.Reply reply) {
		Answer answer = reply.answer();
		boolean answered = answer.isThrown() || answer.status() / 100 == 2;
		return result(ready, RequestState.IN_DOUBT, reply.trace(), null, List.of())
			.in(InDoubtState.oneMore(ready.doubt(), reply.trace().sentAt(), reply.leftAt(), answered)
				.after(refusal(answer)));
	}

	private static InDoubtState.@Nullable Refusal refusal(Answer answer) {
		if (!answer.meaning().isRefusal()) {
			return null;
		}
		String words = (answer.location() != null) ? "redirects to " + answer.location() : answer.words();
		return new InDoubtState.Refusal(answer.status(), words, answer.isThrown());
	}

	/** The refusal that left a request in doubt, as the answer that it was. */
	public static RequestExecutor.Reply refusal(SendableRequest ready) {
		InDoubtState doubt = Objects.requireNonNull(ready.doubt());
		InDoubtState.Refusal refusal = Objects.requireNonNull(doubt.refusal());
		Answer answer = new Answer(refusal.status(), refusal.portal() ? Answer.Shape.ERROR : Answer.Shape.PAGE, null,
				refusal.words(), null, null, null);
		return new RequestExecutor.Reply(answer, NextStep.DOUBT, new Trace(refusal.status(), 0, doubt.sentAt(), null),
				Objects.requireNonNull(doubt.leftAt()));
	}

	/** A request that was refused on the way, and of which nothing was done. */
	public RequestResult refusedOnTheWay(SendableRequest ready, InDoubtState.Refusal refusal) {
		return refused(ready, null,
				refusal.portal() ? "The portal refused it (" + refusal.told() + "). Fix that and import the row again."
						: "Nothing was done: a proxy or firewall on the way refused it (" + refusal.told()
								+ "). Ask whoever runs it, then import the row again.");
	}

	/** A request that is on its way and not waited for any longer. */
	public RequestResult doubt(SendableRequest ready) {
		OffsetDateTime now = OffsetDateTime.now(this.clock);
		return result(ready, RequestState.IN_DOUBT, new Trace(null, 0, now, null), null, List.of())
			.in(InDoubtState.oneMore(ready.doubt(), now, this.monotonic.instant(), false));
	}

	/**
	 * A request in doubt that looks do not settle: a person has to decide, or a later
	 * look.
	 */
	public RequestResult open(SendableRequest ready, String why) {
		return result(ready, RequestState.IN_DOUBT, null, null, List.of())
			.refusing(new RowResult(RowStatus.UNKNOWN, Code.IN_DOUBT, why));
	}

	/**
	 * A request of which the portal has certainly done nothing, as it was not sent; it
	 * stays as it was.
	 */
	public RequestResult unsent(SendableRequest ready) {
		return result(ready, (ready.doubt() != null) ? RequestState.IN_DOUBT : RequestState.PLANNED, null, null,
				List.of());
	}

	/**
	 * A request after which the group was seen.
	 * @param trace null when it was not sent for that
	 * @param refusal the answer that did not show it, when it took another look
	 */
	public RequestResult compare(SendableRequest ready, @Nullable Trace trace, Observation.Shown shown,
			@Nullable Answer refusal) {
		Judging judging = new Judging(ready, shown, (refusal != null) ? words(refusal) : null);
		String name = ready.request().change().name();
		boolean held = name == null || name.equals(judging.seen().name());
		return result(ready, held ? RequestState.DONE : RequestState.REFUSED, trace, judging.seen(),
				ready.rows().stream().map((row) -> told(ready, row, judging.of(row))).toList());
	}

	/**
	 * A request in doubt that is not sent again because of what others have done.
	 * @param code says so of each row that does not hold
	 */
	RequestResult overtaken(SendableRequest ready, Observation.Shown shown, Code code, String why) {
		if (ready.request().verb() == RequestType.DELETE) {
			return skip(ready, code, why);
		}
		Judging judging = new Judging(ready, shown, null);
		return result(ready, RequestState.REFUSED, null, judging.seen(), ready.rows().stream().map((row) -> {
			SettledRow judged = judging.of(row);
			return (judged.outcome().status() == RowStatus.SUCCEEDED) ? told(ready, row, judged)
					: judged.telling(new RowResult(judged.outcome().status(), code, why));
		}).toList());
	}

	/**
	 * A request that has nothing to send any more: its group was seen to be as its rows
	 * want it.
	 * @param begun whether another request has been sent for a row of several
	 */
	RequestResult holds(SendableRequest ready, Observation.Shown shown, boolean begun) {
		Judging judging = new Judging(ready, shown, null);
		return result(ready, RequestState.DONE, null, judging.seen(), ready.rows().stream().map((row) -> {
			SettledRow judged = told(ready, row, judging.of(row));
			boolean sent = ready.doubt() != null || row.afterDoubt() != null || (begun && row.requests() > 1);
			boolean held = !sent && judged.outcome().status() == RowStatus.SUCCEEDED;
			return held ? new SettledRow(row.number(), RowMessages.ALREADY_SO, List.of()) : judged;
		}).toList());
	}

	/** A request whose group is there already and is left alone. */
	RequestResult left(SendableRequest ready, Observation.Shown shown) {
		return result(ready, RequestState.DONE, null, seen(shown.group()),
				ready.rows()
					.stream()
					.map((row) -> new SettledRow(row.number(), RowMessages.EXISTING_SKIPPED, List.of()))
					.toList());
	}

	/**
	 * A move, after which both groups were seen.
	 * @param last the last answer, null when nothing was sent for it
	 * @param refused whether that one stood in the way
	 */
	public RequestResult moved(SendableRequest ready, RequestExecutor.@Nullable Reply last, Group source, Group target,
			boolean refused) {
		GroupState taking = seen(target);
		GroupState left = seen(source);
		String words = (refused && last != null) ? words(last.answer()) : null;
		GroupState judged = ready.movesSome() ? left.only(ready.moving()) : left;
		List<UUID> joining = ready.request().change().adds();
		return result(ready, RequestState.DONE, (last != null) ? last.trace() : null, left,
				ready.rows().stream().map((row) -> {
					List<UUID> besides = besides(ready, row, left);
					return told(ready, row,
							this.judge.moved(row.and(besides), judged, taking, joining, words).alsoFor(besides));
				}).toList())
			.into(taking);
	}

	/**
	 * A move in doubt that is not sent again because of what others have done to one of
	 * its groups: they may have taken out on purpose whom it has moved.
	 */
	public RequestResult overtakenMove(SendableRequest ready, Group source, Group target) {
		RequestResult moved = moved(ready, null, source, target, false);
		return moved.deciding(moved.rows().stream().map((row) -> {
			RowResult judged = row.outcome();
			return (judged.status() == RowStatus.SUCCEEDED) ? row : row
				.telling(new RowResult(judged.status(), Code.CHANGED_SINCE_PLAN,
						"Sent, and the answer was lost. Others have changed its groups since. " + judged.message()));
		}).toList());
	}

	/**
	 * Who has left the group although the plan did not expect it: an earlier row should
	 * have taken them out, and did not.
	 */
	private static List<UUID> besides(SendableRequest ready, WaitingRow row, GroupState source) {
		Set<UUID> people = ready.moving();
		people.removeAll(Set.copyOf(source.people()));
		people.removeAll(Set.copyOf(row.wish().members()));
		return List.copyOf(people);
	}

	/** A request after which the group is gone, as asked. */
	public RequestResult gone(SendableRequest ready, @Nullable Trace trace) {
		return result(ready, RequestState.DONE, trace, null,
				ready.rows().stream().map((row) -> told(ready, row, this.judge.gone(row))).toList());
	}

	/** A request whose group is no longer there, though it should be. */
	public RequestResult groupGone(SendableRequest ready, @Nullable Trace trace) {
		return result(ready, RequestState.REFUSED, trace, null, failed(ready, Code.GROUP_GONE,
				"The portal has no such group any more. Create it, or leave the row out."));
	}

	/** A request that the portal refused. */
	RequestResult refused(SendableRequest ready, Trace trace, Answer answer) {
		return (answer.status() == 404) ? groupGone(ready, trace) : refused(ready, trace,
				"The portal refused it" + words(answer) + ". Fix that and import the row again.");
	}

	/** A request that the portal did not carry out. */
	public RequestResult refused(SendableRequest ready, @Nullable Trace trace, String why) {
		RowResult rest = new RowResult(RowStatus.FAILED, Code.REFUSED_BY_PORTAL, why);
		return result(ready, RequestState.REFUSED, trace, null, failed(ready, Code.REFUSED_BY_PORTAL, why))
			.refusing((ready.request().verb() == RequestType.CREATE) ? rest : null);
	}

	/**
	 * A group that cannot be read: two managers have damaged it (portal contract 9.5), or
	 * there is no telling now.
	 */
	RequestResult unreadable(SendableRequest ready, RequestExecutor.Reply reply, Answer look) {
		return look.meaning().isUnreadableGroup() ? damaged(ready, reply.trace(), look) : doubt(ready, reply);
	}

	/** A group that two managers have damaged cannot even be read. */
	public RequestResult damaged(SendableRequest ready, @Nullable Trace trace, Answer look) {
		return result(ready, RequestState.REFUSED, trace, null, failed(ready, Code.REFUSED_BY_PORTAL,
				"The portal can no longer read this group" + words(look) + ". Its administrator has to look at it."));
	}

	private List<SettledRow> failed(SendableRequest ready, Code code, String why) {
		List<UUID> members = ready.group().members();
		Set<UUID> present = (members != null) ? Set.copyOf(members) : null;
		return ready.rows()
			.stream()
			.map((row) -> told(ready, row, this.judge.failed(row, code, why, present)))
			.toList();
	}

	/** A row that succeeded after a doubt says so. */
	private static SettledRow told(SendableRequest ready, WaitingRow row, SettledRow judged) {
		Code code = (row.afterDoubt() != null) ? row.afterDoubt()
				: (ready.doubt() != null) ? ready.doubt().code() : null;
		RowStatus status = judged.outcome().status();
		boolean tells = status == RowStatus.SUCCEEDED || (status == RowStatus.PARTIAL && code == Code.SENT_TWICE);
		if (code == null || !tells) {
			return judged;
		}
		String message = switch (code) {
			case ADOPTED -> "The answer was lost, but the group was found. " + judged.outcome().message();
			case SENT_TWICE ->
				"Sent twice, because the first answer was lost. " + judged.outcome().message() + SENT_TWICE;
			default -> "Sent again after a lost answer. " + judged.outcome().message();
		};
		return judged.telling(new RowResult(status, code, message));
	}

	private static String words(Answer answer) {
		return " (" + answer.status() + (answer.words().isEmpty() ? "" : ": " + answer.words()) + ")";
	}

	static GroupState seen(Group group) {
		return new GroupState(group.id(), group.name(), group.manager(), group.people());
	}

	private static RequestResult result(SendableRequest ready, RequestState state, @Nullable Trace trace,
			@Nullable GroupState seen, List<SettledRow> rows) {
		return new RequestResult(ready.request(), state, trace, seen, rows).in(ready.doubt());
	}

	/**
	 * Judges the rows of a request by one look at its group. What does not depend on the
	 * row is worked out once, because one answer may decide thousands of rows.
	 */
	private final class Judging {

		private final RowOutcomeEvaluator.Presence presence;

		private final RowOutcomeEvaluator.Strangers strangers;

		private final @Nullable String refusal;

		private Judging(SendableRequest ready, Observation.Shown shown, @Nullable String refusal) {
			Change change = ready.request().change();
			this.presence = RowOutcomeEvaluator.Presence.of(RequestResultFactory.seen(shown.group()), shown.hidden());
			this.strangers = RequestResultFactory.this.judge.strangers(shown.strangers(change), change.removes());
			this.refusal = refusal;
		}

		private GroupState seen() {
			return this.presence.group();
		}

		private SettledRow of(WaitingRow row) {
			SettledRow judged = RequestResultFactory.this.judge.shown(row, this.presence, this.refusal);
			if (row.operation() != Operation.SET_MEMBERS) {
				return judged;
			}
			if (this.strangers.any()) {
				return RequestResultFactory.this.judge.tooMany(row, judged, this.strangers);
			}
			return this.strangers.someRemoved() ? RowOutcomeEvaluator.notNothing(judged) : judged;
		}

	}

}
