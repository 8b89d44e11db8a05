package io.groupbatch.journal.row;

import java.util.List;
import java.util.UUID;

/**
 * What became of a row.
 *
 * @param row the row
 * @param outcome what became of it
 * @param notApplied the people of the row for whom it was not done
 * @param besides people for whom it was done, too, though the plan did not expect it;
 * they are the row's from now on
 */
public record SettledRow(long row, RowResult outcome, List<UUID> notApplied, List<UUID> besides) {

	public SettledRow(long row, RowResult outcome, List<UUID> notApplied) {
		this(row, outcome, notApplied, List.of());
	}

	/** The same, done for further people. */
	public SettledRow alsoFor(List<UUID> people) {
		return new SettledRow(this.row, this.outcome, this.notApplied, people);
	}

	/** The same, told otherwise. */
	public SettledRow telling(RowResult otherOutcome) {
		return new SettledRow(this.row, otherOutcome, this.notApplied, this.besides);
	}

}
