package io.groupbatch.journal.send;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.groupbatch.journal.plan.GroupState;
import io.groupbatch.journal.plan.PlannedRequest;
import io.groupbatch.journal.plan.PlannedRow;
import io.groupbatch.journal.plan.RequestState;
import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.journal.plan.Requests;
import io.groupbatch.journal.row.BlockReason;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.row.RowResult;
import io.groupbatch.journal.row.Rows;
import io.groupbatch.journal.run.JournalGeneration;
import io.groupbatch.journal.sql.RowId;
import io.groupbatch.journal.sql.Sql;
import io.groupbatch.journal.sql.SqlArrays;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import org.jspecify.annotations.Nullable;

/**
 * The requests as they are sent: which stand at the head of their lane, and the marks.
 * <p>
 * A request is ready when every request it is tied to is settled, so two requests of one
 * lane are never ready together. Every call joins the caller's transaction. For the one
 * thread of the send step.
 */
@Repository
public class SendableRequests {

	/** Makes what is committed last. */
	static final String FORCE = "CHECKPOINT SYNC";

	private static final String SETTLED = "('DONE', 'REFUSED', 'SKIPPED')";

	/** Of a request {@code r}: its groups, as they were last seen or else planned. */
	private static final String REQUEST = """
			SELECT r.*, COALESCE(s.portal_id, g.portal_id) AS portal_id, COALESCE(s.name, g.name) AS group_name,
			s.ref AS seen_ref, s.manager AS seen_manager, s.people AS seen_people,
			COALESCE(ts.portal_id, t.portal_id) AS target_id, COALESCE(ts.name, t.name) AS target_name,
			ts.manager AS target_manager, ts.people AS target_people, ts.ref AS target_seen,
			""";

	private static final String READY = REQUEST
			+ """
					nf.state AS name_from_state, nd.state AS needs_state, td.state AS target_needs_state
					FROM %s
					JOIN known_group g ON g.ref = r.group_ref
					LEFT JOIN seen_group s ON s.ref = r.group_ref
					LEFT JOIN mark m ON m.request = r.id
					LEFT JOIN result o ON o.request = r.id
					LEFT JOIN result b ON b.request = r.behind
					LEFT JOIN result nf ON nf.request = r.name_from
					LEFT JOIN result nd ON nd.request = r.needs
					LEFT JOIN known_group t ON t.ref = r.target_ref
					LEFT JOIN seen_group ts ON ts.ref = r.target_ref
					LEFT JOIN result tb ON tb.request = r.target_behind
					LEFT JOIN result td ON td.request = r.target_needs
					WHERE r.run = ? AND m.request IS NULL AND (o.state IS NULL OR o.state = 'PLANNED')
					AND (r.behind IS NULL OR b.state IN %s) AND (r.name_from IS NULL OR nf.state IN %s)
					AND (r.target_behind IS NULL OR tb.state IN %s)
					AND (r.verb <> 'DELETE' OR NOT EXISTS (SELECT 1 FROM request_need w LEFT JOIN result x ON x.request = w.needs
						WHERE w.request = r.id AND (x.state IS NULL OR x.state NOT IN %s))) %s""";

	private static final String DOUBTS = REQUEST + """
			d.sent_at AS doubt_sent_at, d.losses, d.unanswered
			FROM doubt d
			JOIN request r ON r.id = d.request
			JOIN known_group g ON g.ref = r.group_ref
			LEFT JOIN seen_group s ON s.ref = r.group_ref
			LEFT JOIN known_group t ON t.ref = r.target_ref
			LEFT JOIN seen_group ts ON ts.ref = r.target_ref
			WHERE d.open AND %s ORDER BY r.id""";

	private static final String HEADS = READY.formatted("request r", SETTLED, SETTLED, SETTLED, SETTLED,
			"AND r.id > ? ORDER BY r.id FETCH FIRST ? ROWS ONLY");

	private static final String NEXT = READY.formatted("""
			(SELECT n.id %1$s request n ON n.behind = done.id
			UNION SELECT n.id %1$s request n ON n.name_from = done.id
			UNION SELECT n.id %1$s request n ON n.target_behind = done.id
			UNION SELECT n.request %1$s request_need n ON n.needs = done.id) next
			JOIN request r ON r.id = next.id""".formatted(Sql.fromKeys("done(id)")), SETTLED, SETTLED, SETTLED, SETTLED,
			"ORDER BY r.id");

	private final JdbcTemplate jdbc;

	private final BlockedDeletes deletes;

	private final Clock clock;

	private final JournalGeneration generation;

	public SendableRequests(JdbcTemplate jdbc, Clock clock, JournalGeneration generation) {
		this.jdbc = jdbc;
		this.deletes = new BlockedDeletes(jdbc);
		this.clock = clock;
		this.generation = generation;
	}

	/**
	 * The next requests that are ready, by their numbers.
	 * @param after only requests with a greater number
	 */
	public List<SendableRequest> heads(long run, long after, int most) {
		return withRows(held(this.jdbc.query(HEADS, (rows, index) -> ready(rows), run, after, most)));
	}

	/**
	 * The requests that became ready because these were settled.
	 */
	public List<SendableRequest> next(long run, Collection<Long> settled) {
		if (settled.isEmpty()) {
			return List.of();
		}
		Object ids = Sql.array(settled);
		return withRows(held(this.jdbc.query(NEXT, (rows, index) -> ready(rows), ids, ids, ids, ids, run)));
	}

