package io.groupbatch.undo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.groupbatch.journal.history.GroupHistories;
import io.groupbatch.journal.history.GroupHistories.Namesakes;
import io.groupbatch.journal.history.GroupHistories.Rename;
import io.groupbatch.journal.history.GroupHistory;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.portal.Directory;
import io.groupbatch.portal.payload.Group;
import io.groupbatch.undo.UndoLine.Kind;

/**
 * Gives names back that a run has taken from groups. A name that another group has got
 * since then is not given back; one that several groups bore before the run is. Used
 * once.
 */
final class NameRestoration {

	private final long run;

	private final GroupHistories histories;

	private final Directory portal;

	private final Map<Long, GroupHistory> renamed = new LinkedHashMap<>();

	private final Set<UUID> deleted = new HashSet<>();

	private final Map<Long, List<Group>> bearers = new HashMap<>();

	NameRestoration(long run, GroupHistories histories, Directory portal) {
		this.run = run;
		this.histories = histories;
		this.portal = portal;
	}

	/** What is done to a group in addition. */
	void add(GroupHistory history, GroupReversal reversal) {
		if (reversal.isRenamed()) {
			this.renamed.put(history.ref(), history);
		}
		if (reversal.isDeleted()) {
			this.deleted.add(id(history));
		}
	}

	/**
	 * One name after another, the last first: names may have gone from group to group.
	 */
	void write(UndoFile file) {
		this.renamed.values().forEach((history) -> this.bearers.put(history.ref(), bearers(history)));
		Set<Long> taken = taken();
		if (!this.renamed.isEmpty()) {
			this.histories.renames(this.run).forEach((page) -> page.forEach((rename) -> giveBack(rename, taken, file)));
		}
		for (GroupHistory history : this.renamed.values()) {
			boolean isTaken = taken.contains(history.ref());
			file.tell(history.ref(),
					new UndoLine(isTaken ? Kind.IMPOSSIBLE : Kind.REVERSED, history.id(), history.name(),
							GroupReversal.calledAgain(name(history)),
							isTaken ? "another group has got this name since: " + ids(history) : ""));
		}
	}

	private void giveBack(Rename rename, Set<Long> taken, UndoFile file) {
		GroupHistory history = this.renamed.get(rename.ref());
		if (history != null && !taken.contains(rename.ref())) {
			file.add(rename.ref(), new UndoRow(Operation.UPDATE, id(history), rename.nameBefore(), "", List.of()));
		}
	}

	/** Other groups that have the name, and did not when the run was planned. */
	private List<Group> bearers(GroupHistory history) {
		List<Group> others = this.portal.groupsNamed(name(history))
			.stream()
			.filter((group) -> !group.id().equals(history.id()))
			.toList();
		if (others.isEmpty()) {
			return others;
		}
		Namesakes before = this.histories.namesakes(this.run, name(history));
		return others.stream().filter((group) -> before.all() && !before.ids().contains(group.id())).toList();
	}

	/** A group that keeps its name may keep another one from getting its own. */
	private Set<Long> taken() {
		Set<Long> taken = new HashSet<>();
		boolean more = true;
		while (more) {
			Set<UUID> leaving = new HashSet<>(this.deleted);
			this.renamed.forEach((ref, history) -> {
				if (!taken.contains(ref)) {
					leaving.add(id(history));
				}
			});
			more = taken.addAll(this.renamed.keySet()
				.stream()
				.filter((ref) -> blocking(ref).stream().anyMatch((group) -> !leaving.contains(group.id())))
				.toList());
		}
		return taken;
	}

	private List<Group> blocking(Long ref) {
		return this.bearers.getOrDefault(ref, List.of());
	}

	private String ids(GroupHistory history) {
		List<String> ids = new ArrayList<>();
		blocking(history.ref()).forEach((group) -> ids.add(group.id().toString()));
		return String.join(", ", ids);
	}

	private static String name(GroupHistory history) {
		return Objects.requireNonNull(history.before()).name();
	}

	private static UUID id(GroupHistory history) {
		return Objects.requireNonNull(history.id());
	}

}
