package io.groupbatch.importjob.report;

import io.groupbatch.journal.Code;
import io.groupbatch.journal.Outcome;
import io.groupbatch.journal.ReportRow;
import io.groupbatch.journal.RowStatus;
import io.groupbatch.journal.Run;
import io.groupbatch.journal.RunState;

/**
 * What became of a row, for people: a row that waits says what for.
 */
final class Told {

	private Told() {
	}

	static Outcome of(ReportRow row, Run run) {
		Outcome outcome = row.row().outcome();
		if (outcome.status() != RowStatus.NOT_SENT || outcome.code() != null) {
			return outcome;
		}
		if (run.state() == RunState.WAITING) {
			return new Outcome(RowStatus.NOT_SENT, Code.BEHIND_UNKNOWN,
					"An earlier row of the same group is in doubt; this one waits for it.");
		}
		String why = (run.halt() != null) ? "The run stopped first: " + run.halt().sentence()
				: "The run has not come to this row.";
		return new Outcome(RowStatus.NOT_SENT, Code.NOT_REACHED, why);
	}

}
