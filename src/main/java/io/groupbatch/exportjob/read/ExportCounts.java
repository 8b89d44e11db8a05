package io.groupbatch.exportjob.read;

import java.util.List;
import java.util.Objects;

import io.groupbatch.journal.run.StopCause;

import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

import org.jspecify.annotations.Nullable;

/**
 * What the export job of this process hands to its caller, who reads it when the job has
 * ended.
 */
@Component
public class ExportCounts {

	private @Nullable StopCause halt;

	private @Nullable Result result;

	/** The export stops; a step that is under way ends. */
	public void halt(StepExecution step, StopCause why) {
		this.halt = why;
		step.setTerminateOnly();
	}

	/** The file is written. */
	public void finish(Result written) {
		this.result = written;
	}

	/** Why it stopped, null when nothing stopped it. */
	public @Nullable StopCause halt() {
		return this.halt;
	}

	/** What is in the file; only once it is written. */
	public Result result() {
		return Objects.requireNonNull(this.result);
	}

	/**
	 * What an export has come to.
	 *
	 * @param groups how many groups are in the file
	 * @param memberships how many members they have in it, all in all
	 * @param leftOut how many lines the list of what is not written has
	 * @param changed names of groups that changed while they were read, or were made
	 * @param gone names of groups that were deleted while they were read
	 * @param longCells names of groups whose cells a spreadsheet would cut, the first few
	 */
	public record Result(long groups, long memberships, long leftOut, List<String> changed, List<String> gone,
			List<String> longCells) {

		public Result {
			changed = List.copyOf(changed);
			gone = List.copyOf(gone);
			longCells = List.copyOf(longCells);
		}

	}

}
