package io.groupbatch.verify;

import java.util.List;

/**
 * The result of a comparison of a file with the portal.
 *
 * @param exact whether what the portal has in addition counted as well
 * @param groups how many groups the file is about
 * @param differences how many there are
 * @param leftOut how many of them are people who could not be compared
 * @param first the first thousand of them
 */
public record VerifyResult(boolean exact, long groups, long differences, long leftOut, List<Difference> first) {

	/** Whether the portal is as the file wants it. */
	public boolean holds() {
		return this.differences == 0;
	}

}
