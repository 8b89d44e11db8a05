package io.groupbatch.importjob.send.write;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.groupbatch.importjob.send.exchange.GroupObserver;
import io.groupbatch.importjob.send.exchange.NextStep;
import io.groupbatch.importjob.send.exchange.Observation;
import io.groupbatch.importjob.send.exchange.RequestExecutor;
import io.groupbatch.importjob.send.exchange.RequestExecutor.Reply;
import io.groupbatch.journal.plan.PlannedRequest.Change;
import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.journal.send.RequestResult;
import io.groupbatch.journal.send.SendableRequest;
import io.groupbatch.journal.send.SendableRequest.WaitingRow;
import io.groupbatch.portal.http.Answer;
import io.groupbatch.portal.http.GroupRequest;

/**
 * Sends a refused change once more, row by row: what is wrong with one row must not fail
 * the others that were folded into the same request. Thread-safe.
 */
public final class RowByRowRetry {

	private final RequestExecutor courier;

	private final GroupObserver looker;

	private final RequestResultFactory findings;

	RowByRowRetry(RequestExecutor courier, GroupObserver looker, RequestResultFactory findings) {
		this.courier = courier;
		this.looker = looker;
		this.findings = findings;
	}

	/** Whether there is more than one row to tell apart. */
	static boolean helps(SendableRequest ready, Answer refusal) {
		return ready.request().verb() == RequestType.UPDATE && ready.rows().size() > 1 && refusal.status() != 404;
	}

	/**
	 * Whether a request was refused as a whole, and it is clear by now that nothing of it
	 * is under way.
	 */
	public static boolean isNext(SendableRequest ready) {
		return ready.doubt() != null && ready.doubt().refusal() != null && ready.request().verb() == RequestType.UPDATE
				&& ready.rows().size() > 1;
	}

	/** Sends what each row still lacks, and judges all by what is there in the end. */
	RequestResult send(SendableRequest ready, Reply refusal) throws InterruptedException {
		Reply last = refusal;
		Reply refused = refusal;
		for (Change part : parts(ready)) {
			if (part.isNothing()) {
				continue;
			}
			Observation look = this.looker.at(ready);
			if (look == null) {
				return this.findings.doubt(ready, last);
			}
			if (!look.isClear() || look.isEmpty()) {
				return ended(ready, refusal, look);
			}
			Change missing = look.only().missing(part);
			if (missing.isNothing()) {
				continue;
			}
			Reply reply = this.courier.send(RequestType.UPDATE,
					GroupRequest.update(Objects.requireNonNull(ready.group().id()), missing.name(), missing.manager(),
							missing.adds(), missing.removes()));
			if (reply == null) {
				return this.findings.doubt(ready, last);
			}
			boolean doubtful = reply.step() == NextStep.DOUBT;
			if (doubtful && !(reply.answer().meaning().isRefusal() && this.courier.settle())) {
				return this.findings.doubt(ready, reply);
			}
			last = reply;
			refused = doubtful ? reply : refused;
		}
		Observation look = this.looker.steadily(ready);
		return (look != null) ? ended(ready, refused, look) : this.findings.doubt(ready, last);
	}

	private RequestResult ended(SendableRequest ready, Reply refusal, Observation look) {
		if (!look.isClear()) {
			return this.findings.unreadable(ready, refusal, Objects.requireNonNull(look.answer()));
		}
		return look.isEmpty() ? this.findings.groupGone(ready, refusal.trace())
				: this.findings.compare(ready, refusal.trace(), look.only(), refusal.answer());
	}

	/**
	 * Each row's part of the request, then what belongs to rows that go on in further
	 * ones.
	 */
	private static List<Change> parts(SendableRequest ready) {
		Change whole = ready.request().change();
		Set<UUID> adds = new HashSet<>(whole.adds());
		Set<UUID> removes = new HashSet<>(whole.removes());
		List<Change> parts = new ArrayList<>();
		Set<UUID> told = new HashSet<>();
		for (WaitingRow row : ready.rows()) {
			boolean removing = row.operation().removesNamed();
			parts.add(new Change(Objects.equals(whole.name(), row.wish().name()) ? whole.name() : null,
					Objects.equals(whole.manager(), row.wish().manager()) ? whole.manager() : null,
					removing ? List.of() : common(row, adds), removing ? common(row, removes) : List.of()));
			told.addAll(row.wish().members());
		}
		parts.add(new Change(null, null, whole.adds().stream().filter((person) -> !told.contains(person)).toList(),
				whole.removes().stream().filter((person) -> !told.contains(person)).toList()));
		return parts;
	}

	private static List<UUID> common(WaitingRow row, Set<UUID> people) {
		return row.wish().members().stream().filter(people::contains).toList();
	}

}
