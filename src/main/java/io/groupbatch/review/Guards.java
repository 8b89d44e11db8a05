package io.groupbatch.review;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.groupbatch.journal.review.GroupChange;
import io.groupbatch.text.Threshold;

import org.jspecify.annotations.Nullable;

/**
 * Watches what a plan takes away and whom it invites, and warns when that is much
 * (docs/getting-started.md, "Guards"). Used for one plan, once.
 */
final class Guards implements Consumer<GroupChange> {

	/** So few deletes are never many, whatever part of the portal they are. */
	private static final int FEW_DELETES = 10;

	private static final Threshold MANY_DELETES = new Threshold(10, true);

	private static final Threshold MANY_REMOVALS = new Threshold(20, true);

	/** Of a smaller group, one person is a large part already. */
	private static final int SMALL_GROUP = 10;

	private static final int MOST_NAMES = 20;

	private final @Nullable Threshold deletesAllowed;

	private final Threshold removalsAllowed;

	private final long portalGroups;

	private final List<String> deleted = new ArrayList<>();

	private final List<String> drained = new ArrayList<>();

	private final int invitesAllowed;

	private long deletes;

	private long drains;

	private List<String> invited = List.of();

	/**
	 * Watches a plan.
	 * @param portalGroups how many groups the portal has
	 */
	Guards(GuardOptions options, long portalGroups) {
		this.deletesAllowed = options.maxDeletes();
		this.removalsAllowed = (options.maxRemovals() != null) ? options.maxRemovals() : MANY_REMOVALS;
		this.portalGroups = portalGroups;
		this.invitesAllowed = options.maxInvites();
	}

	@Override
	public void accept(GroupChange change) {
		GroupChange.Before before = change.before();
		if (before == null) {
			return;
		}
		if (change.isDelete()) {
			keep(this.deleted, this.deletes++, "\"" + before.name() + "\"");
		}
		int removed = change.removed().size();
		boolean counts = !this.removalsAllowed.percent() || before.members() >= SMALL_GROUP;
		if (counts && this.removalsAllowed.isExceeded(removed, before.members())) {
			keep(this.drained, this.drains++, "\"%s\" %d of %d".formatted(before.name(), removed, before.members()));
		}
	}

	/** Takes the addresses of the people who are invited. */
	void invite(List<String> addresses) {
		this.invited = addresses;
	}

	/** What is much, a sentence for each guard. */
	List<String> risks() {
		List<String> risks = new ArrayList<>();
		if (areManyDeletes()) {
			risks.add("The plan deletes %d of the portal's %d groups: %s. To allow that: --max-deletes %1$d."
				.formatted(this.deletes, this.portalGroups, names(this.deleted, this.deletes)));
		}
		if (this.drains > 0) {
			risks.add("The plan removes many members, of %s: %s. To allow that, give a greater --max-removals."
				.formatted((this.drains == 1) ? "one group" : this.drains + " groups",
						names(this.drained, this.drains)));
		}
		if (this.invited.size() > this.invitesAllowed) {
			List<String> first = this.invited.subList(0, Math.min(this.invited.size(), MOST_NAMES));
			risks.add("The plan invites %d people by mail: %s. To allow that: --max-invites %1$d."
				.formatted(this.invited.size(), names(first, this.invited.size())));
		}
		return risks;
	}

	/** Whether any of it is about deletes or removals. */
	boolean takesMuchAway() {
		return areManyDeletes() || this.drains > 0;
	}

	private boolean areManyDeletes() {
		if (this.deletesAllowed != null) {
			return this.deletesAllowed.isExceeded(this.deletes, this.portalGroups);
		}
		return this.deletes > FEW_DELETES && MANY_DELETES.isExceeded(this.deletes, this.portalGroups);
	}

	private static void keep(List<String> names, long count, String name) {
		if (count < MOST_NAMES) {
			names.add(name);
		}
	}

	private static String names(List<String> names, long count) {
		return names.stream().collect(Collectors.joining(", "))
				+ ((count > names.size()) ? " and %d more".formatted(count - names.size()) : "");
	}

}
