package io.groupbatch.journal.send;

import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A group as it was seen, to be compared with what is seen later.
 *
 * @param ref the journal's own number of it
 * @param portalId its id
 * @param name its name
 * @param manager its manager, null: nobody
 * @param members those whom it shows
 */
public record GroupSnapshot(long ref, UUID portalId, String name, @Nullable UUID manager, MemberSetHash members) {

	/**
	 * Whether it looks the same.
	 */
	public boolean isSame(String otherName, @Nullable UUID otherManager, MemberSetHash others) {
		return this.name.equals(otherName) && Objects.equals(this.manager, otherManager) && this.members.equals(others);
	}

}
