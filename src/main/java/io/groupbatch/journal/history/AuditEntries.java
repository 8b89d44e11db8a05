package io.groupbatch.journal.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import io.groupbatch.journal.plan.PlannedRequest;
import io.groupbatch.journal.plan.RequestState;
import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.journal.plan.Requests;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.sql.KeysetPager;
import io.groupbatch.journal.sql.RowId;
import io.groupbatch.journal.sql.Sql;
import io.groupbatch.journal.sql.SqlArrays;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import org.jspecify.annotations.Nullable;

/**
 * What the requests of a run did, row by row. Requests that only read, or were never
 * sent, are left out. Thread-safe.
 */
@Repository
public class AuditEntries {

	private static final String ENTRIES = """
			SELECT r.id, r.verb, r.name, r.manager, r.adds, r.removes, o.state, o.http_status, o.attempts, o.sent_at,
			p.id AS row_id, i.operation, p.members, x.status, x.code, x.not_applied,
			COALESCE(s.portal_id, g.portal_id) AS portal_id, r.target_ref,
			COALESCE(ts.portal_id, t.portal_id) AS target_id, COALESCE(ts.name, t.name) AS target_name,
			COALESCE(ts.manager, t.manager) AS target_manager,
			NOT EXISTS (SELECT 1 FROM row_plan f WHERE f.last_request = r.judged_by AND f.id < p.id) AS is_first
			%s request r ON r.id = pair.id
			LEFT JOIN result o ON o.request = r.id
			LEFT JOIN row_plan p ON p.id = pair.row_id
			LEFT JOIN input_row i ON i.id = p.id
			LEFT JOIN outcome x ON x.id = p.id
			LEFT JOIN known_group g ON g.ref = r.group_ref
			LEFT JOIN seen_group s ON s.ref = r.group_ref
			LEFT JOIN known_group t ON t.ref = r.target_ref
			LEFT JOIN seen_group ts ON ts.ref = r.target_ref
			WHERE p.id IS NOT NULL ORDER BY r.id, p.id""".formatted(Sql.fromKeys("pair(id, row_id)"));

	private static final String BEFORE = """
			SELECT r.group_ref, %s AS name_before, %s AS manager_before
			%s request r ON r.id = wanted.id LEFT JOIN known_group g ON g.ref = r.group_ref""".formatted(before("name"),
			before("manager"), Sql.fromKeys("wanted(id)"));

	private static final String BETWEEN = """
			SELECT r.id, r.group_ref, r.name, r.manager, b.state %s request r ON r.group_ref = wanted.ref
			LEFT JOIN result b ON b.request = r.id WHERE r.id BETWEEN ? AND ? ORDER BY r.id"""
		.formatted(Sql.fromKeys("wanted(ref)"));

	private static final int PAGE = 200;

	private final JdbcTemplate jdbc;

