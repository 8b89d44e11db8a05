package io.groupbatch.journal.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.groupbatch.journal.plan.GroupState;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.row.Rows;
import io.groupbatch.journal.send.PlanBaseline;
import io.groupbatch.journal.sql.RowId;
import io.groupbatch.journal.sql.Sql;
import io.groupbatch.journal.sql.SqlArrays;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The groups that the rows of a run are about. Rows that came to no group, such as those
 * with an error, are not told of here. Thread-safe.
 */
@Repository
public class GroupResults {

	private final JdbcTemplate jdbc;

	public GroupResults(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The next groups: those found on the portal first, then those made by the run, in
	 * the order of the file.
	 * @param after the number that {@link Page#last} gave for the page before, or 0
	 */
	public Page page(long run, long after, int most) {
		Map<Long, GroupState> states = new LinkedHashMap<>();
		List<Long> unseen = new ArrayList<>();
		this.jdbc.query("""
				SELECT g.ref, COALESCE(s.portal_id, g.portal_id) AS portal_id, COALESCE(s.name, g.name) AS name,
				CASE WHEN s.ref IS NULL THEN g.found_manager ELSE s.manager END AS manager, s.people,
				s.ref IS NULL AS unseen
				FROM known_group g LEFT JOIN seen_group s ON s.ref = g.ref
				WHERE %s = ? AND g.ref > ? AND EXISTS (SELECT 1 FROM row_plan p WHERE p.group_ref = g.ref)
				ORDER BY g.ref FETCH FIRST ? ROWS ONLY""".formatted(Sql.unindexed("g.run")), (rows) -> {
			states.put(rows.getLong("ref"), group(rows));
			if (rows.getBoolean("unseen")) {
				unseen.add(rows.getLong("ref"));
			}
		}, run, after, most);
		Map<Long, List<UUID>> found = foundMembers(unseen);
		Map<Long, GroupResultBuilder> groups = new LinkedHashMap<>();
		states.forEach((ref, state) -> groups.put(ref,
				new GroupResultBuilder(found.containsKey(ref) ? withMembers(state, found.get(ref)) : state)));
		addRows(groups);
		return new Page(groups.values().stream().map(GroupResultBuilder::result).toList(),
				groups.keySet().stream().reduce(after, (one, other) -> other));
	}

	/** How many groups there are. */
	public long count(long run) {
		return Sql.one(this.jdbc, Long.class,
				"SELECT COUNT(DISTINCT group_ref) FROM row_plan WHERE id > ? AND id < ? AND group_ref IS NOT NULL",
				RowId.before(run), RowId.after(run));
	}

	/** How many of them have a row that is neither done nor held already. */
	public long countIncomplete(long run) {
		return Sql.one(this.jdbc, Long.class, """
				SELECT COUNT(DISTINCT p.group_ref) FROM row_plan p LEFT JOIN outcome o ON o.id = p.id
				WHERE p.id > ? AND p.id < ? AND p.group_ref IS NOT NULL
				AND (o.status IS NULL OR o.status NOT IN ('SUCCEEDED', 'UNCHANGED'))""", RowId.before(run),
				RowId.after(run));
	}

	/**
	 * As they were before the run, because the portal has not shown these groups since.
	 */
	private Map<Long, List<UUID>> foundMembers(List<Long> refs) {
		Map<Long, List<UUID>> members = new HashMap<>();
		PlanBaseline.members(this.jdbc, refs,
				(ref, person) -> members.computeIfAbsent(ref, (key) -> new ArrayList<>()).add(person));
		return members;
	}

	private static GroupState withMembers(GroupState group, List<UUID> members) {
		return new GroupState(group.id(), group.name(), group.manager(), members);
	}

	private void addRows(Map<Long, GroupResultBuilder> groups) {
		this.jdbc
			.query("""
					SELECT p.group_ref, i.operation, p.manager, p.members, p.left_out, COALESCE(o.status, 'NOT_SENT') AS status
					%s row_plan p ON p.group_ref = w.ref LEFT JOIN input_row i ON i.id = p.id
					LEFT JOIN outcome o ON o.id = p.id ORDER BY p.id"""
				.formatted(Sql.fromKeys("w(ref)")), (rows) -> {
					GroupResultBuilder group = groups.get(rows.getLong("group_ref"));
					if (group != null) {
						group.add(rows.getString("operation"), rows.getObject("manager", UUID.class),
								SqlArrays.uuids(rows, "members"), Rows.leftOut(rows),
								RowStatus.valueOf(rows.getString("status")));
					}
				}, Sql.array(groups.keySet()));
	}

	private static GroupState group(ResultSet rows) throws SQLException {
		return new GroupState(rows.getObject("portal_id", UUID.class), rows.getString("name"),
				rows.getObject("manager", UUID.class), SqlArrays.uuidsOfParts(rows, "people"));
	}

	/**
	 * Some groups.
	 *
	 * @param groups empty: there are no more
	 * @param last the number to ask for the next page with
	 */
	public record Page(List<GroupResult> groups, long last) {
	}

}
