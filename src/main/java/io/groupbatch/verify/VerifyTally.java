package io.groupbatch.verify;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

/**
 * What this process has to tell of its comparison. Read when the job has ended.
 */
@Component
public class VerifyTally {

	private static final int MOST = 1000;

	private final List<Difference> first = new ArrayList<>();

	private long differences;

	private long groups;

	private long leftOut;

	private boolean exact;

	/** The comparison begins anew. */
	void begin(boolean isExact, long groupsOfTheFile) {
		this.exact = isExact;
		this.groups = groupsOfTheFile;
		this.differences = 0;
		this.leftOut = 0;
		this.first.clear();
	}

	void add(Difference difference) {
		this.differences++;
		if (difference.found().equals(Targets.LEFT_OUT)) {
			this.leftOut++;
		}
		if (this.first.size() < MOST) {
			this.first.add(difference);
		}
	}

	/** What was found. */
	public Result result() {
		return new Result(this.exact, this.groups, this.differences, this.leftOut, List.copyOf(this.first));
	}

	/**
	 * What a comparison has come to.
	 *
	 * @param exact whether what the portal has besides counted as well
	 * @param groups how many groups the file is about
	 * @param differences how many there are
	 * @param leftOut how many of them are people who could not be compared
	 * @param first the first thousand of them
	 */
	public record Result(boolean exact, long groups, long differences, long leftOut, List<Difference> first) {

		/** Whether the portal is as the file wants it. */
		public boolean holds() {
			return this.differences == 0;
		}

	}

}
