package io.groupbatch.batch;

/**
 * The names of all jobs and steps, as Spring Batch keeps them in the journal. A run of an
 * earlier version is found by them, so they never change.
 */
public final class JobNames {

	/** The job that takes a run from its file to its reports. */
	public static final String IMPORT = "import";

	/** The job that writes the reports of a run. */
	public static final String REPORT = "report";

	/** The job that writes a page of a run, to hand on. */
	public static final String SHARE = "share";

	/** The job that exports the portal. */
	public static final String EXPORT = "export";

	/** The job that compares a file with the portal. */
	public static final String VERIFY = "verify";

	/** The step that copies the file into the journal. */
	public static final String STAGE_STEP = "stage";

	/** The step that decides for each row what is sent. */
	public static final String PLAN_STEP = "plan";

	/** The step that invites people whom the portal does not know. */
	public static final String INVITE_STEP = "invite";

	/** The step that plans the rows once more, when people were invited. */
	public static final String REPLAN_STEP = "replan";

	/** The step that changes groups. */
	public static final String SEND_STEP = "send";

	/** The step that puts a run that has ended into the audit record. */
	public static final String SEAL_STEP = "seal";

	/** The step that writes the reports. */
	public static final String REPORT_STEP = "report";

	/** The step that writes a page to hand on. */
	public static final String SHARE_STEP = "share";

	/** The step that reads the portal's groups. */
	public static final String READ_GROUPS_STEP = "groups";

	/** The step that reads the portal's people. */
	public static final String READ_PEOPLE_STEP = "people";

	/** The step that reads once more the groups that do not fit. */
	public static final String CHECK_COUNTS_STEP = "check";

	/** The step that gives each group its place in the file. */
	public static final String ORDER_GROUPS_STEP = "order";

	/** The step that writes the file of an export. */
	public static final String WRITE_GROUPS_STEP = "write";

	/** The step that ends a comparison when rows of the file are wrong. */
	public static final String STOP_AT_MISTAKES_STEP = "mistakes";

	/** The step that writes the list of differences. */
	public static final String COMPARE_STEP = "compare";

	private JobNames() {
	}

}
