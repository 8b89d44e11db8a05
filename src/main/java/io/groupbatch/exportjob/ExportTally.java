package io.groupbatch.exportjob;

import java.util.ArrayList;
import java.util.List;

import io.groupbatch.journal.Halt;

import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

import org.jspecify.annotations.Nullable;

/**
 * What this process has to tell of its export. One step at a time adds to it; read when
 * the job has ended.
 */
@Component
public class ExportTally {

	private static final int MOST_NAMES = 20;

	private final List<String> changed = new ArrayList<>();

	private final List<String> gone = new ArrayList<>();

	private final List<String> longCells = new ArrayList<>();

	private long groups;

	private long memberships;

	private long leftOut;

	private @Nullable Halt halt;

	/** The export stops; a step that is under way ends. */
	void halt(StepExecution step, Halt why) {
		this.halt = why;
		step.setTerminateOnly();
	}

	/** The file begins anew. */
	void begin(List<String> changedGroups, List<String> goneGroups) {
		this.changed.clear();
		this.changed.addAll(changedGroups);
		this.gone.clear();
		this.gone.addAll(goneGroups);
		this.longCells.clear();
		this.groups = 0;
		this.memberships = 0;
		this.leftOut = 0;
	}

	void addGroup(int members) {
		this.groups++;
		this.memberships += members;
	}

	void addLeftOut() {
		this.leftOut++;
	}

	void addLongCell(String group) {
		if (this.longCells.size() < MOST_NAMES) {
			this.longCells.add(group);
		}
	}

	/** Why it stopped, null when nothing stopped it. */
	public @Nullable Halt halt() {
		return this.halt;
	}

	/** What is in the file. */
	public Result result() {
		return new Result(this.groups, this.memberships, this.leftOut, List.copyOf(this.changed),
				List.copyOf(this.gone), List.copyOf(this.longCells));
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
	}

}
