package io.groupbatch.importjob.send.exchange;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.groupbatch.journal.plan.PlannedRequest.Change;
import io.groupbatch.portal.http.Answer;
import io.groupbatch.portal.payload.Group;

import org.jspecify.annotations.Nullable;

/**
 * What the portal showed when it was read, after an answer that proved nothing.
 *
 * @param groups what is there now: the group of the request, of a move the other one too,
 * or for a create every group that has its name
 * @param answer what it said instead, null when it showed what is there, or that nothing
 * is
 */
public record Observation(List<Shown> groups, @Nullable Answer answer) {

	public Observation {
		groups = List.copyOf(groups);
	}

	/** There is nothing. */
	public static Observation nothing() {
		return new Observation(List.of(), null);
	}

	/** It could not be seen. */
	public static Observation blind(Answer answer) {
		return new Observation(List.of(), answer);
	}

	/** Whether it could be seen what is there. */
	public boolean isClear() {
		return this.answer == null;
	}

	/** Whether nothing is there. */
	public boolean isEmpty() {
		return this.groups.isEmpty();
	}

	/** The only group that is there; of a move, the one that the people leave. */
	public Shown only() {
		return this.groups.get(0);
	}

	/** Whether both saw the same; the portal shows members in any order. */
	public boolean agrees(@Nullable Observation other) {
		return other != null && isClear() && other.isClear() && states().equals(other.states());
	}

	/** The ids of the groups that are there. */
	public Set<UUID> ids() {
		return this.groups.stream().map((shown) -> shown.group().id()).collect(Collectors.toSet());
	}

	/** Their ids as they are told. */
	public String told() {
		return told(this.groups);
	}

	/** The ids of some groups as they are told, in order. */
	public static String told(List<Shown> groups) {
		return groups.stream().map((shown) -> shown.group().id().toString()).sorted().collect(Collectors.joining(", "));
	}

	/**
	 * Of a move: whether nobody who was to leave the group is there any more, and all of
	 * them are in the other.
	 */
	public boolean isMoved(Set<UUID> moving) {
		return only().group().people().stream().noneMatch(moving::contains)
				&& Set.copyOf(this.groups.get(1).group().people()).containsAll(moving);
	}

	/** The same look with some groups left out. */
	public Observation without(Set<UUID> strangers) {
		return new Observation(this.groups.stream().filter((shown) -> !strangers.contains(shown.group().id())).toList(),
				this.answer);
	}

	private Set<Object> states() {
		return this.groups.stream().map(Shown::state).collect(Collectors.toSet());
	}

	/**
	 * A group.
	 *
	 * @param group with its members
	 * @param hidden disabled people who are in it and whom it does not show, as far as
	 * the request is about them
	 */
	public record Shown(Group group, Set<UUID> hidden) {

		public Shown {
			hidden = Set.copyOf(hidden);
		}

		/**
		 * What of a change the group does not show yet, as far as one request can send
		 * it.
		 */
		public Change missing(Change wanted) {
			Change all = allMissing(wanted);
			return new Change(all.name(), all.manager(), first(all.adds(), Change.MOST_MEMBERS),
					first(all.removes(), Change.MOST_MEMBERS - all.adds().size()), wanted.exact());
		}

		/** Whether one request can send all that the group does not show yet. */
		public boolean lacksLittle(Change wanted) {
			return allMissing(wanted).people() <= Change.MOST_MEMBERS;
		}

		private Change allMissing(Change wanted) {
			Set<UUID> present = present();
			String name = this.group.name().equals(wanted.name()) ? null : wanted.name();
			UUID manager = Objects.equals(this.group.manager(), wanted.manager()) ? null : wanted.manager();
			Set<UUID> adds = new LinkedHashSet<>(wanted.adds());
			Set<UUID> removes = new LinkedHashSet<>(wanted.removes());
			if (wanted.exact() != null) {
				adds.addAll(wanted.exact());
				removes.addAll(strangers(wanted));
				if (wanted.manager() == null) {
					// Another user has made a manager of a member whom the plan took out.
					removes.remove(this.group.manager());
				}
			}
			return new Change(name, manager, only(adds, (person) -> !present.contains(person)),
					only(removes, present::contains), wanted.exact());
		}

		/**
		 * Whom it shows though nobody else must be there; its manager may stay, and so
		 * may the one that it must get.
		 */
		public List<UUID> strangers(Change wanted) {
			if (wanted.exact() == null) {
				return List.of();
			}
			Set<UUID> exact = new HashSet<>(wanted.exact());
			return only(this.group.people(), (person) -> !exact.contains(person) && !person.equals(this.group.manager())
					&& !person.equals(wanted.manager()));
		}

		/** Whether the group has nobody but those who were asked for. */
		public boolean isWithin(Change wanted) {
			Set<UUID> asked = new HashSet<>(wanted.adds());
			if (wanted.manager() != null) {
				asked.add(wanted.manager());
			}
			return asked.containsAll(present())
					&& (this.group.manager() == null || this.group.manager().equals(wanted.manager()));
		}

		private Set<UUID> present() {
			Set<UUID> present = new HashSet<>(this.group.people());
			present.addAll(this.hidden);
			return present;
		}

		private Object state() {
			return List.of(this.group.id(), this.group.name(), String.valueOf(this.group.manager()),
					new HashSet<>(this.group.people()), this.hidden);
		}

		private static List<UUID> only(Collection<UUID> people, Predicate<UUID> which) {
			return people.stream().filter(which).toList();
		}

		private static List<UUID> first(List<UUID> people, int most) {
			return people.subList(0, Math.max(0, Math.min(most, people.size())));
		}

	}

}
