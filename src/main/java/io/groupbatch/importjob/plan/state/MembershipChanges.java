package io.groupbatch.importjob.plan.state;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.groupbatch.journal.plan.PlannedRequest.Change;

import org.jspecify.annotations.Nullable;

/**
 * What several rows want of one group, added up row by row. For one thread.
 */
final class MembershipChanges {

	private @Nullable String name;

	private @Nullable UUID manager;

	private final Set<UUID> adds = new LinkedHashSet<>();

	private final Set<UUID> removes = new LinkedHashSet<>();

	/**
	 * Adds what a row wants; a name or manager that is there already counts first.
	 * @return whether that is anything new
	 */
	boolean add(Change change) {
		boolean names = this.name == null && change.name() != null;
		boolean manages = this.manager == null && change.manager() != null;
		this.name = names ? change.name() : this.name;
		this.manager = manages ? change.manager() : this.manager;
		boolean adds = this.adds.addAll(change.adds());
		return this.removes.addAll(change.removes()) || adds || names || manages;
	}

	/** Whether a change neither undoes nor overrides any of it. */
	boolean allows(Change change) {
		return (change.name() == null || this.name == null) && (change.manager() == null || this.manager == null)
				&& areApart(this.adds, this.manager, change.removes())
				&& areApart(change.adds(), change.manager(), this.removes);
	}

	/** All of it. */
	Change all() {
		return new Change(this.name, this.manager, List.copyOf(this.adds), List.copyOf(this.removes));
	}

	private static boolean areApart(Collection<UUID> adds, @Nullable UUID manager, Collection<UUID> removes) {
		return Collections.disjoint(adds, removes) && (manager == null || !removes.contains(manager));
	}

}
