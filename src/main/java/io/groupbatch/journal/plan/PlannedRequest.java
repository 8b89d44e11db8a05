package io.groupbatch.journal.plan;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * One HTTP call that the plan decided on.
 *
 * @param id the journal's number of it; smaller ones of a lane go first
 * @param verb what it does
 * @param groupRef the group it is about
 * @param change what it wants changed; of a move, whom its group is likely to lose and
 * the target to gain
 * @param held what its rows want in addition, and what need not be sent: it holds already
 * @param ties what must have happened before
 * @param judgedBy the request whose answer decides the rows of this one; usually itself
 */
public record PlannedRequest(long id, RequestType verb, long groupRef, Change change, Change held, Ties ties,
		long judgedBy) {

	public PlannedRequest(long id, RequestType verb, long groupRef, Change change, Ties ties, long judgedBy) {
		this(id, verb, groupRef, change, Change.NONE, ties, judgedBy);
	}

	/** The group that takes the people of a move; null for others. */
	public @Nullable Long targetRef() {
		return (this.ties.target() != null) ? this.ties.target().ref() : null;
	}

	/** How many people it names, each as often as it does. */
	public int people() {
		List<UUID> exact = this.change.exact();
		return this.change.people() + this.held.people() + ((exact != null) ? exact.size() : 0);
	}

	/** All that its rows want of the group, whether it is to be sent or holds already. */
	public Change wanted() {
		return this.change.and(this.held).showingOnly(this.change.exact());
	}

	/** The same, which wants something else changed. */
	public PlannedRequest with(Change otherChange) {
		return new PlannedRequest(this.id, this.verb, this.groupRef, otherChange, this.held, this.ties, this.judgedBy);
	}

	/** The same, whose rows want something else in addition. */
	public PlannedRequest holding(Change otherHeld) {
		return new PlannedRequest(this.id, this.verb, this.groupRef, this.change, otherHeld, this.ties, this.judgedBy);
	}

	/** The same, done by another verb. */
	public PlannedRequest as(RequestType otherVerb) {
		return new PlannedRequest(this.id, otherVerb, this.groupRef, this.change, this.held, this.ties, this.judgedBy);
	}

	/**
	 * The same request, planned again for a group that is there: its rows want what they
	 * wanted, and only what is missing is sent.
	 */
	public PlannedRequest sending(Change missing) {
		return as(RequestType.UPDATE).with(missing).holding(wanted().without(missing));
	}

	/**
	 * What a request wants changed.
	 *
	 * @param name null: leave it
	 * @param manager null: leave it
	 * @param adds at most {@value #MOST_MEMBERS} with the removes (portal contract 9.6)
	 * @param removes people to take out
	 * @param exact the only ones whom the group must show then, in addition to its
	 * manager; null: others may be there
	 */
	public record Change(@Nullable String name, @Nullable UUID manager, List<UUID> adds, List<UUID> removes,
			@Nullable List<UUID> exact) {

		/** As many people as one request may name. */
		public static final int MOST_MEMBERS = 100;

		/** Nothing: for reading and deleting. */
		public static final Change NONE = new Change(null, null, List.of(), List.of());

		public Change {
			adds = List.copyOf(adds);
			removes = List.copyOf(removes);
			exact = (exact != null) ? List.copyOf(exact) : null;
		}

		public Change(@Nullable String name, @Nullable UUID manager, List<UUID> adds, List<UUID> removes) {
			this(name, manager, adds, removes, null);
		}

		/** The same, for a group that must show nobody else. */
		public Change showingOnly(@Nullable Collection<UUID> people) {
			return new Change(this.name, this.manager, this.adds, this.removes,
					(people != null) ? List.copyOf(people) : null);
		}

		/**
		 * Both in one, for a group that may show others; a name or manager of this one
		 * counts first.
		 */
		public Change and(Change other) {
			return new Change((this.name != null) ? this.name : other.name,
					(this.manager != null) ? this.manager : other.manager, together(this.adds, other.adds),
					together(this.removes, other.removes));
		}

		/**
		 * What of it another one does not want as well, for a group that may show others.
		 */
		public Change without(Change other) {
			return new Change(Objects.equals(this.name, other.name) ? null : this.name,
					Objects.equals(this.manager, other.manager) ? null : this.manager, minus(this.adds, other.adds),
					minus(this.removes, other.removes));
		}

		/** How many people it names. */
		public int people() {
			return this.adds.size() + this.removes.size();
		}

		/**
		 * Whether there is nothing to be sent.
		 */
		public boolean isNothing() {
			return this.name == null && this.manager == null && people() == 0;
		}

		private static List<UUID> together(List<UUID> one, List<UUID> other) {
			return Stream.concat(one.stream(), other.stream()).distinct().toList();
		}

		private static List<UUID> minus(List<UUID> one, List<UUID> other) {
			Set<UUID> others = new HashSet<>(other);
			return one.stream().filter((person) -> !others.contains(person)).toList();
		}

	}

	/**
	 * What must have happened before a request may be marked.
	 *
	 * @param behind the request before it in its lane; must be settled
	 * @param nameFrom the request that gives up the name which this one takes; must be
	 * done
	 * @param needs the request that gave the group the name by which the row calls it;
	 * must be done
	 * @param target the second group of a move; else null
	 */
	public record Ties(@Nullable Long behind, @Nullable Long nameFrom, @Nullable Long needs, @Nullable Target target) {

		public Ties(@Nullable Long behind, @Nullable Long nameFrom, @Nullable Long needs) {
			this(behind, nameFrom, needs, null);
		}

	}

	/**
	 * The group that takes the people of another one.
	 *
	 * @param ref the group
	 * @param behind the request before it in the lane of that group; must be settled
	 * @param needs the request that gave that group the name by which the row calls it;
	 * must be done
	 */
	public record Target(long ref, @Nullable Long behind, @Nullable Long needs) {
	}

}
