package io.groupbatch.journal.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.journal.sql.Sql;
import io.groupbatch.journal.sql.SqlArrays;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import org.jspecify.annotations.Nullable;

/**
 * The requests as the plan writes them. Every call joins the caller's transaction.
 * Thread-safe.
 */
@Repository
public class Requests {

	private final JdbcTemplate jdbc;

	public Requests(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What the deletes among them depend on.
	 */
	public DeletePrerequisites deletes() {
		return new DeletePrerequisites(this.jdbc);
	}

	/**
	 * The number for the next request; the caller counts on from it.
	 */
	public long nextId() {
		return 1 + Sql.one(this.jdbc, Long.class, "SELECT COALESCE(MAX(id), 0) FROM request");
	}

	/**
	 * Adds requests.
	 */
	public void add(long run, Collection<PlannedRequest> requests) {
		Sql.batch(this.jdbc,
				"INSERT INTO request (id, run, verb, group_ref, behind, name_from, needs, target_ref, target_behind,"
						+ " target_needs, name, manager, adds, removes, exact, held_name, held_manager, held_in, held_out,"
						+ " judged_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
				requests, (request) -> {
					PlannedRequest.Ties ties = request.ties();
					PlannedRequest.Target target = ties.target();
					PlannedRequest.Change change = request.change();
					PlannedRequest.Change held = request.held();
					return Sql.values(request.id(), run, request.verb(), request.groupRef(), ties.behind(),
							ties.nameFrom(), ties.needs(), (target != null) ? target.ref() : null,
							(target != null) ? target.behind() : null, (target != null) ? target.needs() : null,
							change.name(), change.manager(), Sql.arrayOrNull(change.adds()),
							Sql.arrayOrNull(change.removes()), change.exact(), held.name(), held.manager(),
							Sql.arrayOrNull(held.adds()), Sql.arrayOrNull(held.removes()), request.judgedBy());
				});
	}

	/**
	 * Records that later rows joined requests added before.
	 */
	public void update(Collection<PlannedRequest> requests) {
		Sql.batch(this.jdbc,
				"UPDATE request SET name = ?, manager = ?, adds = ?, removes = ?, exact = ?, held_name = ?,"
						+ " held_manager = ?, held_in = ?, held_out = ?, judged_by = ? WHERE id = ?",
				requests, (request) -> {
					PlannedRequest.Change change = request.change();
					PlannedRequest.Change held = request.held();
					return Sql.values(change.name(), change.manager(), Sql.arrayOrNull(change.adds()),
							Sql.arrayOrNull(change.removes()), change.exact(), held.name(), held.manager(),
							Sql.arrayOrNull(held.adds()), Sql.arrayOrNull(held.removes()), request.judgedBy(),
							request.id());
				});
	}

	/**
	 * The requests of these groups, in the order in which they are sent, moves into them
	 * among them. Those that only read are left out.
	 */
	public List<PlannedRequest> ofGroups(Collection<Long> refs) {
		return this.jdbc.query(
				"SELECT r.* FROM (SELECT r.id" + Sql.fromKeys("w(ref)") + "request r ON r.group_ref = w.ref"
						+ " UNION SELECT r.id" + Sql.fromKeys("w(ref)") + "request r ON r.target_ref = w.ref) found"
						+ " JOIN request r ON r.id = found.id WHERE r.verb <> 'GET' ORDER BY r.id",
				(rows, index) -> request(rows), Sql.array(refs), Sql.array(refs));
	}

	/**
	 * How many people the requests of each of these groups name together; moves into it
	 * are left out.
	 */
	public Map<Long, Long> sizes(Collection<Long> refs) {
		String people = Stream.of("adds", "removes", "exact", "held_in", "held_out")
			.map("COALESCE(CARDINALITY(r.%s), 0)"::formatted)
			.collect(Collectors.joining(" + "));
		Map<Long, Long> sizes = new HashMap<>();
		this.jdbc.query("SELECT w.ref, SUM(" + people + ") AS people" + Sql.fromKeys("w(ref)")
				+ "request r ON r.group_ref = w.ref GROUP BY w.ref", (rows) -> {
					sizes.put(rows.getLong("ref"), rows.getLong("people"));
				}, Sql.array(refs));
		return sizes;
	}

	/**
	 * The requests with these numbers.
	 */
	public List<PlannedRequest> get(Collection<Long> ids) {
		return this.jdbc.query(
				"SELECT r.*" + Sql.fromKeys("wanted(id)") + "request r ON r.id = wanted.id WHERE r.id IS NOT NULL",
				(rows, index) -> request(rows), Sql.array(ids));
	}

	/**
	 * How many requests of a run are still to be sent, by what they do; verbs of which
	 * there are none are left out.
	 */
	public Map<RequestType, Long> planned(long run) {
		Map<RequestType, Long> counts = new EnumMap<>(RequestType.class);
		this.jdbc.query("SELECT q.verb, COUNT(*) AS n FROM request q LEFT JOIN result r ON r.request = q.id"
				+ " WHERE q.run = ? AND (r.request IS NULL OR r.state = 'PLANNED') GROUP BY q.verb", (rows) -> {
					counts.put(RequestType.valueOf(rows.getString("verb")), rows.getLong("n"));
				}, run);
		return counts;
	}

	/**
	 * How many requests of a run are still to be sent.
	 */
	public long countPlanned(long run) {
		return planned(run).values().stream().mapToLong(Long::longValue).sum();
	}

	/** Reads a request from the current row of {@code SELECT request.*}. */
	public static PlannedRequest request(ResultSet rows) throws SQLException {
		PlannedRequest.Change change = new PlannedRequest.Change(rows.getString("name"),
				rows.getObject("manager", UUID.class), SqlArrays.uuids(rows, "adds"), SqlArrays.uuids(rows, "removes"),
				SqlArrays.uuidsOrNull(rows, "exact"));
		PlannedRequest.Change held = new PlannedRequest.Change(rows.getString("held_name"),
				rows.getObject("held_manager", UUID.class), SqlArrays.uuids(rows, "held_in"),
				SqlArrays.uuids(rows, "held_out"));
		PlannedRequest.Ties ties = new PlannedRequest.Ties(SqlArrays.number(rows, "behind"),
				SqlArrays.number(rows, "name_from"), SqlArrays.number(rows, "needs"), target(rows));
		return new PlannedRequest(rows.getLong("id"), RequestType.valueOf(rows.getString("verb")),
				rows.getLong("group_ref"), change, held, ties, rows.getLong("judged_by"));
	}

	private static PlannedRequest.@Nullable Target target(ResultSet rows) throws SQLException {
		Long ref = SqlArrays.number(rows, "target_ref");
		return (ref != null) ? new PlannedRequest.Target(ref, SqlArrays.number(rows, "target_behind"),
				SqlArrays.number(rows, "target_needs")) : null;
	}

}
