package io.groupbatch.journal;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A request at the head of its lane, with all that is needed to send and to judge it.
 *
 * @param request what to send
 * @param group the group as the journal knows it
 * @param rows the rows that its answer decides
 * @param blocked why it must not be sent: what it needs was not done; null when it may
 */
public record ReadyRequest(PlannedRequest request, GroupAtSend group, List<WaitingRow> rows, @Nullable String blocked) {

	public ReadyRequest {
		rows = List.copyOf(rows);
	}

	/**
	 * A group as the journal knows it just before a request.
	 *
	 * @param portalId null while the portal has not made it
	 * @param members who was in it by the portal's last answer; null before the first
	 */
	public record GroupAtSend(@Nullable UUID portalId, @Nullable List<UUID> members) {
	}

	/**
	 * A row that waits for an answer.
	 *
	 * @param number the row
	 * @param operation what it asks for
	 * @param wish what the answer is compared with
	 * @param requests how many requests are made for it
	 * @param leftOut people whom it names and who are not in its wish
	 */
	public record WaitingRow(long number, Operation operation, PlannedRow.Wish wish, int requests,
			List<LeftOut> leftOut) {

		public WaitingRow {
			leftOut = List.copyOf(leftOut);
		}

		public WaitingRow(long number, Operation operation, PlannedRow.Wish wish, int requests) {
			this(number, operation, wish, requests, List.of());
		}

	}

}
