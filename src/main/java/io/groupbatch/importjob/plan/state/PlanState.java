package io.groupbatch.importjob.plan.state;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.importjob.row.RowRequest;
import io.groupbatch.journal.plan.Groups;
import io.groupbatch.journal.plan.ReleasedName;
import io.groupbatch.journal.plan.Requests;
import io.groupbatch.journal.plan.SimilarName;
import io.groupbatch.journal.plan.TrackedGroup;
import io.groupbatch.journal.plan.TrackedGroupState;

import org.jspecify.annotations.Nullable;

/**
 * Groups, names and requests as they will be after the rows planned so far: that part of
 * them which one chunk of rows is about. Loaded for a chunk, saved with it, so that
 * memory stays flat whatever the size of the file. For one thread.
 */
public final class PlanState {

	private final long run;

	private final Groups store;

	private final ChangedEntries<Long, TrackedGroup> groups = new ChangedEntries<>();

	private final ChangedEntries<String, ReleasedName> lost = new ChangedEntries<>();

	private final GroupRequestState lanes;

	private final Map<String, Set<Long>> refsByName = new HashMap<>();

	private final Map<String, Set<Long>> refsByLook = new HashMap<>();

	private final Map<UUID, Long> refsById = new HashMap<>();

	private long nextRef;

	public PlanState(long run, Groups store, Requests requestStore, Collection<RowRequest> rows, long mostPeople) {
		this.run = run;
		this.store = store;
		List<RowRequest> about = rows.stream()
			.flatMap((row) -> (row.targetGroup() != null) ? Stream.of(row, row.target()) : Stream.of(row))
			.toList();
		Set<String> names = about.stream()
			.flatMap((row) -> Stream.of(row.groupName(), row.newName()))
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
		store.byName(run, names).forEach(this::load);
		store.byLook(run, names).forEach(this::load);
		store
			.byPortalId(run,
					about.stream().map(RowRequest::groupId).filter(Objects::nonNull).collect(Collectors.toSet()))
			.forEach(this::load);
		store.lostNames(run, names).forEach((name) -> this.lost.load(name.name(), name));
		Set<Long> refs = new LinkedHashSet<>();
		rows.forEach((row) -> refs.addAll(candidates(row)));
		this.lanes = new GroupRequestState(store, requestStore, refs, mostPeople);
		this.nextRef = store.nextRef();
	}

	public long run() {
		return this.run;
	}

	/** The groups that have the name at this point of the file. */
	public List<TrackedGroup> named(String name) {
		return this.refsByName.getOrDefault(name, Set.of()).stream().map(this::group).toList();
	}

	/** The groups whose names look like that one at this point of the file. */
	public List<TrackedGroup> alike(String name) {
		return this.refsByLook.getOrDefault(SimilarName.key(name), Set.of()).stream().map(this::group).toList();
	}

	/** The group with that id of the portal, also when it is gone at this point. */
	public @Nullable TrackedGroup withId(UUID id) {
		Long ref = this.refsById.get(id);
		return (ref != null) ? group(ref) : null;
	}

	TrackedGroup group(long ref) {
		return this.groups.get(ref);
	}

	/**
	 * The groups that a row may mean, also when there is something wrong with it: by id,
	 * by the name that they have, or by the one that a rename took away.
	 */
	public Set<Long> meant(RowRequest asked) {
		Set<Long> refs = new HashSet<>();
		TrackedGroup withId = (asked.groupId() != null) ? withId(asked.groupId()) : null;
		if (withId != null) {
			refs.add(withId.ref());
		}
		String name = asked.groupName();
		if (name != null && asked.groupId() == null) {
			named(name).forEach((group) -> refs.add(group.ref()));
			ReleasedName lost = lost(name);
			if (lost != null && lost.why() == ReleasedName.Why.RENAMED && lost.request() != null) {
				refs.addAll(this.lanes.groupOf(lost.request()));
			}
		}
		return refs;
	}

	/** Whether a row may be planned with what is in memory; else that is to be saved. */
	public boolean mayHold(RowRequest row) {
		return this.lanes.mayHold(candidates(row));
	}

	/** All groups that were loaded, by their refs. */
	public Set<Long> refs() {
		return this.groups.loaded();
	}

	/** The requests of these groups. */
	public GroupRequestState lanes() {
		return this.lanes;
	}

	/** How the name was lost, if no group has it any more. */
	public @Nullable ReleasedName lost(String name) {
		return this.lost.find(name);
	}

	/** The next free ref for a group that is to be made; each is given once. */
	public long takeRef() {
		return this.nextRef++;
	}

	/** Keeps a group as a row leaves it. */
	public void put(TrackedGroup group) {
		TrackedGroup before = this.groups.find(group.ref());
		if (before != null) {
			this.refsByName.getOrDefault(before.name(), new HashSet<>()).remove(group.ref());
			this.refsByLook.getOrDefault(SimilarName.key(before.name()), new HashSet<>()).remove(group.ref());
		}
		this.groups.put(group.ref(), group);
		index(group);
		if (group.state() != TrackedGroupState.GONE) {
			this.lost.remove(group.name());
		}
	}

	/** Notes how a name was lost; without effect while a group has it. */
	public void lose(ReleasedName name) {
		if (named(name.name()).isEmpty()) {
			this.lost.put(name.name(), name);
		}
	}

	/** Writes what the rows of this chunk changed. */
	public void save() {
		this.store.add(this.run, this.groups.added());
		this.store.update(this.groups.updated());
		this.lanes.save(this.run);
		this.store.regainNames(this.run, this.lost.removed());
		this.store.loseNames(this.run, this.lost.addedOrUpdated());
	}

	/** The groups that a sound row may be about, also the one that people move to. */
	private Set<Long> candidates(RowRequest row) {
		Set<Long> refs = new LinkedHashSet<>();
		TrackedGroup withId = (row.groupId() != null) ? withId(row.groupId()) : null;
		if (withId != null) {
			refs.add(withId.ref());
		}
		Stream.of(row.groupName(), row.newName())
			.filter(Objects::nonNull)
			.forEach((name) -> refs.addAll(this.refsByName.getOrDefault(name, Set.of())));
		if (row.targetGroup() != null) {
			refs.addAll(candidates(row.target()));
		}
		return refs;
	}

	private void load(TrackedGroup group) {
		this.groups.load(group.ref(), group);
		index(group);
	}

	private void index(TrackedGroup group) {
		if (group.portalId() != null) {
			this.refsById.put(group.portalId(), group.ref());
		}
		if (group.state() != TrackedGroupState.GONE) {
			this.refsByName.computeIfAbsent(group.name(), (name) -> new TreeSet<>()).add(group.ref());
			this.refsByLook.computeIfAbsent(SimilarName.key(group.name()), (look) -> new TreeSet<>()).add(group.ref());
		}
	}

}
