package io.groupbatch.importjob;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

import io.groupbatch.audit.AuditRecord;
import io.groupbatch.batch.JobRunner;
import io.groupbatch.journal.Purge;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.Runs;

import org.springframework.stereotype.Component;

/**
 * Deletes the rows of old runs that have ended. For one thread.
 */
@Component
public class PurgeService {

	private final Runs runs;

	private final Purge purge;

	private final AuditRecord audit;

	private final JobRunner jobs;

	PurgeService(Runs runs, Purge purge, AuditRecord audit, JobRunner jobs) {
		this.runs = runs;
		this.purge = purge;
		this.audit = audit;
		this.jobs = jobs;
	}

	/**
	 * The runs to be purged, oldest first. Those purged before are among them, because
	 * that may have been broken off.
	 * @param keep how many of the newest runs that have ended stay as they are
	 */
	public List<Run> old(int keep) {
		return this.runs.all()
			.stream()
			.filter((run) -> run.state().isEnded())
			.skip(keep)
			.sorted(Comparator.comparing(Run::number))
			.toList();
	}

	/**
	 * Puts the runs into the audit record that no job has put there, before their rows
	 * go: those that were given up, those that ended in a process that died then, and
	 * those of versions that had no record.
	 */
	public void seal() {
		this.audit.seal();
	}

	/**
	 * Drops the rows of a run.
	 * @return false when they are kept, because a request of the run is in doubt
	 */
	public boolean drop(Run run) {
		return this.purge.drop(run.number());
	}

	/** Drops what is kept in addition to rows for runs that were purged. */
	public void finish(Set<Long> purged) {
		this.jobs.forget(purged);
		this.purge.dropUserMaps();
	}

}
