package io.groupbatch.review;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import io.groupbatch.importjob.Troubles;
import io.groupbatch.journal.Crowd;
import io.groupbatch.journal.GroupLook;
import io.groupbatch.journal.Halt;
import io.groupbatch.journal.Runs;
import io.groupbatch.journal.StateBefore;
import io.groupbatch.portal.Directory;
import io.groupbatch.portal.Group;
import io.groupbatch.portal.Person;
import io.groupbatch.portal.PortalTrouble;
import io.groupbatch.portal.SearchText;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import org.jspecify.annotations.Nullable;

/**
 * Compares the portal with what a plan was made from: each group that the plan is about,
 * and each name that it is to give. Looks at each, or reads the lists whole, whichever
 * takes fewer reads.
 */
@Component
public class PlanCheck {

	private static final int PAGE = 200;

	/** When a search finds more groups, all are read instead. */
	private static final int MOST_ALIKE = 300;

	private final StateBefore before;

	private final Runs runs;

	private final ObjectProvider<Directory> directory;

	private final Clock clock;

	PlanCheck(StateBefore before, Runs runs, ObjectProvider<Directory> directory, Clock clock) {
		this.before = before;
		this.runs = runs;
		this.directory = directory;
		this.clock = clock;
	}

	/**
	 * How many looks a check takes, if it looks at each.
	 */
	public long looks(long run) {
		return this.before.countGroups(run) + this.before.countNames(run);
	}

	/**
	 * What has changed since.
	 */
	public Finding check(long run) {
		Instant began = this.clock.instant();
		List<String> changes = new ArrayList<>();
		try {
			Directory portal = this.directory.getObject();
			long looks = looks(run);
			Optional<List<String>> newcomers = (looks > 0 && looks <= portal.size().pages())
					? lookForNames(run, portal) : Optional.empty();
			if (newcomers.isPresent()) {
				lookAtGroups(run, portal, changes);
				changes.addAll(newcomers.get());
			}
			else if (looks > 0) {
				readAll(run, portal, changes);
			}
			if (changes.isEmpty()) {
				this.runs.directoryChecked(run, began);
			}
			return new Finding(changes, null);
		}
		catch (PortalTrouble ex) {
			return new Finding(changes, Troubles.halt(ex));
		}
	}

	private void lookAtGroups(long run, Directory portal, List<String> changes) {
		forEachGroup(run, (page) -> portal.each(page, (group) -> tell(group, portal.group(group.portalId())),
				(told) -> told.ifPresent(changes::add)));
	}

	/** What was found; nothing when the portal cannot be searched for each of the names. */
	private Optional<List<String>> lookForNames(long run, Directory portal) {
		Set<String> texts = new LinkedHashSet<>();
		List<String> page = this.before.names(run, "", PAGE);
		while (!page.isEmpty()) {
			List<Optional<String>> searches = page.stream().map(SearchText::of).toList();
			if (searches.stream().anyMatch(Optional::isEmpty)) {
				return Optional.empty();
			}
			searches.forEach((text) -> text.ifPresent(texts::add));
			page = this.before.names(run, page.get(page.size() - 1), PAGE);
		}
		List<String> changes = new ArrayList<>();
		AtomicBoolean possible = new AtomicBoolean(true);
		portal.each(texts, (text) -> possible.get() ? portal.groupsContaining(text, MOST_ALIKE)
				: Optional.<List<Group>>empty(), (found) -> {
					possible.compareAndSet(true, found.isPresent());
					found.ifPresent((groups) -> addNewcomers(run, groups, changes));
				});
		return possible.get() ? Optional.of(changes.stream().distinct().toList()) : Optional.empty();
	}

	private void readAll(long run, Directory portal, List<String> changes) {
		Map<UUID, Group> groups = new HashMap<>();
		Map<UUID, Crowd> crowds = new HashMap<>();
		forEachGroup(run, (page) -> page.forEach((group) -> crowds.put(group.portalId(), Crowd.NOBODY)));
		portal.groups((page) -> {
			addNewcomers(run, page, changes);
			page.stream()
				.filter((group) -> crowds.containsKey(group.id()))
				.forEach((group) -> groups.put(group.id(), group));
		});
		portal.people((page) -> page.stream()
			.filter((person) -> person.status() != Person.Status.DISABLED)
			.forEach((person) -> person.groups()
				.forEach((group) -> crowds.computeIfPresent(group, (id, crowd) -> crowd.with(Crowd.of(person.id()))))));
		forEachGroup(run,
				(page) -> page.forEach((group) -> tell(group, Optional.ofNullable(groups.get(group.portalId())),
						crowds.getOrDefault(group.portalId(), Crowd.NOBODY))
					.ifPresent(changes::add)));
	}

	private void forEachGroup(long run, Consumer<List<GroupLook>> each) {
		List<GroupLook> page = this.before.groups(run, 0, PAGE);
		while (!page.isEmpty()) {
			each.accept(page);
			page = this.before.groups(run, page.get(page.size() - 1).ref(), PAGE);
		}
	}

	private void addNewcomers(long run, List<Group> found, List<String> changes) {
		this.before.newcomers(run, found.stream().map(Group::id).toList(), found.stream().map(Group::name).toList())
			.forEach((name) -> changes.add("There is a group \"" + name + "\" now."));
	}

	private static Optional<String> tell(GroupLook before, Optional<Group> now) {
		List<UUID> members = now.map(Group::members).orElse(List.of());
		return tell(before, now, Crowd.of(members));
	}

	private static Optional<String> tell(GroupLook before, Optional<Group> now, Crowd members) {
		if (now.isEmpty()) {
			return Optional.of("The group \"" + before.name() + "\" is gone.");
		}
		boolean same = before.isSame(now.get().name(), now.get().manager(), members);
		return same ? Optional.empty() : Optional.of("The group \"" + before.name() + "\" has changed.");
	}

	/**
	 * What a check has found.
	 *
	 * @param changes a sentence for each group or name
	 * @param trouble why the portal could not be looked at; null when it could
	 */
	public record Finding(List<String> changes, @Nullable Halt trouble) {

		public Finding {
			changes = List.copyOf(changes);
		}

	}

}
