package io.groupbatch.journal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.jspecify.annotations.Nullable;

/**
 * The requests as the plan writes them. Every call joins the caller's transaction.
 * Thread-safe.
 */
@Repository
public class Requests {

	private final JdbcTemplate batch;

	private final JdbcClient jdbc;

	public Requests(JdbcTemplate batch, JdbcClient jdbc) {
		this.batch = batch;
		this.jdbc = jdbc;
	}

	/**
	 * What the deletes among them depend on.
	 */
	public DeleteTies deletes() {
		return new DeleteTies(this.batch, this.jdbc);
	}

	/**
	 * The number for the next request; the caller counts on from it.
	 */
	public long nextId() {
		return 1 + this.jdbc.sql("SELECT COALESCE(MAX(id), 0) FROM request").query(Long.class).single();
	}

	/**
	 * Adds requests.
	 */
	public void add(long run, Collection<PlannedRequest> requests) {
		this.batch.batchUpdate(
				"INSERT INTO request (name, manager, adds, removes, held_name, held_manager, held_in, held_out, exact, judged_by, id,"
						+ " run, verb, group_ref, behind, name_from, needs, target_ref, target_behind, target_needs)"
						+ " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
				requests, Math.max(1, requests.size()), (statement, request) -> {
					setChanging(statement, request);
					statement.setLong(12, run);
					statement.setString(13, request.verb().name());
					statement.setLong(14, request.groupRef());
					statement.setObject(15, request.ties().behind());
					statement.setObject(16, request.ties().nameFrom());
					statement.setObject(17, request.ties().needs());
					PlannedRequest.Target target = request.ties().target();
					statement.setObject(18, (target != null) ? target.ref() : null);
					statement.setObject(19, (target != null) ? target.behind() : null);
					statement.setObject(20, (target != null) ? target.needs() : null);
				});
	}

	/**
	 * Records that later rows joined requests added before.
	 */
	public void update(Collection<PlannedRequest> requests) {
		this.batch.batchUpdate(
				"UPDATE request SET name = ?, manager = ?, adds = ?, removes = ?, held_name = ?, held_manager = ?,"
						+ " held_in = ?, held_out = ?, exact = ?, judged_by = ? WHERE id = ?",
				requests, Math.max(1, requests.size()), Requests::setChanging);
	}

	/**
	 * The requests of these groups, in the order in which they are sent, moves into them
	 * among them. Those that only read are left out.
	 */
	public List<PlannedRequest> ofGroups(Collection<Long> refs) {
		return this.jdbc
			.sql("SELECT r.* FROM (SELECT r.id FROM UNNEST(?) w(ref) LEFT JOIN request r ON r.group_ref = w.ref"
					+ " UNION SELECT r.id FROM UNNEST(?) w(ref) LEFT JOIN request r ON r.target_ref = w.ref) found"
					+ " JOIN request r ON r.id = found.id WHERE r.verb <> 'GET' ORDER BY r.id")
			.params(refs.toArray(Long[]::new), refs.toArray(Long[]::new))
			.query((rows, index) -> request(rows))
			.list();
	}

	/**
	 * The requests with these numbers.
	 */
	public List<PlannedRequest> get(Collection<Long> ids) {
		return this.jdbc
			.sql("SELECT r.* FROM UNNEST(?) wanted(id) LEFT JOIN request r ON r.id = wanted.id WHERE r.id IS NOT NULL")
			.param(ids.toArray(Long[]::new))
			.query((rows, index) -> request(rows))
			.list();
	}

	/**
	 * How many requests of a run are still to be sent, by what they do; verbs of which
	 * there are none are left out.
	 */
	public Map<Verb, Long> planned(long run) {
		Map<Verb, Long> counts = new EnumMap<>(Verb.class);
		this.jdbc
			.sql("SELECT q.verb, COUNT(*) AS n FROM request q LEFT JOIN result r ON r.request = q.id"
					+ " WHERE q.run = ? AND (r.request IS NULL OR r.state = 'PLANNED') GROUP BY q.verb")
			.param(run)
			.query((rows) -> {
				counts.put(Verb.valueOf(rows.getString("verb")), rows.getLong("n"));
			});
		return counts;
	}

	/**
	 * How many requests of a run are still to be sent.
	 */
	public long countPlanned(long run) {
		return planned(run).values().stream().mapToLong(Long::longValue).sum();
	}

	private static void setChanging(PreparedStatement statement, PlannedRequest request) throws SQLException {
		statement.setString(1, request.change().name());
		statement.setObject(2, request.change().manager());
		statement.setObject(3, SqlArrays.of(request.change().adds()));
		statement.setObject(4, SqlArrays.of(request.change().removes()));
		statement.setString(5, request.held().name());
		statement.setObject(6, request.held().manager());
		statement.setObject(7, SqlArrays.of(request.held().adds()));
		statement.setObject(8, SqlArrays.of(request.held().removes()));
		statement.setObject(9, SqlArrays.ofNullable(request.change().exact()));
		statement.setLong(10, request.judgedBy());
		statement.setLong(11, request.id());
	}

	static PlannedRequest request(ResultSet rows) throws SQLException {
		PlannedRequest.Change change = new PlannedRequest.Change(rows.getString("name"),
				rows.getObject("manager", UUID.class), SqlArrays.uuids(rows, "adds"), SqlArrays.uuids(rows, "removes"),
				SqlArrays.uuidsOrNull(rows, "exact"));
		PlannedRequest.Change held = new PlannedRequest.Change(rows.getString("held_name"),
				rows.getObject("held_manager", UUID.class), SqlArrays.uuids(rows, "held_in"),
				SqlArrays.uuids(rows, "held_out"));
		PlannedRequest.Ties ties = new PlannedRequest.Ties(SqlArrays.number(rows, "behind"),
				SqlArrays.number(rows, "name_from"), SqlArrays.number(rows, "needs"), target(rows));
		return new PlannedRequest(rows.getLong("id"), Verb.valueOf(rows.getString("verb")), rows.getLong("group_ref"),
				change, held, ties, rows.getLong("judged_by"));
	}

	private static PlannedRequest.@Nullable Target target(ResultSet rows) throws SQLException {
		Long ref = SqlArrays.number(rows, "target_ref");
		return (ref != null) ? new PlannedRequest.Target(ref, SqlArrays.number(rows, "target_behind"),
				SqlArrays.number(rows, "target_needs")) : null;
	}

}
