package io.groupbatch.journal.send;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.groupbatch.journal.plan.GroupState;
import io.groupbatch.journal.plan.RequestState;
import io.groupbatch.journal.plan.Requests;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.RowResult;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.row.Rows;
import io.groupbatch.journal.row.SettledRow;
import io.groupbatch.journal.send.RequestResult.Trace;
import io.groupbatch.journal.sql.RowId;
import io.groupbatch.journal.sql.Sql;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * What became of requests, of their groups and of their rows. Every call joins the
 * caller's transaction. For the one thread of the send step.
 */
@Repository
public class RequestResults {

	private static final RowResult IN_DOUBT = new RowResult(RowStatus.UNKNOWN, Code.IN_DOUBT, null);

	private final JdbcTemplate jdbc;

	private final Rows rows;

	private final InDoubtRequests doubts;

	public RequestResults(JdbcTemplate jdbc, Rows rows) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.doubts = new InDoubtRequests(jdbc);
	}

	/**
	 * Records results, and takes their marks away.
	 */
	public void record(long run, List<RequestResult> results) {
		if (results.isEmpty()) {
			return;
		}
		recordRequests(results);
		this.doubts.record(results.stream().filter((result) -> result.doubt() != null).toList());
		recordGroups(results.stream().filter((result) -> result.group() != null).toList());
		this.rows.settle(run, results.stream().flatMap((result) -> result.rows().stream()).toList());
		for (RequestResult result : results) {
			if (result.state() == RequestState.IN_DOUBT) {
				settleWaiting(result, (result.refusal() != null) ? result.refusal() : IN_DOUBT);
			}
			else if (result.refusal() != null) {
				settleWaiting(result, result.refusal());
			}
		}
	}

	/**
	 * Puts every request that an ended process left marked in doubt, and its rows with
	 * it. Of any run: the doubt belongs to the portal.
	 * @return how many there were
	 */
	public int doubtMarked() {
		List<RequestResult> marked = this.jdbc.query(
				"SELECT r.*, m.sent_at AS marked_at, d.sent_at AS doubt_sent_at, d.losses, d.unanswered FROM mark m"
						+ " JOIN request r ON r.id = m.request LEFT JOIN doubt d ON d.request = m.request",
				(found, index) -> marked(found));
		record(0, marked);
		return marked.size();
	}

	/**
	 * Of a mark nothing is known but when it was made. The request may have left at any
	 * time from then until its process died, so the time of the mark must not be counted
	 * from.
	 */
	private static RequestResult marked(ResultSet found) throws SQLException {
		OffsetDateTime sentAt = found.getObject("marked_at", OffsetDateTime.class);
		return new RequestResult(Requests.request(found), RequestState.IN_DOUBT, new Trace(null, 0, sentAt, null), null,
				List.of())
			.in(InDoubtState.oneMore(InDoubtRequests.doubt(found), sentAt, null, false));
	}

	private void recordRequests(List<RequestResult> results) {
		Object ids = Sql.array(results.stream().map((result) -> result.request().id()));
		Sql.batch(this.jdbc, "DELETE FROM mark WHERE request = ?", results,
				(result) -> Sql.values(result.request().id()));
		Set<Long> known = new HashSet<>(this.jdbc.queryForList("SELECT r.request" + Sql.fromKeys("w(id)")
				+ "result r ON r.request = w.id" + " WHERE r.request IS NOT NULL", Long.class, ids));
		Map<Boolean, List<RequestResult>> split = results.stream()
			.collect(Collectors.partitioningBy((result) -> known.contains(result.request().id())));
		add(split.getOrDefault(false, List.of()));
		update(split.getOrDefault(true, List.of()));
	}

	private void add(List<RequestResult> results) {
		Sql.batch(this.jdbc, "INSERT INTO result (request, state, attempts, http_status, sent_at, duration_ms)"
				+ " VALUES (?, ?, ?, ?, ?, ?)", results, (result) -> {
					Trace trace = result.trace();
					return (trace != null)
							? Sql.values(result.request().id(), result.state(), trace.resent() + 1, trace.httpStatus(),
									trace.sentAt(), trace.millis())
							: Sql.values(result.request().id(), result.state(), 0, null, null, null);
				});
	}

	/** What was not sent now keeps what is known of when it was. */
	private void update(List<RequestResult> results) {
		Sql.batch(this.jdbc,
				"UPDATE result SET state = ?, attempts = attempts + ?, http_status = CASE WHEN ? THEN ? ELSE http_status END,"
						+ " sent_at = COALESCE(?, sent_at), duration_ms = CASE WHEN ? THEN ? ELSE duration_ms END"
						+ " WHERE request = ?",
				results, (result) -> {
					Trace trace = result.trace();
					return (trace != null)
							? Sql.values(result.state(), trace.resent() + 1, true, trace.httpStatus(), trace.sentAt(),
									true, trace.millis(), result.request().id())
							: Sql.values(result.state(), 0, false, null, null, false, null, result.request().id());
				});
	}

	private void recordGroups(List<RequestResult> results) {
		Map<Long, GroupState> groups = new LinkedHashMap<>();
		for (RequestResult result : results) {
			groups.put(result.request().groupRef(), Objects.requireNonNull(result.group()));
			if (result.target() != null) {
				groups.put(Objects.requireNonNull(result.request().targetRef()), result.target());
			}
		}
		Set<Map.Entry<Long, GroupState>> all = groups.entrySet();
		Sql.batch(this.jdbc, "DELETE FROM seen_group WHERE ref = ?", all, (group) -> Sql.values(group.getKey()));
		Sql.batch(this.jdbc, "INSERT INTO seen_group (ref, portal_id, name, manager, people) VALUES (?, ?, ?, ?, ?)",
				all, (group) -> Sql.values(group.getKey(), group.getValue().id(), group.getValue().name(),
						group.getValue().manager(), Sql.partsOrNull(group.getValue().people())));
	}

	/**
	 * Settles all rows that wait for this request, also those that a later one would have
	 * decided.
	 */
	private void settleWaiting(RequestResult result, RowResult outcome) {
		List<Long> waiting = this.jdbc.queryForList(
				"SELECT p.id FROM row_plan p LEFT JOIN outcome o ON o.id = p.id"
						+ " WHERE p.last_request IN (?, ?) AND (o.id IS NULL OR o.status = 'UNKNOWN')",
				Long.class, result.request().id(), result.request().judgedBy());
		waiting.stream()
			.collect(Collectors.groupingBy(RowId::run))
			.forEach((run, ids) -> this.rows.settle(run,
					ids.stream().map((id) -> new SettledRow(RowId.row(id), outcome, List.of())).toList()));
	}

}
