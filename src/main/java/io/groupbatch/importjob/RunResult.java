package io.groupbatch.importjob;

import java.util.Arrays;
import java.util.Map;

import io.groupbatch.journal.invite.Invitation;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.run.Run;

import org.jspecify.annotations.Nullable;

/**
 * The result of a run so far: its state, counts, and what stopped it.
 *
 * @param counts how many rows have each status
 * @param peopleToFix how many people of the file could not be matched or added
 * @param invitations how many people were invited, or are to be, and what became of it
 * @param auditHead the hash of the last line of the audit record; null when that is
 * empty, or when the run is not in it
 * @param groups how its groups stand; null while nothing was sent
 * @param notUndone how many changes an undo has left from the beginning; 0 for other runs
 */
public record RunResult(Run run, Map<RowStatus, Long> counts, long peopleToFix, Map<Invitation.State, Long> invitations,
		@Nullable String auditHead, @Nullable Groups groups, long notUndone) {

	/** Whether any row has that status. */
	public boolean has(RowStatus status) {
		return count(status) > 0;
	}

	/** Whether anything on the portal may be another than before. */
	public boolean mayHaveChanged() {
		return has(RowStatus.SUCCEEDED) || has(RowStatus.PARTIAL) || has(RowStatus.UNKNOWN);
	}

	/** How many rows have that status. */
	public long count(RowStatus status) {
		return this.counts.getOrDefault(status, 0L);
	}

	/** How many invitations have one of these states. */
	public long invited(Invitation.State... states) {
		return Arrays.stream(states).mapToLong((state) -> this.invitations.getOrDefault(state, 0L)).sum();
	}

	/** How many rows there are. */
	public long total() {
		return this.counts.values().stream().mapToLong(Long::longValue).sum();
	}

	/**
	 * Whether another command can go on: a plan for a sandbox that ends with the command
	 * cannot be sent.
	 */
	public boolean goesOn() {
		return !this.run.state().isEnded() && !this.run.target().sandbox();
	}

	/**
	 * The groups that rows are about.
	 *
	 * @param complete those that are as their rows want them
	 */
	public record Groups(long complete, long all) {
	}

}
