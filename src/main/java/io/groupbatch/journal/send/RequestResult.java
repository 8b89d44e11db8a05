package io.groupbatch.journal.send;

import java.time.OffsetDateTime;
import java.util.List;

import io.groupbatch.journal.plan.GroupState;
import io.groupbatch.journal.plan.PlannedRequest;
import io.groupbatch.journal.plan.RequestState;
import io.groupbatch.journal.row.RowResult;
import io.groupbatch.journal.row.SettledRow;

import org.jspecify.annotations.Nullable;

/**
 * What became of a request and of the rows that it decides.
 *
 * @param request the request
 * @param state a settled one, {@link RequestState#IN_DOUBT}, or
 * {@link RequestState#PLANNED} when the portal certainly did nothing and it is to be sent
 * again later
 * @param trace how it was sent, null when it was not
 * @param group what the answer showed of the group, null when it showed nothing
 * @param target after a move, the group that took the people; else null
 * @param rows the outcomes of its rows
 * @param refusal what becomes of all rows that are still open and that this request or a
 * further one of theirs decides, when nothing more can be done for them now; else null
 * @param doubt how it is or was in doubt, null when it never was
 */
public record RequestResult(PlannedRequest request, RequestState state, @Nullable Trace trace,
		@Nullable GroupState group, @Nullable GroupState target, List<SettledRow> rows, @Nullable RowResult refusal,
		@Nullable InDoubtState doubt) {

	public RequestResult {
		rows = List.copyOf(rows);
	}

	public RequestResult(PlannedRequest request, RequestState state, @Nullable Trace trace, @Nullable GroupState group,
			List<SettledRow> rows) {
		this(request, state, trace, group, null, rows, null, null);
	}

	/**
	 * The same, of a request that is or was in doubt.
	 */
	public RequestResult in(@Nullable InDoubtState doubt) {
		return new RequestResult(this.request, this.state, this.trace, this.group, this.target, this.rows, this.refusal,
				doubt);
	}

	/**
	 * The same, of a move into this group.
	 */
	public RequestResult into(GroupState target) {
		return new RequestResult(this.request, this.state, this.trace, this.group, target, this.rows, this.refusal,
				this.doubt);
	}

	/**
	 * The same, but the journal goes on to know the group as it did.
	 */
	public RequestResult withoutGroup() {
		return new RequestResult(this.request, this.state, this.trace, null, null, this.rows, this.refusal, this.doubt);
	}

	/**
	 * The same, with other outcomes of its rows.
	 */
	public RequestResult deciding(List<SettledRow> others) {
		return new RequestResult(this.request, this.state, this.trace, this.group, this.target, others, this.refusal,
				this.doubt);
	}

	/**
	 * The same, for rows that further requests would have decided.
	 */
	public RequestResult refusing(@Nullable RowResult refusal) {
		return new RequestResult(this.request, this.state, this.trace, this.group, this.target, this.rows, refusal,
				this.doubt);
	}

	/**
	 * How a request was sent.
	 *
	 * @param httpStatus of the last answer, null when there was none
	 * @param resent how often it was sent again after the first time
	 * @param sentAt when it was sent last
	 * @param millis from then to the last answer, null when there was none
	 */
	public record Trace(@Nullable Integer httpStatus, int resent, OffsetDateTime sentAt, @Nullable Integer millis) {
	}

}
