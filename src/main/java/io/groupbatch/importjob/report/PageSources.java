package io.groupbatch.importjob.report;

import io.groupbatch.journal.Causes;
import io.groupbatch.journal.GroupResults;
import io.groupbatch.journal.People;
import io.groupbatch.journal.ReportRows;
import io.groupbatch.journal.Runs;
import io.groupbatch.journal.Traffic;

/**
 * The parts of the journal that a page is made from.
 */
record PageSources(Runs runs, ReportRows rows, People people, GroupResults groups, Causes causes, Traffic traffic) {

	GroupLines groupLines() {
		return new GroupLines(this.people, this.groups, this.rows);
	}

}
