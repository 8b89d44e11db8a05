package io.groupbatch.importjob.plan.state;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.groupbatch.journal.plan.PlannedRequest.Change;
import io.groupbatch.journal.plan.PlannedRow.Wish;
import io.groupbatch.journal.plan.TrackedGroup;

import org.jspecify.annotations.Nullable;

/**
 * The difference between a group, at the row's point of the file, and what the row wants
 * of it: what is missing, and what holds only through an earlier row.
 */
public final class GroupDifference {

	private final boolean trusting;

	private @Nullable Long through;

	private @Nullable String name;

	private @Nullable UUID manager;

	private final Set<UUID> adds = new LinkedHashSet<>();

	private final Set<UUID> removes = new LinkedHashSet<>();

	private final Wish wish;

	private final boolean removing;

	/**
	 * Compares.
	 * @param removing whether the row's people must be out of the group
	 * @param trusting whether what holds through an earlier row need not be sent again
	 */
	public GroupDifference(TrackedGroup group, Membership people, Wish wish, boolean removing, boolean trusting) {
		this.trusting = trusting;
		this.wish = wish;
		this.removing = removing;
		people.ask(wish.members());
		holdsThrough(people.madeBy());
		Long namedBy = (group.trail().namedBy() != null) ? group.trail().namedBy() : people.madeBy();
		if (wish.name() != null && !holds(wish.name().equals(group.name()), namedBy)) {
			this.name = wish.name();
		}
		if (wish.manager() != null && !holds(wish.manager().equals(group.manager()), people.managedBy())) {
			this.manager = wish.manager();
		}
		for (UUID person : wish.members()) {
			if (!holds(people.has(person) != removing && !people.isUnsure(person), people.by(person))) {
				(removing ? this.removes : this.adds).add(person);
			}
		}
	}

	/** What has to be sent. */
	public Change missing() {
		return new Change(this.name, this.manager, List.copyOf(this.adds), List.copyOf(this.removes));
	}

	/** What of it need not be sent, and has to stay so. */
	public Change held() {
		List<UUID> people = this.wish.members()
			.stream()
			.filter((person) -> !this.adds.contains(person) && !this.removes.contains(person))
			.toList();
		return new Change((this.name == null) ? this.wish.name() : null,
				(this.manager == null) ? this.wish.manager() : null, this.removing ? List.of() : people,
				this.removing ? people : List.of());
	}

	/**
	 * The last request through which anything of it holds; null: all that holds was seen
	 * on the portal.
	 */
	public @Nullable Long through() {
		return this.through;
	}

	private boolean holds(boolean now, @Nullable Long by) {
		if (now) {
			holdsThrough(by);
		}
		return now && (by == null || this.trusting);
	}

	/** Something that the row relies on holds through that request, if any. */
	public void holdsThrough(@Nullable Long by) {
		if (by != null && (this.through == null || by > this.through)) {
			this.through = by;
		}
	}

}
