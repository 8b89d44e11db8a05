package io.groupbatch.importjob;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.groupbatch.journal.plan.DeletePrerequisites.Unfinished;
import io.groupbatch.journal.review.PlannedOmissions.Omissions;
import io.groupbatch.journal.run.Run;
import io.groupbatch.review.Forecast;
import io.groupbatch.review.PlanFreshness;
import io.groupbatch.review.PlanSummary;

/**
 * All that there is to tell of a plan before it is sent.
 *
 * @param summary what it comes to
 * @param emails the addresses of the people in its first changes
 * @param unfinished the first rows that keep a delete from being sent, each with the name
 * of the group
 * @param forecast how long it takes
 * @param looks what is looked up in addition when the plan is old
 * @param unchanged how many rows hold already
 * @param omissions whom it leaves out
 * @param overlaps unfinished runs that are to change some of the same groups
 */
public record PlanOverview(PlanSummary summary, Map<UUID, String> emails, Map<Unfinished, String> unfinished,
		Forecast forecast, PlanFreshness.Looks looks, long unchanged, Omissions omissions, List<Overlap> overlaps) {

	/** How many changes, and rows that keep a delete from being sent, are shown. */
	public static final int MAX_SHOWN = 10;

	public PlanOverview {
		overlaps = List.copyOf(overlaps);
	}

	/** Whether nothing is sent. */
	public boolean isEmpty() {
		return this.summary.load().requests() == 0;
	}

	/** Whether anything is sent that may change the portal. */
	public boolean writes() {
		return this.summary.load().requests() > this.summary.load().reads();
	}

	/**
	 * An unfinished run that is to change some of the same groups.
	 *
	 * @param groups how many
	 */
	public record Overlap(Run run, long groups) {
	}

}
