package io.groupbatch.importjob.plan.snapshot;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.importjob.plan.state.PlanStores;
import io.groupbatch.importjob.row.RowParser;
import io.groupbatch.journal.row.StagedRow;
import io.groupbatch.journal.run.PortalFingerprint;
import io.groupbatch.journal.run.PortalIdentities;
import io.groupbatch.journal.run.Run;
import io.groupbatch.portal.Directory;
import io.groupbatch.portal.PortalException;
import io.groupbatch.review.PlanFreshness;

import org.springframework.transaction.support.TransactionTemplate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads as much of the portal into the journal as the file needs, once for a run: what it
 * names, or the lists of groups and people whole, whichever takes fewer reads. All of it
 * is kept or nothing, so that a plan never works with half a portal.
 */
public class DirectorySnapshot {

	private static final Logger logger = LoggerFactory.getLogger(DirectorySnapshot.class);

	private final Directory directory;

	private final PlanStores stores;

	private final ImportOptions options;

	private final Surroundings surroundings;

	public DirectorySnapshot(Directory directory, PlanStores stores, ImportOptions options, Surroundings surroundings) {
		this.directory = directory;
		this.stores = stores;
		this.options = options;
		this.surroundings = surroundings;
	}

	/**
	 * Reads the portal unless the run has it already.
	 * @throws PortalException when the portal cannot be read now
	 * @throws Interrupted when the process is asked to stop
	 */
	public void take(long run, TransactionTemplate transaction) {
		if (this.stores.runs().get(run).plan().readAt() == null) {
			transaction.executeWithoutResult((status) -> read(run));
		}
	}

	private void read(long run) {
		Instant began = this.surroundings.clock().instant();
		long start = this.surroundings.age().now();
		Directory.Account account = this.directory.account();
		if (account.owner() != null) {
			this.stores.runs().account(run, account.owner().toString(), account.name());
		}
		Directory.Size size = this.directory.size();
		this.surroundings.portals()
			.learn(this.stores.runs().get(run), PortalFingerprint.of(account.owner(), account.key(), size.first()));
		FileReferences wanted = wanted(run, size);
		boolean few = isFew(wanted, size);
		logger.info("Portal(groups={}, people={}) is read {}", size.groups(), size.people(),
				few ? "by look-ups" : "whole");
		if (few) {
			new TargetedLookup(this.directory, empty(run)).enter(wanted);
		}
		else {
			readWhole(empty(run));
		}
		this.stores.runs().directoryRead(run, began, size.groups());
		this.surroundings.age().read(run, start);
	}

	/** What the file names, or as much of it as is too much to be looked up. */
	private FileReferences wanted(long run, Directory.Size size) {
		Run.Header header = this.stores.runs().get(run).content().header();
		RowParser rows = RowParser.of(header, this.options, this.stores.userMaps());
		FileReferences wanted = new FileReferences();
		for (List<StagedRow> page : this.stores.rows().pages(run)) {
			if (!isFew(wanted, size)) {
				break;
			}
			page.stream().map(rows::parse).forEach(wanted::add);
		}
		return wanted;
	}

	private static boolean isFew(FileReferences wanted, Directory.Size size) {
		return wanted.cost(size.groupPages()) < size.pages();
	}

	private void readWhole(SnapshotWriter catalogue) {
		this.directory.groups(catalogue::enterGroups);
		this.directory.people((page) -> {
			catalogue.enterPeople(page);
			catalogue.enterMembers(page);
		});
	}

	private SnapshotWriter empty(long run) {
		this.stores.groups().clear(run);
		return new SnapshotWriter(run, this.stores, this.surroundings.stopping());
	}

	/**
	 * What a reading depends on in addition.
	 *
	 * @param stopping whether the process is asked to stop
	 * @param age is told that the portal was read for the plan
	 */
	public record Surroundings(Clock clock, BooleanSupplier stopping, PlanFreshness age, PortalIdentities portals) {
	}

	/** The process was asked to stop while the portal was read. */
	public static final class Interrupted extends RuntimeException {

	}

}
