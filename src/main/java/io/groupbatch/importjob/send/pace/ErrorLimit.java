package io.groupbatch.importjob.send.pace;

import java.util.List;
import java.util.Optional;

import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.run.StopCause;
import io.groupbatch.journal.run.StopReason;
import io.groupbatch.journal.send.RequestResult;
import io.groupbatch.text.Threshold;

import org.jspecify.annotations.Nullable;

/**
 * Stops a run in which too many rows fail. Counts from the start of this process, so that
 * {@code resume} goes on. For the one thread of the step.
 */
public final class ErrorLimit {

	private final long most;

	private long errors;

	/**
	 * Begins with no errors.
	 * @param most how many of the rows may fail; null: all
	 */
	public ErrorLimit(@Nullable Threshold most, long rows) {
		this.most = (most != null) ? most.of(rows) : Long.MAX_VALUE;
	}

	/** Why sending has to stop after these results, if it has to. */
	public Optional<StopCause> saw(List<RequestResult> results) {
		this.errors += results.stream()
			.flatMap((result) -> result.rows().stream())
			.map((row) -> row.outcome().status())
			.filter((status) -> status == RowStatus.FAILED || status == RowStatus.PARTIAL)
			.count();
		return (this.errors <= this.most) ? Optional.empty()
				: Optional.of(new StopCause(StopReason.GUARD,
						"%d rows failed or were done in part; --max-errors allows %d. Find out why before you continue."
							.formatted(this.errors, this.most)));
	}

}
