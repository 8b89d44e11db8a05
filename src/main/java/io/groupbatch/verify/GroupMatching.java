package io.groupbatch.verify;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.groupbatch.journal.export.ExportGroup;
import io.groupbatch.journal.export.ExportGroups;
import io.groupbatch.journal.export.ExportMember;
import io.groupbatch.journal.export.ExportPeople;
import io.groupbatch.journal.people.PersonEntry;
import io.groupbatch.verify.NameHistory.Origin;

import org.jspecify.annotations.Nullable;

/**
 * Finds which groups of the portal the groups of a file are, and which of the latter are
 * one group that some rows call by its id and others by its name. The portal shows only
 * the last name of a group: what it was called before is taken from the runs that have
 * found it, and is guessed from the rows where no run has. For one thread.
 */
final class GroupMatching {

	private final ExportGroups groups;

	private final ExportPeople people;

	private final DesiredGroups targets;

	private final Function<Collection<UUID>, Map<UUID, String>> earlierNames;

	private final Set<String> living;

	private final List<DesiredGroup> byId;

	private final List<DesiredGroup> byName;

	/**
	 * Compares what rows say with the portal.
	 * @param earlierNames the names under which a run has found groups with these ids
	 */
	GroupMatching(ExportGroups groups, ExportPeople people, DesiredGroups targets,
			Function<Collection<UUID>, Map<UUID, String>> earlierNames) {
		this.groups = groups;
		this.people = people;
		this.earlierNames = earlierNames;
		this.targets = targets;
		this.living = targets.all()
			.stream()
			.filter((target) -> !target.isDeleted() && target.name() != null)
			.map(DesiredGroup::name)
			.collect(Collectors.toSet());
		this.byId = targets.all().stream().filter((target) -> target.id() != null).toList();
		this.byName = targets.all().stream().filter((target) -> target.id() == null).toList();
	}

	/** Whether a group of the file has a name in the end. */
	boolean isLiving(String name) {
		return this.living.contains(name);
	}

	/** A group that was to be renamed, and was not, is found by the name it had. */
	List<ExportGroup> found(DesiredGroup target) {
		UUID id = target.id();
		if (id != null) {
			return this.groups.find(id).stream().toList();
		}
		String name = target.name();
		List<ExportGroup> found = (name != null) ? this.groups.named(name) : List.of();
		String first = target.firstName();
		if (found.isEmpty() && first != null && !first.equals(name) && !this.living.contains(first)) {
			return this.groups.named(first);
		}
		return found;
	}

	/**
	 * The ids of groups that the file calls by name as well, so far as it was not known.
	 */
	Map<NameUse, UUID> sameGroups() {
		Map<NameUse, UUID> same = new HashMap<>(this.targets.learned());
		if (this.byId.isEmpty() || this.byName.isEmpty()) {
			return same;
		}
		Map<UUID, DesiredGroup> ids = this.byId.stream()
			.filter((target) -> !target.isDeleted())
			.collect(Collectors.toMap((target) -> Objects.requireNonNull(target.id()), (target) -> target,
					(one, other) -> one));
		Map<String, DesiredGroup> foundBefore = foundBefore();
		Set<DesiredGroup> taken = new HashSet<>();
		for (DesiredGroup target : this.byName) {
			DesiredGroup before = foundBefore.get(target.naming().name());
			DesiredGroup other = mayMean(target, before) ? before
					: target.isDeleted() ? null : other(target, ids, taken);
			if (other != null) {
				same.putIfAbsent(target.naming(), Objects.requireNonNull(other.id()));
			}
		}
		return same;
	}

	/**
	 * The groups that are called by id, by the name under which a run has found no other
	 * one.
	 */
	private Map<String, DesiredGroup> foundBefore() {
		Map<UUID, String> names = this.earlierNames
			.apply(this.byId.stream().map(DesiredGroup::id).map(Objects::requireNonNull).toList());
		Map<String, DesiredGroup> before = new HashMap<>();
		Set<String> ambiguous = new HashSet<>();
		for (DesiredGroup target : this.byId) {
			String name = names.get(target.id());
			if (name != null && before.put(name, target) != null) {
				ambiguous.add(name);
			}
		}
		before.keySet().removeAll(ambiguous);
		return before;
	}

