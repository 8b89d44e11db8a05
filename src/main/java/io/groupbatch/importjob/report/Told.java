package io.groupbatch.importjob.report;

import io.groupbatch.journal.Code;
import io.groupbatch.journal.Halt;
import io.groupbatch.journal.Outcome;
import io.groupbatch.journal.ReportRow;
import io.groupbatch.journal.RowStatus;
import io.groupbatch.journal.Run;
import io.groupbatch.journal.RunState;
import io.groupbatch.journal.StopReason;

import org.jspecify.annotations.Nullable;

/**
 * What became of a row, for people: a row that waits says what for.
 */
final class Told {

	private static final String GO_ON = " Go on with resume.";

	private Told() {
	}

	static Outcome of(ReportRow row, Run run) {
		Outcome outcome = row.row().outcome();
		if (outcome.status() != RowStatus.NOT_SENT || outcome.code() != null) {
			return outcome;
		}
		if (run.state() == RunState.WAITING) {
			return new Outcome(RowStatus.NOT_SENT, Code.BEHIND_UNKNOWN,
					"An earlier row of the same group is in doubt; this one waits for it. Try resume.");
		}
		return new Outcome(RowStatus.NOT_SENT, Code.NOT_REACHED, why(run.halt()));
	}

	private static String why(@Nullable Halt halt) {
		if (halt == null) {
			return "The run has not come to this row." + GO_ON;
		}
		boolean bySignal = halt.reason() == StopReason.INTERRUPTED || halt.reason() == StopReason.TERMINATED;
		return "The run stopped first: " + halt.sentence() + (bySignal ? GO_ON : "");
	}

}
