package io.groupbatch.journal.report;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import io.groupbatch.journal.row.OmittedPerson;
import io.groupbatch.journal.row.StagedRow;

import org.jspecify.annotations.Nullable;

/**
 * A row with all that is known of it.
 *
 * @param row the row as it stood in the file, and what became of it
 * @param groupId the portal's id of its group, null when it has none
 * @param groupName what its group is called at that point of the file, null when it has
 * none
 * @param nameNow what the portal last called its group, null when it has not said
 * @param people whom it asked for, and who was missed
 * @param requests how many requests were planned for it
 * @param sending how the request that decides it was sent, null when it was not
 */
public record ReportRow(StagedRow row, @Nullable UUID groupId, @Nullable String groupName, @Nullable String nameNow,
		Wanted people, int requests, @Nullable Sending sending) {

	/**
	 * The people of a row.
	 *
	 * @param members the members it asked for, as the plan found them
	 * @param notApplied those of them for whom it was not done
	 * @param leftOut people whom it names and who could not be matched or added
	 */
	public record Wanted(List<UUID> members, List<UUID> notApplied, List<OmittedPerson> leftOut) {
	}

	/**
	 * How a request was sent.
	 *
	 * @param httpStatus of the last answer, null when there was none
	 * @param attempts how often it was sent
	 * @param sentAt when last
	 * @param millis until the answer, null when there was none
	 */
	public record Sending(@Nullable Integer httpStatus, int attempts, OffsetDateTime sentAt, @Nullable Integer millis) {
	}

}
