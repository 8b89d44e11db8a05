package io.groupbatch.journal.history;

import java.util.List;
import java.util.UUID;

import io.groupbatch.journal.plan.GroupState;

import org.jspecify.annotations.Nullable;

/**
 * A group that a run has sent changes of.
 *
 * @param ref the journal's own number of it
 * @param id the portal's id, null when the run never learned it
 * @param name what it is called, for people
 * @param before how it was before the run, null: the run made it
 * @param after how the portal last showed it to the run, null: it did not
 * @param fate what became of it
 * @param since what later runs that took something back have left of it, null: none did
 */
public record GroupHistory(long ref, @Nullable UUID id, String name, @Nullable GroupState before,
		@Nullable GroupState after, Fate fate, @Nullable Since since) {

	/**
	 * What runs that take back have left.
	 *
	 * @param deleted whether one of them has deleted the group
	 * @param state how the portal last showed it to them, null: it did not
	 */
	public record Since(boolean deleted, @Nullable GroupState state) {
	}

	/**
	 * What became of a group.
	 *
	 * @param deleted whether the run has deleted it
	 * @param adopted whether it was found after a lost answer
	 * @param inDoubt whether it is not known what the run did to it
	 * @param hiddenRemoved disabled people whom the run has taken out, or may have where
	 * it moved all members; the group would not have shown them
	 */
	public record Fate(boolean deleted, boolean adopted, boolean inDoubt, List<UUID> hiddenRemoved) {
	}

}
