package io.groupbatch.importjob.plan;

import io.groupbatch.journal.Groups;
import io.groupbatch.journal.People;
import io.groupbatch.journal.PeopleToFix;
import io.groupbatch.journal.PlannedRows;
import io.groupbatch.journal.Requests;
import io.groupbatch.journal.Rows;
import io.groupbatch.journal.Runs;
import io.groupbatch.journal.SetWishes;
import io.groupbatch.journal.UserMaps;

import org.springframework.stereotype.Component;

/**
 * The parts of the journal that the step {@code plan} reads and writes.
 *
 * @param runs the run
 * @param rows the rows of its file
 * @param plannedRows what is decided for them
 * @param groups the groups that the run knows
 * @param requests what will be sent
 * @param sets what {@code set-members} rows come to
 * @param people the portal's users
 * @param peopleToFix people of the file whom the portal does not know
 * @param userMaps who is meant by texts of the file
 */
@Component
record PlanStores(Runs runs, Rows rows, PlannedRows plannedRows, Groups groups, Requests requests, SetWishes sets,
		People people, PeopleToFix peopleToFix, UserMaps userMaps) {
}
