package io.groupbatch.journal.plan;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A group at some time, as far as it is known.
 *
 * @param id the portal's id; null while the portal has not made it
 * @param name its name
 * @param manager its manager; null when it has none, or none is known
 * @param members its visible members; null while the portal has not shown them
 */
public record GroupState(@Nullable UUID id, String name, @Nullable UUID manager, @Nullable List<UUID> members) {

	/** The same group with those of its visible members who are among some people. */
	public GroupState only(Collection<UUID> some) {
		return new GroupState(this.id, this.name, this.manager, people().stream().filter(some::contains).toList());
	}

	/** The visible members; nobody while they are not known. */
	public List<UUID> people() {
		return (this.members != null) ? this.members : List.of();
	}

}
