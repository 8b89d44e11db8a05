package io.groupbatch.importjob.plan;

import io.groupbatch.csv.groups.Columns;
import io.groupbatch.importjob.plan.state.InvitationPolicy;
import io.groupbatch.importjob.plan.state.PersonResolver;
import io.groupbatch.importjob.row.RowParser;

/**
 * The data that the plan of every row uses, known before the first row is planned.
 *
 * @param rows reads the rows of the file
 * @param people everybody on the portal, as far as the file is about them
 * @param invitations whom to invite
 * @param lastDelete the last row of the file that deletes a group; 0 when there is none
 */
record PlanContext(RowParser rows, PersonResolver people, InvitationPolicy invitations, long lastDelete) {

	Columns columns() {
		return this.rows.columns();
	}

}
