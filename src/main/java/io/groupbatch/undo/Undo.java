package io.groupbatch.undo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.groupbatch.importjob.Troubles;
import io.groupbatch.journal.GroupHistories;
import io.groupbatch.journal.GroupHistories.Rename;
import io.groupbatch.journal.GroupHistory;
import io.groupbatch.journal.Halt;
import io.groupbatch.journal.Operation;
import io.groupbatch.journal.People;
import io.groupbatch.journal.Run;
import io.groupbatch.portal.Directory;
import io.groupbatch.portal.Group;
import io.groupbatch.portal.PortalTrouble;
import io.groupbatch.undo.UndoLine.Kind;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Works out what takes a run back (design section 10). It reads only.
 */
@Component
public class Undo {

	private static final int PAGE = 200;

	private final GroupHistories histories;

	private final People people;

	private final ObjectProvider<Directory> directory;

	Undo(GroupHistories histories, People people, ObjectProvider<Directory> directory) {
		this.histories = histories;
		this.people = people;
		this.directory = directory;
	}

	/**
	 * The later runs that changed the same groups, and so have to be taken back first.
	 */
	public Set<Long> laterRuns(Run run) {
		Set<UUID> groups = new HashSet<>();
		List<Long> refs = this.histories.refs(run.number());
		for (int i = 0; i < refs.size(); i += PAGE) {
			this.histories.of(page(refs, i))
				.stream()
				.map(GroupHistory::id)
				.filter(Objects::nonNull)
				.forEach(groups::add);
		}
		return this.histories.laterRuns(run, groups);
	}

	/**
	 * Writes the rows to import, and the list of what is taken back and what not.
	 * @param withAdopted whether groups are deleted, too, that were found after a lost
	 * answer
	 * @throws Halted when the portal cannot be read
	 */
	public Result write(Run run, boolean withAdopted, Path rows, Path list) throws IOException {
		try (UndoFile file = new UndoFile(rows, list)) {
			Directory portal = this.directory.getObject();
			Folk folk = new Folk(portal, this.people, run.number());
			Map<Long, UUID> renamed = new HashMap<>();
			List<Long> refs = this.histories.refs(run.number());
			for (int i = 0; i < refs.size(); i += PAGE) {
				portal.each(this.histories.of(page(refs, i)), (history) -> new Look(history, look(history, portal)),
						(look) -> {
							Reversal reversal = new Reversal(look.history(), look.now(), folk).work(withAdopted);
							file.add(reversal);
							if (reversal.isRenamed()) {
								renamed.put(look.history().ref(), Objects.requireNonNull(look.history().id()));
							}
						});
			}
			takeNamesBack(run, renamed, file);
			return file.result();
		}
		catch (PortalTrouble ex) {
			throw new Halted(Troubles.halt(ex), ex);
		}
	}

	/**
	 * One name after another, the last first: names may have gone from group to group.
	 */
	private void takeNamesBack(Run run, Map<Long, UUID> renamed, UndoFile file) {
		List<Rename> page = renamed.isEmpty() ? List.of() : this.histories.renames(run.number(), Long.MAX_VALUE, PAGE);
		while (!page.isEmpty()) {
			for (Rename rename : page) {
				UUID group = renamed.get(rename.ref());
				if (group != null) {
					file.add(new UndoRow(Operation.UPDATE, group, rename.nameBefore(), "", List.of()));
				}
			}
			page = this.histories.renames(run.number(), page.get(page.size() - 1).request(), PAGE);
		}
	}

	private static Optional<Group> look(GroupHistory history, Directory portal) {
		return Optional.ofNullable(history.id()).filter((id) -> !history.fate().inDoubt()).flatMap(portal::group);
	}

	private static List<Long> page(List<Long> refs, int from) {
		return refs.subList(from, Math.min(refs.size(), from + PAGE));
	}

	/** A group, and how it is now. */
	private record Look(GroupHistory history, Optional<Group> now) {
	}

	/**
	 * What was worked out.
	 *
	 * @param rows how many rows there are to import
	 * @param counts how many changes are of each kind
	 * @param first some of them, for people
	 */
	public record Result(long rows, Map<Kind, Long> counts, List<UndoLine> first) {

		/** How many changes are of a kind. */
		public long count(Kind kind) {
			return this.counts.getOrDefault(kind, 0L);
		}

	}

	/** The portal could not be read. */
	public static final class Halted extends RuntimeException {

		private final transient Halt halt;

		Halted(Halt halt, Throwable cause) {
			super(halt.sentence(), cause);
			this.halt = halt;
		}

		/** Why. */
		public Halt halt() {
			return this.halt;
		}

	}

}
