package io.groupbatch.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import org.jspecify.annotations.Nullable;

/**
 * The requests as they are sent: which stand at the head of their lane, and the marks.
 * <p>
 * A request is ready when every request it is tied to is settled, so two requests of one
 * lane are never ready together. {@link #mark} is its own transaction, forced to the disk
 * before it returns: no byte may leave before that. Everything else joins the caller's
 * transaction. For the one thread of the send step.
 */
@Repository
public class Lanes {

	private static final String SETTLED = "('DONE', 'REFUSED', 'SKIPPED')";

	private static final String READY = """
			SELECT r.*, g.portal_id, g.seen_members, nf.state AS name_from_state, nd.state AS needs_state
			FROM %s
			JOIN known_group g ON g.ref = r.group_ref
			LEFT JOIN request b ON b.id = r.behind
			LEFT JOIN request nf ON nf.id = r.name_from
			LEFT JOIN request nd ON nd.id = r.needs
			WHERE r.run = ? AND r.state = 'PLANNED'
			AND (r.behind IS NULL OR b.state IN %s) AND (r.name_from IS NULL OR nf.state IN %s)
			%s""";

	private static final String HEADS = READY.formatted("request r", SETTLED, SETTLED,
			"AND r.id > ? ORDER BY r.id FETCH FIRST ? ROWS ONLY");

	private static final String NEXT = READY.formatted("""
			(SELECT n.id FROM UNNEST(?) done(id) JOIN request n ON n.behind = done.id
			UNION SELECT n.id FROM UNNEST(?) done(id) JOIN request n ON n.name_from = done.id) next
			JOIN request r ON r.id = next.id""", SETTLED, SETTLED, "ORDER BY r.id");

	private final JdbcTemplate batch;

	private final JdbcClient jdbc;

	private final TransactionTemplate alone;

	private final Clock clock;

	public Lanes(JdbcTemplate batch, JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
		this.batch = batch;
		this.jdbc = jdbc;
		this.alone = new TransactionTemplate(transactions);
		this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.clock = clock;
	}

	/**
	 * The next requests that are ready, by their numbers.
	 * @param after only requests with a greater number
	 */
	public List<ReadyRequest> heads(long run, long after, int most) {
		return withRows(this.jdbc.sql(HEADS).params(run, after, most).query((rows, index) -> ready(rows)).list());
	}

	/**
	 * The requests that became ready because these were settled.
	 */
	public List<ReadyRequest> next(long run, Collection<Long> settled) {
		if (settled.isEmpty()) {
			return List.of();
		}
		Long[] ids = settled.toArray(Long[]::new);
		return withRows(this.jdbc.sql(NEXT).params(ids, ids, run).query((rows, index) -> ready(rows)).list());
	}

	/**
	 * Marks requests as being sent, for good: neither a killed process nor a power cut
	 * takes it back.
	 */
	public void mark(Collection<ReadyRequest> requests) {
		OffsetDateTime now = OffsetDateTime.now(this.clock);
		this.alone.executeWithoutResult((status) -> this.batch.batchUpdate(
				"UPDATE request SET state = 'SENDING', attempts = attempts + 1, sent_at = ? WHERE id = ?", requests,
				Math.max(1, requests.size()), (statement, ready) -> {
					statement.setObject(1, now);
					statement.setLong(2, ready.request().id());
				}));
		this.alone.executeWithoutResult((status) -> this.batch.execute("CHECKPOINT SYNC"));
	}

	/**
	 * Records what became of requests, of their groups and of their rows.
	 */
	public void record(long run, List<? extends RequestResult> results) {
		recordRequests(results);
		recordGroups(results.stream().filter((result) -> result.group() != null).toList());
		recordRows(run, results.stream().flatMap((result) -> result.rows().stream()).toList());
		List<Object[]> doubts = results.stream()
			.filter((result) -> result.state() == RequestState.IN_DOUBT)
			.map((result) -> new Object[] { result.request().id(), result.request().judgedBy() })
			.toList();
		this.batch.batchUpdate(
				"UPDATE input_row SET status = 'UNKNOWN', code = 'IN_DOUBT', message = 'Sent, but no answer proves whether"
						+ " it was done. Look at the group on the portal.' WHERE last_request IN (?, ?) AND status = 'NOT_SENT'",
				doubts);
	}

	/**
	 * Puts every request that an ended process left as being sent in doubt, and their
	 * rows with them. Of any run: the doubt belongs to the portal.
	 * @return how many there were
	 */
	public int doubtAbandoned() {
		List<RequestResult> abandoned = this.jdbc.sql("SELECT * FROM request WHERE state = 'SENDING'")
			.query((rows, index) -> new RequestResult(Requests.request(rows), RequestState.IN_DOUBT, null, null,
					List.of()))
			.list();
		record(0, abandoned);
		return abandoned.size();
	}