	/**
	 * Whether rows that use a name may mean a group that has lost it: the portal has none
	 * of that name, or a later row gives the name up by the id.
	 */
	private boolean mayMean(DesiredGroup target, @Nullable DesiredGroup before) {
		return before != null && (isGone(target) || before.trace().unknownNameEnds() > target.naming().row());
	}

	private @Nullable DesiredGroup other(DesiredGroup target, Map<UUID, DesiredGroup> ids, Set<DesiredGroup> taken) {
		List<ExportGroup> found = isLost(target) ? List.of() : found(target);
		if (!found.isEmpty() || target.trace().origin() == Origin.MADE) {
			return (found.size() == 1) ? ids.get(found.get(0).id()) : null;
		}
		for (DesiredGroup other : ids.values().stream().sorted(Comparator.comparing(DesiredGroup::row)).toList()) {
			if (other.trace().unknownNameEnds() > target.trace().last() && !found(other).isEmpty()
					&& fits(target, other) && taken.add(other)) {
				return other;
			}
		}
		return null;
	}

	/**
	 * Whether a group may hold what is wanted of it under another name. The file is
	 * followed once more with that, so here it is enough that nothing speaks against it.
	 */
	private boolean fits(DesiredGroup target, DesiredGroup other) {
		ExportGroup group = found(other).get(0);
		Set<UUID> in = this.people.members(group.id())
			.stream()
			.map(ExportMember::person)
			.map(PersonEntry::id)
			.collect(Collectors.toSet());
		boolean managed = target.manager() == null || other.manager() != null
				|| target.manager().equals(group.manager());
		return managed && (other.isOnly() || target.members()
			.entrySet()
			.stream()
			.allMatch((member) -> other.members().containsKey(member.getKey())
					|| member.getValue() == in.contains(member.getKey())));
	}

	/**
	 * The groups of the file that are not there as they must not be: rows delete each of
	 * them by its other name or id.
	 */
	Set<DesiredGroup> deletedOtherwise() {
		Set<DesiredGroup> gone = new HashSet<>();
		pair(this.byName.stream().filter((target) -> !target.isDeleted() && isGone(target)).toList(),
				this.byId.stream().filter((target) -> isDeletedUnseen(target)).toList(), gone);
		pair(this.byId.stream().filter((target) -> !target.isDeleted() && isGone(target)).toList(),
				this.byName.stream().filter((target) -> isDeletedUnseen(target)).toList(), gone);
		return gone;
	}

	private boolean isGone(DesiredGroup target) {
		return target.trace().origin() != Origin.MADE && (isLost(target) || found(target).isEmpty());
	}

	private boolean isDeletedUnseen(DesiredGroup target) {
		NameHistory trace = target.trace();
		boolean unseen = (target.id() != null) ? trace.unknownNameEnds() > 0 : trace.origin() != Origin.MADE;
		return target.isDeleted() && unseen && (target.id() == null || found(target).isEmpty());
	}

	/** Each deletion is of one group, and of none that a later row is about. */
	private void pair(List<DesiredGroup> missing, List<DesiredGroup> deleted, Set<DesiredGroup> gone) {
		Set<DesiredGroup> free = new HashSet<>(deleted);
		for (DesiredGroup target : missing.stream()
			.sorted(Comparator.comparing((DesiredGroup target) -> target.trace().last()).reversed())
			.toList()) {
			free.stream()
				.filter((other) -> other.trace().deleted() > target.trace().last())
				.min(Comparator.comparing((other) -> other.trace().deleted()))
				.ifPresent((other) -> {
					free.remove(other);
					gone.add(target);
				});
		}
	}

	private boolean isLost(DesiredGroup target) {
		return target.trace().isDisplaced();
	}

}
