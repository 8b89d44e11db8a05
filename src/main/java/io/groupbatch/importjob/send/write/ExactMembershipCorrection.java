package io.groupbatch.importjob.send.write;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.groupbatch.importjob.send.exchange.NextStep;
import io.groupbatch.importjob.send.exchange.Observation;
import io.groupbatch.importjob.send.exchange.RequestExecutor;
import io.groupbatch.importjob.send.exchange.RequestExecutor.Reply;
import io.groupbatch.journal.plan.PlannedRequest.Change;
import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.journal.send.SendableRequest;
import io.groupbatch.portal.http.GroupRequest;
import io.groupbatch.portal.payload.Group;

/**
 * Sends the difference once more, where a group must show certain people and no others,
 * and people came or went since the plan looked at it. Whom the portal passed over when
 * it was asked is not asked for again. Thread-safe.
 */
final class ExactMembershipCorrection {

	private static final int MOST_TIMES = 2;

	private final RequestExecutor courier;

	ExactMembershipCorrection(RequestExecutor courier) {
		this.courier = courier;
	}

	/**
	 * Follows an answer up.
	 * @param first shows the group
	 * @return the answer to go by
	 */
	Reply follow(SendableRequest ready, Reply first) throws InterruptedException {
		Change wanted = ready.request().change();
		if (wanted.exact() == null) {
			return first;
		}
		Set<UUID> asked = new HashSet<>(wanted.adds());
		asked.addAll(wanted.removes());
		Reply last = first;
		for (int i = 0; i < MOST_TIMES && last.step() == NextStep.COMPARE; i++) {
			Change more = more(wanted, Objects.requireNonNull(last.answer().group()), asked);
			Reply next = more.isNothing() ? null : this.courier.send(RequestType.UPDATE, GroupRequest
				.update(Objects.requireNonNull(last.answer().group()).id(), null, null, more.adds(), more.removes()));
			if (next == null) {
				return last;
			}
			asked.addAll(more.adds());
			asked.addAll(more.removes());
			last = next;
		}
		return last;
	}

	private static Change more(Change wanted, Group group, Set<UUID> asked) {
		Change missing = new Observation.Shown(group, Set.of()).missing(wanted);
		return new Change(null, null, others(missing.adds(), asked), others(missing.removes(), asked));
	}

	private static List<UUID> others(List<UUID> people, Set<UUID> asked) {
		return people.stream().filter((person) -> !asked.contains(person)).toList();
	}

}
