package io.groupbatch.importjob.plan;

import java.util.List;
import java.util.Objects;

import io.groupbatch.importjob.plan.GroupFinder.Found;
import io.groupbatch.importjob.plan.state.PlanState;
import io.groupbatch.importjob.row.RowRequest;
import io.groupbatch.journal.plan.PlannedRequest.Change;
import io.groupbatch.journal.plan.PlannedRequest.Ties;
import io.groupbatch.journal.plan.ReleasedName;
import io.groupbatch.journal.plan.TrackedGroup;
import io.groupbatch.journal.plan.TrackedGroup.Claims;

import org.jspecify.annotations.Nullable;

/**
 * Computes the requests that a row's change depends on, and updates its group to the
 * state in which the next row finds it. For one thread.
 */
final class RequestDependencyLinker {

	private final PlanState plan;

	RequestDependencyLinker(PlanState plan) {
		this.plan = plan;
	}

	/** What must have happened before a change. */
	Ties ties(Found found, Change change) {
		TrackedGroup group = Objects.requireNonNull(found.group());
		ReleasedName lost = renames(group, change) ? this.plan.lost(Objects.requireNonNull(change.name())) : null;
		return new Ties(group.trail().lastRequest(), (lost != null) ? lost.request() : null, needs(found));
	}

	/**
	 * The group after a change.
	 * @param ids what is sent for it, perhaps nothing
	 * @param claims which rows have said how it must be
	 */
	void leave(RowRequest asked, TrackedGroup group, Change change, List<Long> ids, Claims claims) {
		boolean renamed = renames(group, change);
		TrackedGroup left = group.after(change).with(claims);
		left = ids.isEmpty() ? left : left.behind(last(ids));
		left = renamed ? left.namedBy(ids.get(0)) : left;
		if (!left.equals(group)) {
			this.plan.put(left);
		}
		if (renamed) {
			this.plan.lose(new ReleasedName(group.name(), asked.row().number(), ReleasedName.Why.RENAMED, ids.get(0)));
		}
	}

	/** The request that gave the group the name by which a row calls it. */
	static @Nullable Long needs(Found found) {
		return (found.byName() && found.group() != null) ? found.group().trail().namedBy() : null;
	}

	private static boolean renames(TrackedGroup group, Change change) {
		return change.name() != null && !change.name().equals(group.name());
	}

	private static Long last(List<Long> ids) {
		return ids.get(ids.size() - 1);
	}

}
