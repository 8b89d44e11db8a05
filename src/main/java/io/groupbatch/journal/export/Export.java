package io.groupbatch.journal.export;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The export that is under way.
 *
 * @param number when it began, in milliseconds; no other one has it
 * @param wanted what is exported
 * @param manager the user whom {@link Wanted#managedBy} means, null with it
 */
public record Export(long number, Wanted wanted, @Nullable UUID manager) {

	/**
	 * When its reading began: what it knows is at least as young as that.
	 */
	public Instant began() {
		return Instant.ofEpochMilli(this.number);
	}

	/**
	 * What is read for an export: another one must not go on with it.
	 *
	 * @param portal the portal's address
	 * @param account the id of the user whom the key belongs to; null: the portal has not
	 * said
	 * @param filter a part of the groups' names, null: any
	 * @param managedBy the groups' manager as the user gave it, null: any
	 */
	public record Wanted(String portal, @Nullable String account, @Nullable String filter, @Nullable String managedBy) {

		/** Whether all groups are wanted. */
		public boolean isAll() {
			return this.filter == null && this.managedBy == null;
		}

	}

}
