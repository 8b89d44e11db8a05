package io.groupbatch.importjob.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.importjob.RowRequest;
import io.groupbatch.journal.Alike;
import io.groupbatch.journal.Groups;
import io.groupbatch.journal.KnownGroup;
import io.groupbatch.journal.KnownGroupState;
import io.groupbatch.journal.LostName;
import io.groupbatch.journal.Requests;

import org.jspecify.annotations.Nullable;

/**
 * Groups, names and requests as they will be after the rows planned so far: that part of
 * them which one chunk of rows is about. Loaded for a chunk, saved with it, so that
 * memory stays flat whatever the size of the file. For one thread.
 */
final class PlanSoFar {

	private final long run;

	private final Groups store;

	private final Map<Long, KnownGroup> groups = new LinkedHashMap<>();

	private final Map<String, LostName> lost = new HashMap<>();

	private final LanesSoFar lanes;

	private final Map<String, Set<Long>> refsByName = new HashMap<>();

	private final Map<String, Set<Long>> refsByLook = new HashMap<>();

	private final Set<Long> loadedGroups;

	private final Set<Long> changedGroups = new HashSet<>();

	private final Set<String> changedNames = new HashSet<>();

	private final Set<String> regained = new HashSet<>();

	private final Map<UUID, Long> refsById = new HashMap<>();

	private long nextRef;

	PlanSoFar(long run, Groups store, Requests requestStore, Collection<RowRequest> rows) {
		this.run = run;
		this.store = store;
		Set<String> names = rows.stream()
			.flatMap((row) -> Stream.of(row.groupName(), row.newName()))
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
		store.byName(run, names).forEach(this::keep);
		store.byLook(run, names).forEach(this::keep);
		store
			.byPortalId(run,
					rows.stream().map(RowRequest::groupId).filter(Objects::nonNull).collect(Collectors.toSet()))
			.forEach(this::keep);
		store.lostNames(run, names).forEach((name) -> this.lost.put(name.name(), name));
		this.lanes = new LanesSoFar(store, requestStore, this.groups.keySet());
		this.loadedGroups = Set.copyOf(this.groups.keySet());
		this.nextRef = store.nextRef();
	}

	/** The groups that bear the name at this point of the file. */
	List<KnownGroup> named(String name) {
		return this.refsByName.getOrDefault(name, Set.of()).stream().map(this::group).toList();
	}

	/** The groups whose names look like that one at this point of the file. */
	List<KnownGroup> alike(String name) {
		return this.refsByLook.getOrDefault(Alike.key(name), Set.of()).stream().map(this::group).toList();
	}

	/** The group with that id of the portal, also when it is gone at this point. */
	@Nullable KnownGroup withId(UUID id) {
		Long ref = this.refsById.get(id);
		return (ref != null) ? group(ref) : null;
	}

	KnownGroup group(long ref) {
		return Objects.requireNonNull(this.groups.get(ref));
	}

	/**
	 * The groups that a row may mean, also when there is something wrong with it: by id,
	 * by the name that they bear, or by the one that a rename took away.
	 */
	Set<Long> meant(RowRequest asked) {
		Set<Long> refs = new HashSet<>();
		KnownGroup withId = (asked.groupId() != null) ? withId(asked.groupId()) : null;
		if (withId != null) {
			refs.add(withId.ref());
		}
		String name = asked.groupName();
		if (name != null && asked.groupId() == null) {
			named(name).forEach((group) -> refs.add(group.ref()));
			LostName lost = lost(name);
			if (lost != null && lost.why() == LostName.Why.RENAMED && lost.request() != null) {
				refs.addAll(this.lanes.groupOf(lost.request()));
			}
		}
		return refs;
	}

	/** All groups that were loaded, by their refs. */
	Set<Long> refs() {
		return this.loadedGroups;
	}

	/** The requests of these groups. */
	LanesSoFar lanes() {
		return this.lanes;
	}

	/** How the name was lost, if no group bears it any more. */
	@Nullable LostName lost(String name) {
		return this.lost.get(name);
	}

	long takeRef() {
		return this.nextRef++;
	}

	/** Keeps a group as a row leaves it. */
	void put(KnownGroup group) {
		KnownGroup before = this.groups.get(group.ref());
		if (before != null) {
			this.refsByName.getOrDefault(before.name(), new HashSet<>()).remove(group.ref());
			this.refsByLook.getOrDefault(Alike.key(before.name()), new HashSet<>()).remove(group.ref());
		}
		keep(group);
		this.changedGroups.add(group.ref());
		if (group.state() != KnownGroupState.GONE) {
			if (this.lost.remove(group.name()) != null) {
				this.regained.add(group.name());
			}
		}
	}

	void lose(LostName name) {
		if (named(name.name()).isEmpty()) {
			this.lost.put(name.name(), name);
			this.changedNames.add(name.name());
			this.regained.remove(name.name());
		}
	}

	/** Writes what the rows of this chunk changed. */
	void save() {
		this.store.add(this.run, this.groups.values().stream().filter((group) -> isNew(group)).toList());
		this.store.update(this.groups.values()
			.stream()
			.filter((group) -> !isNew(group) && this.changedGroups.contains(group.ref()))
			.toList());
		this.lanes.save(this.run);
		this.store.regainNames(this.run, this.regained);
		this.store.loseNames(this.run,
				this.lost.values().stream().filter((name) -> this.changedNames.contains(name.name())).toList());
	}

	private boolean isNew(KnownGroup group) {
		return !this.loadedGroups.contains(group.ref());
	}

	private void keep(KnownGroup group) {
		this.groups.put(group.ref(), group);
		if (group.portalId() != null) {
			this.refsById.put(group.portalId(), group.ref());
		}
		if (group.state() != KnownGroupState.GONE) {
			this.refsByName.computeIfAbsent(group.name(), (name) -> new TreeSet<>()).add(group.ref());
			this.refsByLook.computeIfAbsent(Alike.key(group.name()), (look) -> new TreeSet<>()).add(group.ref());
		}
	}

}
