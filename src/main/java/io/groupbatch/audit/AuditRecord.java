package io.groupbatch.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.journal.history.AuditEntries;
import io.groupbatch.journal.history.AuditEntry;
import io.groupbatch.journal.history.AuditStore;
import io.groupbatch.journal.history.AuditStore.Sealed;
import io.groupbatch.journal.invite.Invitation;
import io.groupbatch.journal.invite.Invitations;
import io.groupbatch.journal.invite.InvitedRow;
import io.groupbatch.journal.people.PersonEntry;
import io.groupbatch.journal.people.PortalPeople;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.Runs;

import org.springframework.stereotype.Component;

/**
 * The record of all runs of a state folder: those that have ended, as they ended, one
 * after another. For one thread.
 */
@Component
public class AuditRecord {

	private final AuditEntries entries;

	private final AuditStore store;

	private final Runs runs;

	private final PortalPeople people;

	private final Invitations invitations;

	AuditRecord(AuditEntries entries, AuditStore store, Runs runs, PortalPeople people, Invitations invitations) {
		this.entries = entries;
		this.store = store;
		this.runs = runs;
		this.people = people;
		this.invitations = invitations;
	}

	/**
	 * Puts every run into the record that has ended since. Broken off, it begins again
	 * with the run at which it was.
	 */
	public void seal() {
		for (long run : this.store.toSeal()) {
			Sealed last = this.store.last().orElse(new Sealed(0, 0, HashChain.BEGIN));
			HashChain chain = new HashChain(last.head());
			this.store.clear(run);
			List<List<String>> block = new ArrayList<>();
			long[] blocks = { 0 };
			live(run, (line) -> {
				chain.link(line);
				block.add(line);
				if (block.size() == CompressedLines.LINES) {
					this.store.keep(run, blocks[0]++, CompressedLines.pack(block));
					block.clear();
				}
			});
			if (!block.isEmpty()) {
				this.store.keep(run, blocks[0], CompressedLines.pack(block));
			}
			this.store.seal(new Sealed(run, last.place() + 1, chain.head()));
		}
	}

	/** The hash of the last line of the record; nothing when it is empty. */
	public Optional<String> head() {
		return this.store.last().map(Sealed::head).filter((head) -> !head.equals(HashChain.BEGIN));
	}

	/** The lines of the record, without numbers and hashes. */
	void each(Consumer<List<String>> line) {
		for (Sealed run : this.store.sealed()) {
			Optional<byte[]> block = this.store.block(run.run(), 0);
			for (long number = 1; block.isPresent(); number++) {
				CompressedLines.unpack(block.get()).forEach(line);
				block = this.store.block(run.run(), number);
			}
		}
	}

	/** The runs that have not ended, and so are not in the record yet. */
	List<Long> open() {
		return this.runs.all().stream().filter((run) -> !run.state().isEnded()).map(Run::number).sorted().toList();
	}

	private void live(long run, Consumer<List<String>> line) {
		invitations(run, line);
		for (List<Long> page : this.entries.requests(run)) {
			List<AuditEntry> entries = this.entries.of(page);
			AuditLine cells = new AuditLine(this.runs.get(run), this.store.starts(run), people(run, entries));
			entries.forEach((entry) -> line.accept(cells.of(entry)));
		}
	}

	/** They were sent before anything else. */
	private void invitations(long run, Consumer<List<String>> line) {
		List<Invitation> sent = this.invitations.all(run)
			.stream()
			.filter((invitation) -> invitation.sentAt() != null && invitation.attempts() > 0)
			.toList();
		if (!sent.isEmpty()) {
			Map<UUID, PersonEntry> people = this.people.byId(run, sent.stream().map(Invitation::person).toList())
				.stream()
				.collect(Collectors.toMap(PersonEntry::id, Function.identity()));
			AuditLine cells = new AuditLine(this.runs.get(run), this.store.starts(run), people);
			Map<String, List<InvitedRow>> rows = this.invitations.rows(run);
			sent.forEach((invitation) -> line.accept(cells.of(invitation,
					rows.getOrDefault(invitation.address(), List.of())
						.stream()
						.map(InvitedRow::number)
						.findFirst()
						.orElse(null))));
		}
	}

	private Map<UUID, PersonEntry> people(long run, List<AuditEntry> entries) {
		Set<UUID> ids = entries.stream().flatMap(AuditRecord::people).collect(Collectors.toSet());
		return this.people.byId(run, ids).stream().collect(Collectors.toMap(PersonEntry::id, Function.identity()));
	}

	private static Stream<UUID> people(AuditEntry entry) {
		return Stream
			.of(entry.members().added().stream(), entry.members().removed().stream(),
					Stream.ofNullable(entry.group().managerBefore()), Stream.ofNullable(entry.group().managerAfter()))
			.flatMap((ids) -> ids);
	}

}
