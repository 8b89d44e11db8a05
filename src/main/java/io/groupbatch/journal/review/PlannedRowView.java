package io.groupbatch.journal.review;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.groupbatch.journal.plan.PlannedRow;
import io.groupbatch.journal.row.StagedRow;

import org.jspecify.annotations.Nullable;

/**
 * What the plan decided for a row, with what its group was before the run.
 *
 * @param row as it stands in the file, with its outcome so far
 * @param group its group, null when it has none
 * @param wish what it wants of the group
 * @param removes whom its requests remove though it does not name them
 * @param target of a move, what the other group is called; else null
 */
public record PlannedRowView(StagedRow row, @Nullable Subject group, PlannedRow.Wish wish, List<UUID> removes,
		@Nullable String target) {

	public PlannedRowView {
		removes = List.copyOf(removes);
	}

	/**
	 * The group of a row.
	 *
	 * @param portalId null when the run makes it
	 * @param name what it is called where the row is
	 * @param manager who managed it before the run, null: nobody
	 * @param present those of the row's people who were in it before the run
	 * @param filledBefore whether an earlier row adds people
	 * @param drainedBefore whether an earlier row removes people
	 * @param managedBefore whether an earlier row gives it a manager
	 */
	public record Subject(@Nullable UUID portalId, String name, @Nullable UUID manager, Set<UUID> present,
			boolean filledBefore, boolean drainedBefore, boolean managedBefore) {

		public Subject {
			present = Set.copyOf(present);
		}

		/** Whether a person is not known to be in the group already. */
		public boolean lacks(UUID person) {
			return this.drainedBefore || !this.present.contains(person);
		}

		/** Whether a person is not known to manage the group already. */
		public boolean needsManager(UUID person) {
			return this.drainedBefore || this.managedBefore || !person.equals(this.manager);
		}

		/** Whether a person may be in the group. */
		public boolean mayHave(UUID person) {
			return this.filledBefore || this.present.contains(person);
		}

	}

}
