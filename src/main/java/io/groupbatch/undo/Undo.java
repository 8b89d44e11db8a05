package io.groupbatch.undo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.batch.PortalStopCauses;
import io.groupbatch.importjob.ImportRunResolver.Identity;
import io.groupbatch.importjob.PortalIdentityCheck;
import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.importjob.options.ImportOptions.Allow;
import io.groupbatch.importjob.options.ImportOptions.Existing;
import io.groupbatch.importjob.options.ImportOptions.Reading;
import io.groupbatch.journal.history.GroupHistories;
import io.groupbatch.journal.history.GroupHistory;
import io.groupbatch.journal.history.UndoneChanges;
import io.groupbatch.journal.invite.Invitation;
import io.groupbatch.journal.invite.Invitations;
import io.groupbatch.journal.people.PortalPeople;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.Runs;
import io.groupbatch.journal.run.StopCause;
import io.groupbatch.portal.Directory;
import io.groupbatch.portal.PortalException;
import io.groupbatch.portal.payload.Group;
import io.groupbatch.text.Sha256;
import io.groupbatch.undo.UndoLine.Kind;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.jspecify.annotations.Nullable;

/**
 * Computes the rows that revert a run (docs/reports.md, "Undo"). Of the portal it reads
 * only.
 */
@Component
public class Undo {

	private static final int PAGE = 200;

	private final GroupHistories histories;

	private final PortalPeople people;

	private final Runs runs;

	private final UndoneChanges lines;

	private final PortalIdentityCheck match;

	private final Invitations invitations;

	private final ObjectProvider<Directory> directory;

	private final TransactionTemplate transaction;

	Undo(GroupHistories histories, PortalPeople people, Runs runs, UndoneChanges lines, PortalIdentityCheck match,
			Invitations invitations, ObjectProvider<Directory> directory, PlatformTransactionManager transactions) {
		this.runs = runs;
		this.lines = lines;
		this.match = match;
		this.invitations = invitations;
		this.transaction = new TransactionTemplate(transactions);
		this.histories = histories;
		this.people = people;
		this.directory = directory;
	}

	/**
	 * The options with which the rows are imported that take a run back. What cannot be
	 * done any more is left out; the rest goes on. Names are given back as they were,
	 * also where groups had the same or a similar one.
	 */
	public static ImportOptions options(Run run) {
		return new ImportOptions(Reading.FOUND_OUT, null, true, new ImportOptions.People(true, null),
				new Allow(true, withLdap(run), true), new ImportOptions.Groups(Existing.UPDATE, false), false);
	}

	/** Whether groups are changed, too, that a directory owns. */
	private static boolean withLdap(Run run) {
		return ImportOptions.ofLine(run.source().options()).allow().ldap();
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
	 * Writes the rows to import, and into the journal the list of what is taken back and
	 * what not, for the run that {@link #begin} makes.
	 * @param withAdopted whether groups are deleted, too, that were found after a lost
	 * answer
	 * @param folder where the file of rows goes; files there that no run needs are
	 * deleted
	 * @throws Halted when the portal cannot be read
	 */
	public Result write(Run run, boolean withAdopted, Path folder) throws IOException {
		discardUnused(folder);
		Path rows = Files.createTempFile(folder, "run-%04d-".formatted(run.number()), ".csv");
		Result result = write(run, withAdopted, withLdap(run), rows);
		if (result.rows() == 0) {
			Files.delete(rows);
		}
		return result;
	}

	/** Files of a process that died before its run was made. */
	private void discardUnused(Path folder) throws IOException {
		Set<Path> used = this.runs.all()
			.stream()
			.map((run) -> run.source().file().toAbsolutePath().normalize())
			.collect(Collectors.toSet());
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.filter((path) -> !used.contains(path.toAbsolutePath().normalize())).toList()) {
				Files.delete(file);
			}
		}
	}