	private void recordRequests(List<? extends RequestResult> results) {
		this.batch.batchUpdate(
				"UPDATE request SET state = ?, attempts = attempts + ?, http_status = COALESCE(?, http_status),"
						+ " duration_ms = COALESCE(?, duration_ms) WHERE id = ?",
				results, Math.max(1, results.size()), (statement, result) -> {
					RequestResult.Trace trace = result.trace();
					statement.setString(1, result.state().name());
					statement.setInt(2, (trace != null) ? trace.resent() : 0);
					statement.setObject(3, (trace != null) ? trace.httpStatus() : null);
					statement.setObject(4, (trace != null) ? trace.millis() : null);
					statement.setLong(5, result.request().id());
				});
	}

	private void recordGroups(List<? extends RequestResult> results) {
		this.batch.batchUpdate("UPDATE known_group SET portal_id = ?, seen_name = ?, seen_manager = ?, seen_members = ?"
				+ " WHERE ref = ?", results, Math.max(1, results.size()), (statement, result) -> {
					RequestResult.Seen seen = Objects.requireNonNull(result.group());
					statement.setObject(1, seen.portalId());
					statement.setString(2, seen.name());
					statement.setObject(3, seen.manager());
					statement.setObject(4, SqlArrays.of(seen.members()));
					statement.setLong(5, result.request().groupRef());
				});
	}

	private void recordRows(long run, List<RequestResult.RowOutcome> rows) {
		this.batch.batchUpdate("UPDATE input_row SET status = ?, code = ?, message = ?, not_applied = ?"
				+ " WHERE run = ? AND row_number = ?", rows, Math.max(1, rows.size()), (statement, row) -> {
					Rows.setOutcome(new Rows.Binding(statement, 1), row.outcome());
					statement.setObject(4, SqlArrays.of(row.notApplied()));
					statement.setLong(5, run);
					statement.setLong(6, row.row());
				});
	}

	private List<ReadyRequest> withRows(List<ReadyRequest> requests) {
		if (requests.isEmpty()) {
			return requests;
		}
		Map<Long, List<ReadyRequest.WaitingRow>> rows = new HashMap<>();
		this.jdbc
			.sql("SELECT i.last_request, i.requests, i.row_number, i.operation, i.group_name, i.manager, i.members"
					+ " FROM UNNEST(?) wanted(id) JOIN input_row i ON i.last_request = wanted.id"
					+ " WHERE i.status = 'NOT_SENT' ORDER BY i.row_number")
			.param(requests.stream().map((ready) -> ready.request().id()).toArray(Long[]::new))
			.query((result) -> {
				rows.computeIfAbsent(result.getLong("last_request"), (id) -> new ArrayList<>()).add(waitingRow(result));
			});
		return requests.stream()
			.map((ready) -> new ReadyRequest(ready.request(), ready.group(),
					rows.getOrDefault(ready.request().id(), List.of()), ready.blocked()))
			.toList();
	}

	private static ReadyRequest.WaitingRow waitingRow(ResultSet rows) throws SQLException {
		Operation operation = Operation.of(rows.getString("operation")).orElseThrow();
		return new ReadyRequest.WaitingRow(
				rows.getLong("row_number"), operation, new PlannedRow.Wish(rows.getString("group_name"),
						rows.getObject("manager", UUID.class), SqlArrays.uuids(rows, "members")),
				rows.getInt("requests"));
	}

	private static ReadyRequest ready(ResultSet rows) throws SQLException {
		PlannedRequest request = Requests.request(rows);
		ReadyRequest.GroupAtSend group = new ReadyRequest.GroupAtSend(rows.getObject("portal_id", UUID.class),
				SqlArrays.uuids(rows, "seen_members"));
		return new ReadyRequest(request, group, List.of(), blocked(rows, request, group));
	}

	private static @Nullable String blocked(ResultSet rows, PlannedRequest request, ReadyRequest.GroupAtSend group)
			throws SQLException {
		if (isNotDone(rows.getString("name_from_state"))) {
			return "The name is still in use, because the row that gives it up was not done.";
		}
		if (isNotDone(rows.getString("needs_state"))) {
			return "The row that gives the group this name was not done.";
		}
		if (group.portalId() == null && request.verb() != Verb.CREATE) {
			return "The row that makes the group was not done.";
		}
		return null;
	}

	private static boolean isNotDone(@Nullable String state) {
		return state != null && !state.equals(RequestState.DONE.name());
	}

}
