package io.groupbatch.review;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.LongStream;

import io.groupbatch.journal.run.Runs;
import io.groupbatch.journal.send.GroupSnapshot;
import io.groupbatch.journal.send.MemberSetHash;
import io.groupbatch.journal.send.PlanBaseline;
import io.groupbatch.portal.Directory;
import io.groupbatch.portal.PortalException;
import io.groupbatch.portal.SearchText;
import io.groupbatch.portal.payload.Group;
import io.groupbatch.portal.payload.Person;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Compares the portal with what a plan was made from: each group that the plan is about,
 * and each name that it is to give. Looks at each, or reads the lists whole, whichever
 * takes fewer reads. Thread-safe.
 */
@Component
public class PlanPortalComparison {

	/** So many looks cost little more than to learn how long the lists are. */
	private static final int FEW = 10;

	/** When a search finds more groups, all are read instead. */
	private static final int MOST_ALIKE = 300;

	private final PlanBaseline before;

	private final Runs runs;

	private final ObjectProvider<Directory> directory;

	private final Clock clock;

	private final PlanFreshness age;

	PlanPortalComparison(PlanBaseline before, Runs runs, ObjectProvider<Directory> directory, Clock clock,
			PlanFreshness age) {
		this.before = before;
		this.runs = runs;
		this.directory = directory;
		this.clock = clock;
		this.age = age;
	}

	/**
	 * How many looks a check takes, if it looks at each.
	 */
	public long looks(long run) {
		return this.before.countGroups(run) + this.before.countNames(run);
	}

	/**
	 * What has changed since, a sentence for each group or name.
	 * @throws PortalException when the portal cannot be read
	 */
	public List<String> check(long run) {
		Instant began = this.clock.instant();
		long start = this.age.now();
		List<String> changes = new ArrayList<>();
		Directory portal = this.directory.getObject();
		long looks = looks(run);
		Optional<List<String>> newcomers = (looks > 0 && looks <= portal.size().pages()) ? lookForNames(run, portal)
				: Optional.empty();
		if (newcomers.isPresent()) {
			lookAtGroups(run, portal, changes);
			changes.addAll(newcomers.get());
		}
		else if (looks > 0) {
			readAll(run, portal, changes);
		}
		if (changes.isEmpty()) {
			this.runs.directoryChecked(run, began);
			this.age.read(run, start);
		}
		return changes;
	}

	/**
	 * Compares what is still to be sent with the portal's lists, read whole, where that
	 * takes fewer reads than a look at each group and name.
	 * @return nothing where it takes more
	 * @throws PortalException when the portal cannot be read
	 */
	public Optional<Unchanged> compareOpen(long run) {
		Directory portal = this.directory.getObject();
		long looks = this.before.countOpenGroups(run);
		if (looks <= FEW || looks <= portal.size().pages()) {
			return Optional.empty();
		}
		Predicate<String> wanted = this.before.namesToGive(run);
		Set<String> taken = new HashSet<>();
		LongStream.Builder same = LongStream.builder();
		compareLists(portal, this.before.latestGroups(run), (page) -> {
			List<Group> named = page.stream().filter((group) -> wanted.test(group.name())).toList();
			Set<UUID> strangers = Set.copyOf(this.before.strangers(run, named.stream().map(Group::id).toList(),
					named.stream().map(Group::name).toList()));
			named.stream()
				.filter((group) -> strangers.contains(group.id()))
				.forEach((group) -> taken.add(group.name()));
		}, (before, now, members) -> {
			if (now.isPresent() && before.isSame(now.get().name(), now.get().manager(), members)) {
				same.add(before.ref());
			}
		});
		return Optional.of(new Unchanged(same.build().toArray(), taken));
	}

	private void lookAtGroups(long run, Directory portal, List<String> changes) {
		for (List<GroupSnapshot> page : this.before.groups(run)) {
			portal.each(page, (group) -> tell(group, portal.group(group.portalId())),
					(told) -> told.ifPresent(changes::add));
		}
	}