	private Result write(Run run, boolean withAdopted, boolean withLdap, Path rows) throws IOException {
		try (UndoFile file = new UndoFile(rows, this.lines)) {
			Directory portal = this.directory.getObject();
			PersonLookup people = new PersonLookup(portal, this.people, run.number());
			NameRestoration names = new NameRestoration(run.number(), this.histories, portal);
			List<Long> refs = this.histories.refs(run.number());
			for (int i = 0; i < refs.size(); i += PAGE) {
				portal.each(this.histories.of(page(refs, i)), (history) -> new Look(history, look(history, portal)),
						(look) -> {
							GroupReversal reversal = new GroupReversal(look.history(), look.now(), people, withLdap,
									file)
								.work(withAdopted);
							names.add(look.history(), reversal);
						});
			}
			names.write(file);
			this.invitations.in(run.number(), Invitation.State.INVITED, Integer.MAX_VALUE)
				.forEach((person) -> file.add(invited(person), List.of()));
			return file.finish();
		}
		catch (PortalException ex) {
			throw new Halted(PortalStopCauses.halt(ex), ex);
		}
	}

	/** The mail is in a mailbox, and the person in the portal's list. */
	private static UndoLine invited(Invitation person) {
		return new UndoLine(Kind.IMPOSSIBLE, null, "", "invited " + person.email(),
				"a mail cannot be taken back. To withdraw the invitation, delete the person in the portal");
	}

	/**
	 * Makes the run that takes another one back, with what was worked out; one that was
	 * to do it before, and has sent nothing, is given up.
	 * @param rows the file that {@link #write} has written
	 * @param now which portal, and whose key
	 * @param output the folder of the new run's reports, for its number
	 * @param note what to find it by, null: nothing
	 */
	public Begun begin(Run run, Path rows, Identity now, LongFunction<Path> output, @Nullable String note)
			throws IOException {
		Run.Source source = new Run.Source(rows, sha256(rows), options(run).line());
		Begun begun = begin(run, source, now.target(), output, note);
		this.match.learn(begun.run(), now);
		return begun;
	}

	private static String sha256(Path file) throws IOException {
		try (DigestInputStream bytes = new DigestInputStream(Files.newInputStream(file), Sha256.digest())) {
			bytes.transferTo(OutputStream.nullOutputStream());
			return Sha256.hex(bytes.getMessageDigest());
		}
	}

	private Begun begin(Run run, Run.Source source, Run.Target target, LongFunction<Path> output,
			@Nullable String note) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			List<Run> before = this.runs.undoing(run.number())
				.stream()
				.filter((other) -> other.state().isBeforeSending())
				.toList();
			before.forEach((other) -> this.runs.cancel(other.number()));
			Run undoing = this.runs.createUndo(run.number(), source, target, output);
			this.runs.remark(undoing.number(), new Run.Remarks(note, null, null, run.number()));
			this.lines.give(undoing.number());
			return new Begun(undoing, before);
		}));
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
	 * The run that takes another one back.
	 *
	 * @param givenUp those that were given up for it
	 */
	public record Begun(Run run, List<Run> givenUp) {
	}

	/**
	 * What was worked out.
	 *
	 * @param file the rows to import; there is none when they are 0
	 * @param rows how many there are
	 * @param counts how many changes are of each kind
	 * @param first some of them, for people; what is not taken back comes first
	 */
	public record Result(Path file, long rows, Map<Kind, Long> counts, List<UndoLine> first) {

		/** How many changes are of a kind. */
		public long count(Kind kind) {
			return this.counts.getOrDefault(kind, 0L);
		}

	}

	/** The portal could not be read. */
	public static final class Halted extends RuntimeException {

		private final transient StopCause halt;

		Halted(StopCause halt, Throwable cause) {
			super(halt.sentence(), cause);
			this.halt = halt;
		}

		/** Why. */
		public StopCause halt() {
			return this.halt;
		}

	}

}
