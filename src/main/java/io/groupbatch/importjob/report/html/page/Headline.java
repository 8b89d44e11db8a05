package io.groupbatch.importjob.report.html.page;

import java.util.Map;

import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.run.Run;

/**
 * The most important sentence about a run.
 *
 * @param run where it stands
 * @param counts how many rows have each status
 * @param groups how many groups it is about
 */
public record Headline(Run run, Map<RowStatus, Long> counts, Groups groups) {

	/** The result of the run in one sentence: the first that a reader sees. */
	public String sentence() {
		return switch (this.run.state()) {
			case STAGING, PLANNING, PLANNED -> ("Nothing was sent yet. " + needed()).strip();
			case REFUSED -> ("Nothing was sent. " + needed()).strip();
			case UNFINISHED, WAITING, FINISHED, CANCELLED -> done();
		};
	}

	/** How many rows are not as their row of the file wants it. */
	public long troubled() {
		return rows() - count(RowStatus.SUCCEEDED) - count(RowStatus.UNCHANGED);
	}

	/** How many rows there are. */
	public long rows() {
		return this.counts.values().stream().mapToLong(Long::longValue).sum();
	}

	private String done() {
		boolean byGroup = this.groups.all() > 0;
		long all = byGroup ? this.groups.all() : rows();
		long complete = byGroup ? this.groups.complete() : all - troubled();
		String noun = byGroup ? "group" : "row";
		if (all == 1 && complete == 0) {
			return "The only " + noun + " needs attention:";
		}
		if (complete < all) {
			return "%s of %s are complete. %s:".formatted(NumberFormats.of(complete),
					NumberFormats.of(all, noun, noun + "s"),
					NumberFormats.of(all - complete, "needs attention", "need attention"));
		}
		return (whole(all, noun) + " " + rowsNeeded()).strip();
	}

	private static String whole(long all, String noun) {
		if (all == 0) {
			return "The file has no rows.";
		}
		return (all == 1) ? "The only " + noun + " is complete."
				: "All " + NumberFormats.of(all) + " " + noun + "s are complete.";
	}

	private String rowsNeeded() {
		long troubled = troubled();
		return (troubled > 0) ? NumberFormats.of(troubled, "row needs", "rows need") + " attention:" : "";
	}

	private String needed() {
		long wrong = troubled() - count(RowStatus.NOT_SENT);
		return (wrong > 0) ? "%s of %s %s attention:".formatted(NumberFormats.of(wrong),
				NumberFormats.of(rows(), "row", "rows"), (wrong == 1) ? "needs" : "need") : "";
	}

	private long count(RowStatus status) {
		return this.counts.getOrDefault(status, 0L);
	}

	/**
	 * The groups of a run.
	 *
	 * @param complete those whose rows are all done, or held already
	 * @param all those that rows of the file are about
	 */
	public record Groups(long complete, long all) {
	}

}
