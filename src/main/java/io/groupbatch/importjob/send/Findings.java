package io.groupbatch.importjob.send;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.groupbatch.journal.Code;
import io.groupbatch.journal.Outcome;
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

import org.jspecify.annotations.Nullable;

/**
 * What is recorded of a request, its group and its rows, by what an answer proved.
 * Thread-safe.
 */
final class Findings {

	private final PortalAccess portal;

	private final Judge judge;

	Findings(PortalAccess portal, Judge judge) {
		this.portal = portal;
		this.judge = judge;
	}

	/** What becomes of a request that must not be sent. */
	RequestResult skip(ReadyRequest ready) {
		String why = Objects.requireNonNull(ready.blocked());
		return result(ready, RequestState.SKIPPED, null, null, failed(ready, Code.EARLIER_ROW, why));
	}

	/** A request of which the portal may have done everything or nothing. */
	RequestResult doubt(ReadyRequest ready, @Nullable Trace trace) {
		return result(ready, RequestState.IN_DOUBT, trace, null, List.of());
	}

	/** A request of which the portal certainly did nothing; it stays to be sent. */
	RequestResult unsent(ReadyRequest ready, @Nullable Trace trace) {
		return result(ready, RequestState.PLANNED, trace, null, List.of());
	}

	/**
	 * A request after which the portal showed the group.
	 * @param refusal the answer that did not show it, when it took another look
	 */
	RequestResult compare(ReadyRequest ready, Trace trace, Group group, @Nullable Answer refusal) {
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

	/** A request after which the group is gone, as asked. */
	RequestResult gone(ReadyRequest ready, Trace trace) {
		return result(ready, RequestState.DONE, trace, null, ready.rows().stream().map(this.judge::gone).toList());
	}

	/** A request that the portal refused. */
	RequestResult refused(ReadyRequest ready, Trace trace, Answer answer) {
		boolean gone = answer.status() == 404;
		Code code = gone ? Code.GROUP_GONE : Code.REFUSED_BY_PORTAL;
		String why = gone ? "The portal has no such group any more." : "The portal refused it" + words(answer) + ".";
		Outcome refusal = (ready.request().verb() == Verb.CREATE) ? new Outcome(RowStatus.FAILED, code, why) : null;
		return new RequestResult(ready.request(), RequestState.REFUSED, trace, null, failed(ready, code, why), refusal);
	}

	/**
	 * A group that two managers have damaged cannot even be read (portal contract 9.5).
	 */
	RequestResult unreadable(ReadyRequest ready, Trace trace, Answer look) {
		if (look.status() == 403) {
			return result(ready, RequestState.REFUSED, trace, null,
					failed(ready, Code.REFUSED_BY_PORTAL, "The portal can no longer read this group" + words(look)
							+ ". Its administrator has to look at it."));
		}
		return result(ready, RequestState.IN_DOUBT, trace, null, List.of());
	}

	private List<RowOutcome> failed(ReadyRequest ready, Code code, String why) {
		return ready.rows().stream().map((row) -> this.judge.failed(row, code, why, ready.group().members())).toList();
	}

	private static String words(Answer answer) {
		return " (" + answer.status() + (answer.words().isEmpty() ? "" : ": " + answer.words()) + ")";
	}

	private static Seen seen(Group group) {
		List<UUID> members = (group.members() != null) ? group.members() : List.of();
		return new Seen(group.id(), group.name(), group.manager(), members);
	}

	private static RequestResult result(ReadyRequest ready, RequestState state, @Nullable Trace trace,
			@Nullable Seen seen, List<RowOutcome> rows) {
		return new RequestResult(ready.request(), state, trace, seen, rows);
	}

}
