package io.groupbatch.importjob.plan.state;

import io.groupbatch.journal.invite.Invitations;
import io.groupbatch.journal.people.PortalPeople;
import io.groupbatch.journal.people.UnresolvedPeople;
import io.groupbatch.journal.people.UserMaps;
import io.groupbatch.journal.plan.Groups;
import io.groupbatch.journal.plan.MembershipTargets;
import io.groupbatch.journal.plan.PlannedRows;
import io.groupbatch.journal.plan.Requests;
import io.groupbatch.journal.row.Rows;
import io.groupbatch.journal.run.Runs;

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
 * @param invitations people of the file who are to be invited
 */
@Component
public record PlanStores(Runs runs, Rows rows, PlannedRows plannedRows, Groups groups, Requests requests,
		MembershipTargets sets, PortalPeople people, UnresolvedPeople peopleToFix, UserMaps userMaps,
		Invitations invitations) {
}
