package io.groupbatch.journal.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import io.groupbatch.journal.plan.Groups;
import io.groupbatch.journal.plan.PlannedRequest;
import io.groupbatch.journal.plan.Requests;
import io.groupbatch.journal.sql.KeysetPager;
import io.groupbatch.journal.sql.Sql;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import org.jspecify.annotations.Nullable;

/**
 * What a run is to do, group by group, compared with the state before. Memory stays flat
 * whatever the size of the run. Thread-safe.
 */
@Repository
public class PlannedChanges {

	private static final int PAGE = 200;

	/** What a plan skips is no part of it. */
	private static final String SENT = "NOT EXISTS (SELECT 1 FROM result s WHERE s.request = r.id"
			+ " AND s.state = 'SKIPPED')";

	private final JdbcTemplate jdbc;

	public PlannedChanges(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Whether a run is to delete any group or to remove anybody.
	 */
	public boolean takesAway(long run) {
		return Sql.one(this.jdbc, Boolean.class,
				"SELECT EXISTS (SELECT 1 FROM request WHERE run = ? AND (verb = 'DELETE' OR removes IS NOT NULL))",
				run);
	}

	/**
	 * Goes through the groups that a run touches, those that it makes among them.
	 */
	public void forEach(long run, Consumer<GroupChange> change) {
		long first = Sql.one(this.jdbc, Long.class, "SELECT COALESCE(MIN(ref), 0) FROM known_group WHERE run = ?", run);
		for (List<Touched> page : KeysetPager.of((after) -> page(run, after), Touched::ref, first - 1)) {
			changes(page).forEach(change);
		}
	}

	private List<Touched> page(long run, long after) {
		return this.jdbc.query(
				"SELECT g.ref, g.portal_id, g.found_name, g.found_manager FROM known_group g WHERE g.ref > ?" + " AND "
						+ Sql.unindexed("g.run")
						+ " = ? AND g.last_request IS NOT NULL ORDER BY g.ref FETCH FIRST ? ROWS ONLY",
				(rows, index) -> touched(rows), after, run, PAGE);
	}

	private List<GroupChange> changes(List<Touched> groups) {
		Object refs = Sql.array(groups.stream().map(Touched::ref));
		Map<Long, List<PlannedRequest>> requests = requests(refs);
		Map<Long, Set<UUID>> present = present(requests);
		Map<Long, Integer> sizes = new HashMap<>();
		this.jdbc.query("SELECT m.ref, COUNT(*) AS n" + Sql.fromKeys("wanted(ref)")
				+ "membership m ON m.ref = wanted.ref" + " WHERE m.ref IS NOT NULL GROUP BY m.ref", (rows) -> {
					sizes.put(rows.getLong("ref"), rows.getInt("n"));
				}, refs);
		return groups.stream()
			.map((group) -> GroupChange.of(group.ref(), group.before(sizes.getOrDefault(group.ref(), 0)),
					present.getOrDefault(group.ref(), Set.of()), requests.getOrDefault(group.ref(), List.of())))
			.toList();
	}

	private Map<Long, List<PlannedRequest>> requests(Object refs) {
		Map<Long, List<PlannedRequest>> requests = new HashMap<>();
		this.jdbc.query("SELECT r.group_ref AS ref, r.*" + Sql.fromKeys("w(ref)") + "request r ON r.group_ref = w.ref"
				+ " WHERE r.id IS NOT NULL AND " + SENT + " UNION ALL SELECT r.target_ref AS ref, r.*"
				+ Sql.fromKeys("w(ref)") + "request r ON r.target_ref = w.ref WHERE r.id IS NOT NULL AND " + SENT
				+ " ORDER BY id", (rows) -> {
					requests.computeIfAbsent(rows.getLong("ref"), (ref) -> new ArrayList<>())
						.add(Requests.request(rows));
				}, refs, refs);
		return requests;
	}

	/** A group may have thousands of members; only those whom a request names matter. */
	private Map<Long, Set<UUID>> present(Map<Long, List<PlannedRequest>> requests) {
		Map<Long, Set<UUID>> named = new HashMap<>();
		requests.forEach((ref, all) -> named.put(ref, GroupChange.people(all)));
		return Groups.present(this.jdbc, named);
	}

	private static Touched touched(ResultSet rows) throws SQLException {
		return new Touched(rows.getLong("ref"), rows.getObject("portal_id", UUID.class), rows.getString("found_name"),
				rows.getObject("found_manager", UUID.class));
	}

	private record Touched(long ref, @Nullable UUID portalId, @Nullable String name, @Nullable UUID manager) {

		private GroupChange.@Nullable Before before(int members) {
			return (this.portalId != null && this.name != null)
					? new GroupChange.Before(this.portalId, this.name, this.manager, members) : null;
		}

	}

}