	/** Deletes after which a person would be in no group who should be moved before. */
	private List<SendableRequest> held(List<SendableRequest> requests) {
		Map<Long, BlockReason> held = this.deletes.among(requests.stream()
			.filter((ready) -> ready.request().verb() == RequestType.DELETE && ready.blocked() == null)
			.map((ready) -> ready.request().id())
			.toList());
		return held.isEmpty() ? requests
				: requests.stream()
					.map((ready) -> held.containsKey(ready.request().id())
							? ready.blocked(held.get(ready.request().id())) : ready)
					.toList();
	}

	/**
	 * Marks requests as being sent. They may be sent once the transaction is committed
	 * and {@link #force forced}.
	 */
	public void mark(Collection<SendableRequest> requests) {
		if (!requests.isEmpty()) {
			this.jdbc.update("INSERT INTO mark (request, sent_at) SELECT id, ? FROM UNNEST(?) marked(id)",
					OffsetDateTime.now(this.clock), Sql.array(requests.stream().map((ready) -> ready.request().id())));
			this.generation.next(this.jdbc);
		}
	}

	/**
	 * Makes what is committed last: from now on, neither a killed process nor a power cut
	 * takes it back.
	 */
	public void force() {
		this.jdbc.update(FORCE);
		this.generation.write();
	}

	/**
	 * The requests of a run that are in doubt.
	 */
	public List<SendableRequest> inDoubt(long run) {
		return withRows(this.jdbc.query(DOUBTS.formatted("r.run = ?"), (rows, index) -> doubtful(rows), run));
	}

	/**
	 * The requests of other runs of the same portal, by whatever address, that are in
	 * doubt: the portal may still be at them. Without rows, because they are not this
	 * run's to decide.
	 */
	public List<SendableRequest> inDoubtElsewhere(long run) {
		return this.jdbc.query(DOUBTS.formatted("r.run <> ? AND EXISTS (SELECT 1 FROM run other"
				+ " JOIN run own ON own.portal_key = other.portal_key WHERE other.number = r.run AND own.number = ?)"),
				(rows, index) -> doubtful(rows), run, run);
	}

	private List<SendableRequest> withRows(List<SendableRequest> requests) {
		if (requests.isEmpty()) {
			return requests;
		}
		Map<Long, List<SendableRequest.WaitingRow>> rows = new HashMap<>();
		this.jdbc.query(
				"SELECT p.*, i.operation" + Sql.fromKeys("wanted(id)") + "row_plan p ON p.last_request = wanted.id"
						+ " LEFT JOIN input_row i ON i.id = p.id LEFT JOIN outcome o ON o.id = p.id"
						+ " WHERE p.id IS NOT NULL AND (o.id IS NULL OR o.status = 'UNKNOWN') ORDER BY p.id",
				(result) -> {
					rows.computeIfAbsent(result.getLong("last_request"), (id) -> new ArrayList<>())
						.add(waitingRow(result));
				}, Sql.array(requests.stream().map((ready) -> ready.request().id())));
		return requests.stream()
			.map((ready) -> new SendableRequest(ready.request(), ready.group(), ready.target(),
					rows.getOrDefault(ready.request().id(), List.of()), ready.blocked(), ready.doubt()))
			.toList();
	}

	private static SendableRequest.WaitingRow waitingRow(ResultSet rows) throws SQLException {
		Operation operation = Operation.of(rows.getString("operation")).orElseThrow();
		return new SendableRequest.WaitingRow(RowId.row(rows.getLong("id")), operation,
				String.valueOf(rows.getString("group_name")),
				new PlannedRow.Wish(rows.getString("name"), rows.getObject("manager", UUID.class),
						SqlArrays.uuids(rows, "members")),
				rows.getInt("requests"), RowResult.code(rows.getString("after_doubt")), Rows.leftOut(rows));
	}

	private static SendableRequest ready(ResultSet rows) throws SQLException {
		PlannedRequest request = Requests.request(rows);
		GroupState group = group(rows);
		GroupState target = target(rows);
		return new SendableRequest(request, group, target, List.of(), blocked(rows, request, group, target), null);
	}

	private static SendableRequest doubtful(ResultSet rows) throws SQLException {
		return new SendableRequest(Requests.request(rows), group(rows), target(rows), List.of(), null,
				InDoubtRequests.doubt(rows));
	}

	private static GroupState group(ResultSet rows) throws SQLException {
		return new GroupState(rows.getObject("portal_id", UUID.class), rows.getString("group_name"),
				rows.getObject("seen_manager", UUID.class),
				(rows.getObject("seen_ref") != null) ? SqlArrays.uuidsOfParts(rows, "seen_people") : null);
	}

	private static @Nullable GroupState target(ResultSet rows) throws SQLException {
		String name = rows.getString("target_name");
		return (name != null)
				? new GroupState(rows.getObject("target_id", UUID.class), name,
						rows.getObject("target_manager", UUID.class),
						(rows.getObject("target_seen") != null) ? SqlArrays.uuidsOfParts(rows, "target_people") : null)
				: null;
	}

	private static @Nullable BlockReason blocked(ResultSet rows, PlannedRequest request, GroupState group,
			@Nullable GroupState target) throws SQLException {
		if (isNotDone(rows.getString("name_from_state"))) {
			return BlockReason.of(BlockReason.Cause.NAME_IN_USE);
		}
		if (isNotDone(rows.getString("needs_state")) || isNotDone(rows.getString("target_needs_state"))) {
			return BlockReason.of(BlockReason.Cause.NAME_NOT_GIVEN);
		}
		boolean missing = group.id() == null || (target != null && target.id() == null);
		if (missing && request.verb() != RequestType.CREATE) {
			return BlockReason.of(BlockReason.Cause.GROUP_NOT_MADE);
		}
		return null;
	}

	private static boolean isNotDone(@Nullable String state) {
		return state != null && !state.equals(RequestState.DONE.name());
	}

}