	/**
	 * What was found; nothing when the portal cannot be searched for each of the names.
	 */
	private Optional<List<String>> lookForNames(long run, Directory portal) {
		Set<String> texts = new LinkedHashSet<>();
		for (List<String> page : this.before.names(run)) {
			List<Optional<String>> searches = page.stream().map(SearchText::of).toList();
			if (searches.stream().anyMatch(Optional::isEmpty)) {
				return Optional.empty();
			}
			searches.forEach((text) -> text.ifPresent(texts::add));
		}
		List<String> changes = new ArrayList<>();
		AtomicBoolean possible = new AtomicBoolean(true);
		portal.each(texts,
				(text) -> possible.get() ? portal.groupsContaining(text, MOST_ALIKE) : Optional.<List<Group>>empty(),
				(found) -> {
					possible.compareAndSet(true, found.isPresent());
					found.ifPresent((groups) -> addNewcomers(run, groups, changes));
				});
		return possible.get() ? Optional.of(changes.stream().distinct().toList()) : Optional.empty();
	}

	private void readAll(long run, Directory portal, List<String> changes) {
		compareLists(portal, this.before.groups(run), (page) -> addNewcomers(run, page, changes),
				(before, now, members) -> tell(before, now, members).ifPresent(changes::add));
	}

	/**
	 * Reads both lists and compares known groups with them.
	 * @param pages the known groups, in the order of their refs
	 * @param groupsRead takes the portal's groups as they arrive
	 */
	private static void compareLists(Directory portal, Iterable<List<GroupSnapshot>> pages,
			Consumer<List<Group>> groupsRead, Comparison comparison) {
		Map<UUID, Group> groups = new HashMap<>();
		Map<UUID, MemberSetHash> crowds = new HashMap<>();
		pages.forEach((page) -> page.forEach((group) -> crowds.put(group.portalId(), MemberSetHash.NOBODY)));
		portal.groups((page) -> {
			groupsRead.accept(page);
			page.stream()
				.filter((group) -> crowds.containsKey(group.id()))
				.forEach((group) -> groups.put(group.id(), group));
		});
		portal.people((page) -> page.stream()
			.filter((person) -> person.status() != Person.Status.DISABLED)
			.forEach((person) -> person.groups()
				.forEach((group) -> crowds.computeIfPresent(group,
						(id, crowd) -> crowd.with(MemberSetHash.of(person.id()))))));
		pages.forEach((page) -> page
			.forEach((group) -> comparison.accept(group, Optional.ofNullable(groups.get(group.portalId())),
					crowds.getOrDefault(group.portalId(), MemberSetHash.NOBODY))));
	}

	private void addNewcomers(long run, List<Group> found, List<String> changes) {
		this.before.newcomers(run, found.stream().map(Group::id).toList(), found.stream().map(Group::name).toList())
			.forEach((name) -> changes.add("There is a group \"" + name + "\" now."));
	}

	private static Optional<String> tell(GroupSnapshot before, Optional<Group> now) {
		List<UUID> members = now.map(Group::members).orElse(List.of());
		return tell(before, now, MemberSetHash.of(members));
	}

	private static Optional<String> tell(GroupSnapshot before, Optional<Group> now, MemberSetHash members) {
		if (now.isEmpty()) {
			return Optional.of("The group \"" + before.name() + "\" is gone.");
		}
		boolean same = before.isSame(now.get().name(), now.get().manager(), members);
		return same ? Optional.empty() : Optional.of("The group \"" + before.name() + "\" has changed.");
	}

	/** Takes a known group and how the lists show it now. */
	@FunctionalInterface
	private interface Comparison {

		void accept(GroupSnapshot before, Optional<Group> now, MemberSetHash members);

	}

	/** What of a run is still to be sent and was seen to be as it was. Immutable. */
	public static final class Unchanged {

		private final long[] refs;

		private final Set<String> taken;

		/**
		 * Keeps what a comparison has found.
		 * @param refs groups that are as the journal knows them, in order
		 * @param taken names still to be given that others of the portal's groups may
		 * have by now
		 */
		private Unchanged(long[] refs, Set<String> taken) {
			this.refs = refs;
			this.taken = Set.copyOf(taken);
		}

		/** Whether a group is as the journal knows it. */
		public boolean isSame(long ref) {
			return Arrays.binarySearch(this.refs, ref) >= 0;
		}

		/** Whether no group has got a name since the plan that is still to be given. */
		public boolean isFree(String name) {
			return !this.taken.contains(name);
		}

	}

}
