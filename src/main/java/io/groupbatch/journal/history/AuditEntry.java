package io.groupbatch.journal.history;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import io.groupbatch.journal.plan.RequestState;
import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.journal.row.RowStatus;

import org.jspecify.annotations.Nullable;

/**
 * What one request did for one row.
 *
 * @param row the number of the row in the file
 * @param operation what the row asks for
 * @param status what became of the row
 * @param code its code, null when it has none
 * @param sent the request
 * @param group the group, before and after
 * @param members who came and who went by it
 */
public record AuditEntry(long row, String operation, RowStatus status, @Nullable String code, Sent sent, Subject group,
		Members members) {

	/**
	 * A request that was sent.
	 *
	 * @param id the journal's number of it
	 * @param verb what it does
	 * @param state how it ended
	 * @param at when it was sent first
	 * @param attempts how often it was sent
	 * @param httpStatus of the last answer, null when there was none
	 */
	public record Sent(long id, RequestType verb, RequestState state, OffsetDateTime at, int attempts,
			@Nullable Integer httpStatus) {
	}

	/**
	 * A group.
	 *
	 * @param id the portal's id, null when the portal has not said
	 * @param nameBefore null: there was no such group
	 * @param nameAfter null: there is none any more
	 * @param managerBefore null: nobody
	 * @param managerAfter null: nobody
	 */
	public record Subject(@Nullable UUID id, @Nullable String nameBefore, @Nullable String nameAfter,
			@Nullable UUID managerBefore, @Nullable UUID managerAfter) {
	}

	/**
	 * Who came and who went; of a request whose end is not known: who should have.
	 *
	 * @param added those who came
	 * @param removed those who went
	 */
	public record Members(List<UUID> added, List<UUID> removed) {
	}

}