	public AuditEntries(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * SQL for what a request {@code r} found: what the last one before it gave the group
	 * {@code g}, or the portal had.
	 */
	static String before(String column) {
		return """
				COALESCE((SELECT q.%1$s FROM request q LEFT JOIN result b ON b.request = q.id
				WHERE q.group_ref = r.group_ref AND q.id < r.id AND q.%1$s IS NOT NULL AND b.state = 'DONE'
				ORDER BY q.id DESC FETCH FIRST 1 ROWS ONLY), g.found_%1$s)""".formatted(column);
	}

	/**
	 * Pages of the requests of a run that were sent to change something.
	 */
	public Iterable<List<Long>> requests(long run) {
		long first = Sql.one(this.jdbc, Long.class, "SELECT COALESCE(MIN(id), 1) FROM request WHERE run = ?", run);
		return KeysetPager.of((after) -> requests(run, after), Function.identity(), first - 1);
	}

	private List<Long> requests(long run, long after) {
		return this.jdbc.queryForList("""
				SELECT r.id FROM request r LEFT JOIN result o ON o.request = r.id
				WHERE r.id > ? AND %s = ? AND r.verb <> 'GET' AND o.sent_at IS NOT NULL
				ORDER BY r.id FETCH FIRST ? ROWS ONLY""".formatted(Sql.unindexed("r.run")), Long.class, after, run,
				PAGE);
	}

	/**
	 * What some requests did, by request and row.
	 */
	public List<AuditEntry> of(List<Long> requests) {
		Map<Long, Before> before = before(requests);
		Map<Long, Set<Long>> rowsOf = rowsOf(requests);
		List<Served> served = requests.stream()
			.sorted()
			.flatMap((request) -> rowsOf.getOrDefault(request, Set.of())
				.stream()
				.sorted()
				.map((row) -> new Served(request, row)))
			.toList();
		List<AuditEntry> entries = new ArrayList<>(served.size());
		for (List<Served> part : SqlArrays.parts(served)) {
			this.jdbc.query(ENTRIES, (rows) -> {
				entries.addAll(entries(rows, before.getOrDefault(rows.getLong("id"), Before.NOTHING)));
			}, Sql.array(part.stream().map(Served::request)), Sql.array(part.stream().map(Served::row)));
		}
		return entries;
	}

	/**
	 * What each request found. Only the first one of each group is sought in all that was
	 * before it; the others go on from there.
	 */
	private Map<Long, Before> before(List<Long> requests) {
		Map<Long, Long> first = new HashMap<>();
		this.jdbc.query("SELECT r.group_ref, MIN(r.id) AS first" + Sql.fromKeys("wanted(id)")
				+ "request r ON r.id = wanted.id WHERE r.id IS NOT NULL GROUP BY r.group_ref", (rows) -> {
					first.put(rows.getLong("group_ref"), rows.getLong("first"));
				}, Sql.array(requests));
		Map<Long, Before> groups = new HashMap<>();
		this.jdbc.query(BEFORE, (rows) -> {
			groups.put(rows.getLong("group_ref"),
					new Before(rows.getString("name_before"), rows.getObject("manager_before", UUID.class)));
		}, Sql.array(first.values()));
		Map<Long, Before> before = new HashMap<>();
		this.jdbc.query(BETWEEN, (rows) -> {
			long group = rows.getLong("group_ref");
			if (rows.getLong("id") >= first.getOrDefault(group, 0L)) {
				Before found = groups.getOrDefault(group, Before.NOTHING);
				before.put(rows.getLong("id"), found);
				groups.put(group, found.after(rows));
			}
		}, Sql.array(first.keySet()), Collections.min(requests), Collections.max(requests));
		return before;
	}

	/**
	 * The rows that each request serves. Of several requests for many rows, each serves
	 * those whose people it names, the last one all, and the first row is served by each:
	 * so there are not as many lines as requests times rows.
	 */
	private Map<Long, Set<Long>> rowsOf(List<Long> requests) {
		List<PlannedRequest> all = this.jdbc.query(
				"SELECT r.*" + Sql.fromKeys("wanted(id)") + "request r ON r.id = wanted.id WHERE r.id IS NOT NULL",
				(rows, index) -> Requests.request(rows), Sql.array(requests));
		Map<Long, Map<Long, List<UUID>>> rows = new HashMap<>();
		this.jdbc.query("SELECT p.last_request, p.id, p.members" + Sql.fromKeys("judges(id)")
				+ "row_plan p ON p.last_request = judges.id WHERE p.id IS NOT NULL ORDER BY p.id", (found) -> {
					rows.computeIfAbsent(found.getLong("last_request"), (judge) -> new LinkedHashMap<>())
						.put(found.getLong("id"), SqlArrays.uuids(found, "members"));
				}, Sql.array(all.stream().map(PlannedRequest::judgedBy).distinct()));
		Map<Long, Map<UUID, Set<Long>>> byPerson = new HashMap<>();
		Map<Long, Set<Long>> served = new HashMap<>();
		for (PlannedRequest request : all) {
			Map<Long, List<UUID>> own = rows.getOrDefault(request.judgedBy(), Map.of());
			if (own.size() <= 1 || request.id() == request.judgedBy()) {
				served.put(request.id(), own.keySet());
				continue;
			}
			Map<UUID, Set<Long>> people = byPerson.computeIfAbsent(request.judgedBy(), (judge) -> byPerson(own));
			Set<Long> some = new HashSet<>();
			some.add(own.keySet().iterator().next());
			Stream.of(request.change().adds(), request.change().removes())
				.flatMap(List::stream)
				.forEach((person) -> some.addAll(people.getOrDefault(person, Set.of())));
			served.put(request.id(), some);
		}
		return served;
	}

	private static Map<UUID, Set<Long>> byPerson(Map<Long, List<UUID>> rows) {
		Map<UUID, Set<Long>> byPerson = new HashMap<>();
		rows.forEach((row, people) -> people
			.forEach((person) -> byPerson.computeIfAbsent(person, (key) -> new HashSet<>(2)).add(row)));
		return byPerson;
	}

	/** A move is told of both groups. */
	private static List<AuditEntry> entries(ResultSet rows, Before before) throws SQLException {
		AuditEntry entry = entry(rows, before);
		if (!entry.sent().verb().isMove()) {
			return List.of(entry);
		}
		UUID manager = rows.getObject("target_manager", UUID.class);
		String name = rows.getString("target_name");
		List<UUID> came = isDoneOrInDoubt(entry.sent()) ? of(rows, "adds", own(rows)) : List.of();
		return List.of(entry,
				new AuditEntry(entry.row(), entry.operation(), entry.status(), entry.code(), entry.sent(),
						new AuditEntry.Subject(rows.getObject("target_id", UUID.class), name, name, manager, manager),
						new AuditEntry.Members(came, List.of())));
	}

	private static AuditEntry entry(ResultSet rows, Before before) throws SQLException {
		Long status = SqlArrays.number(rows, "http_status");
		AuditEntry.Sent sent = new AuditEntry.Sent(rows.getLong("id"), RequestType.valueOf(rows.getString("verb")),
				RequestState.valueOf(rows.getString("state")), rows.getObject("sent_at", OffsetDateTime.class),
				rows.getInt("attempts"), (status != null && status > 0) ? status.intValue() : null);
		String outcome = rows.getString("status");
		return new AuditEntry(RowId.row(rows.getLong("row_id")), rows.getString("operation"),
				(outcome != null) ? RowStatus.valueOf(outcome) : RowStatus.NOT_SENT, rows.getString("code"), sent,
				group(rows, sent, before), members(rows, sent));
	}

	private static AuditEntry.Subject group(ResultSet rows, AuditEntry.Sent sent, Before before) throws SQLException {
		String nameBefore = before.name();
		UUID managerBefore = before.manager();
		boolean done = sent.state() == RequestState.DONE;
		boolean deleted = done && sent.verb() == RequestType.DELETE;
		boolean left = done && sent.verb().isMove() && managerBefore != null
				&& SqlArrays.uuids(rows, "removes").contains(managerBefore);
		return new AuditEntry.Subject(rows.getObject("portal_id", UUID.class), nameBefore,
				deleted ? null : after(rows.getString("name"), nameBefore, done), managerBefore,
				(deleted || left) ? null : after(rows.getObject("manager", UUID.class), managerBefore, done));
	}

	private static <T> @Nullable T after(@Nullable T wanted, @Nullable T before, boolean done) {
		return (done && wanted != null) ? wanted : before;
	}

	/** A request may serve several rows; each has its own people. */
	private static AuditEntry.Members members(ResultSet rows, AuditEntry.Sent sent) throws SQLException {
		if (!isDoneOrInDoubt(sent)) {
			return new AuditEntry.Members(List.of(), List.of());
		}
		Set<UUID> own = own(rows);
		List<UUID> added = sent.verb().isMove() ? List.of() : of(rows, "adds", own);
		if (!rows.getString("operation").equals(Operation.SET_MEMBERS.text())) {
			return new AuditEntry.Members(added, of(rows, "removes", own));
		}
		// Whom rows of that kind remove, none of them names
		return new AuditEntry.Members(added,
				rows.getBoolean("is_first") ? SqlArrays.uuids(rows, "removes") : List.of());
	}

	private static boolean isDoneOrInDoubt(AuditEntry.Sent sent) {
		return sent.state() == RequestState.DONE || sent.state() == RequestState.IN_DOUBT;
	}

	private static Set<UUID> own(ResultSet rows) throws SQLException {
		Set<UUID> own = new HashSet<>(SqlArrays.uuids(rows, "members"));
		own.removeAll(SqlArrays.uuids(rows, "not_applied"));
		return own;
	}

	private static List<UUID> of(ResultSet rows, String column, Set<UUID> own) throws SQLException {
		return SqlArrays.uuids(rows, column).stream().filter(own::contains).toList();
	}

	/** A request and a row that it serves. */
	private record Served(long request, long row) {
	}

	/** A group as a request found it. */
	private record Before(@Nullable String name, @Nullable UUID manager) {

		private static final Before NOTHING = new Before(null, null);

		private Before after(ResultSet rows) throws SQLException {
			boolean done = RequestState.DONE.name().equals(rows.getString("state"));
			return new Before(AuditEntries.after(rows.getString("name"), this.name, done),
					AuditEntries.after(rows.getObject("manager", UUID.class), this.manager, done));
		}

	}

}
