package io.groupbatch.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.groupbatch.journal.invite.Invitation;
import io.groupbatch.journal.invite.Invitations;
import io.groupbatch.journal.people.PersonEntry;
import io.groupbatch.journal.people.PortalPeople;
import io.groupbatch.journal.plan.PlannedRequest;
import io.groupbatch.journal.plan.PlannedRequest.Change;
import io.groupbatch.journal.review.GroupChange;
import io.groupbatch.journal.review.PlannedChanges;
import io.groupbatch.journal.run.Runs;

import org.springframework.stereotype.Component;

/**
 * Summarises the plan of a run. Thread-safe.
 */
@Component
public class PlanReview {

	private final PlannedChanges changes;

	private final Runs runs;

	private final PortalPeople people;

	private final Invitations invitations;

	private final GuardOptions options;

	public PlanReview(PlannedChanges changes, Runs runs, PortalPeople people, Invitations invitations,
			GuardOptions options) {
		this.changes = changes;
		this.runs = runs;
		this.people = people;
		this.invitations = invitations;
		this.options = options;
	}

	/**
	 * What the plan comes to.
	 */
	public PlanSummary summary(long run) {
		Guards guards = new Guards(this.options, this.runs.get(run).plan().portalGroups());
		List<String> invited = invited(run);
		guards.invite(invited);
		Tally tally = new Tally(disabled(run));
		this.changes.forEach(run, (change) -> {
			tally.accept(change);
			guards.accept(change);
		});
		return tally.summary(invited, guards);
	}

	/**
	 * What is much of what the plan takes away, and of whom it invites; a sentence each.
	 */
	public List<String> risks(long run) {
		Guards guards = new Guards(this.options, this.runs.get(run).plan().portalGroups());
		guards.invite(invited(run));
		if (this.changes.takesAway(run)) {
			this.changes.forEach(run, guards);
		}
		return guards.risks();
	}

	private List<String> invited(long run) {
		return this.invitations.in(run, Invitation.State.PLANNED, Integer.MAX_VALUE)
			.stream()
			.map(Invitation::email)
			.toList();
	}

	private Set<UUID> disabled(long run) {
		return this.people.all(run)
			.stream()
			.filter((person) -> person.status() == PersonEntry.Status.DISABLED)
			.map(PersonEntry::id)
			.collect(Collectors.toSet());
	}

	/**
	 * Counts what a plan does. Used for one plan, once.
	 */
	private static final class Tally implements Consumer<GroupChange> {

		private static final int MOST_SHOWN = 20;

		private final Set<UUID> disabled;

		private final List<GroupChange> first = new ArrayList<>();

		private long created;

		private long newMembers;

		private long changed;

		private long deleted;

		private long read;

		private long renames;

		private long managers;

		private long added;

		private long removed;

		private long posts;

		private long puts;

		private long deletes;

		private long reads;

		private long longest;

		/**
		 * Counts from zero.
		 * @param disabled groups do not show these people: after a removal each is looked
		 * for
		 */
		Tally(Set<UUID> disabled) {
			this.disabled = disabled;
		}

		@Override
		public void accept(GroupChange change) {
			boolean shown = change.isCreate() || change.isDelete() || change.isChange();
			if (shown && this.first.size() < MOST_SHOWN) {
				this.first.add(change);
			}
			if (change.isCreate()) {
				this.created++;
				this.newMembers += change.added().size();
			}
			else if (change.isDelete()) {
				this.deleted++;
			}
			else if (change.isChange()) {
				this.changed++;
				this.renames += change.isRename() ? 1 : 0;
				this.managers += change.isNewManager() ? 1 : 0;
				this.added += change.added().size();
				this.removed += change.removed().size();
			}
			else {
				this.read++;
			}
			long before = requests();
			change.requests().forEach(this::count);
			this.longest = Math.max(this.longest, requests() - before);
		}

		private long requests() {
			return this.posts + this.puts + this.deletes + this.reads;
		}

		private void count(PlannedRequest request) {
			switch (request.verb()) {
				case CREATE -> this.posts++;
				case GET -> this.reads++;
				case DELETE -> this.deletes++;
				case MOVE, CARRY, MOVE_SOME -> {
					this.puts += portions(request.change().adds().size()) + portions(request.change().removes().size());
					this.reads += 2;
				}
				default -> this.puts++;
			}
			if (!request.verb().isMove() && request.change().removes().stream().anyMatch(this.disabled::contains)) {
				this.reads++;
			}
		}

		private static long portions(int people) {
			return (people + Change.MOST_MEMBERS - 1L) / Change.MOST_MEMBERS;
		}

		PlanSummary summary(List<String> invited, Guards guards) {
			// Each request is followed by a look at who was invited.
			long invitations = (invited.size() + Invitation.MOST_IN_REQUEST - 1L) / Invitation.MOST_IN_REQUEST;
			return new PlanSummary(
					new PlanSummary.Groups(this.created, this.newMembers, this.changed, this.deleted, this.read),
					new PlanSummary.Changes(this.renames, this.managers, this.added, this.removed),
					new PlanSummary.Load(this.posts + invitations, this.puts, this.deletes,
							this.reads + 2 * invitations, this.longest),
					this.first, invited, guards.risks(), guards.takesMuchAway());
		}

	}

}
