package io.groupbatch.importjob.options;

/**
 * The names of the parameters with which the job {@code share} writes a page to hand on,
 * in addition to {@link io.groupbatch.batch.RunParameter#PARAMETER}.
 */
public final class SharePageParameters {

	/** Where to: the path of a file. */
	public static final String FILE = "file";

	/** Whether e-mail addresses are hidden: {@code true} or not. */
	public static final String HIDE_EMAILS = "hideEmails";

	private SharePageParameters() {
	}

}
