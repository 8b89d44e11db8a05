package io.groupbatch.journal.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.groupbatch.journal.row.BlockReason;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.sql.RowId;
import io.groupbatch.journal.sql.Sql;
import io.groupbatch.journal.sql.SqlArrays;

import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;

import org.jspecify.annotations.Nullable;

/**
 * Which rows and requests the deletes of a run depend on: a group is deleted only when
 * the earlier rows that take people out of it, or put its people into another group, are
 * done whole. Every call joins the caller's transaction. Thread-safe.
 */
public final class DeletePrerequisites {

	private final JdbcTemplate jdbc;

	DeletePrerequisites(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The last row of a run's file that deletes a group; 0 when there is none.
	 */
	public long lastDelete(long run) {
		return DataAccessUtils.requiredSingleResult(this.jdbc
			.query("SELECT MAX(id) AS last FROM input_row WHERE id > ? AND id < ? AND operation = ?", (rows, index) -> {
				Long id = SqlArrays.number(rows, "last");
				return (id != null) ? RowId.row(id) : 0L;
			}, RowId.before(run), RowId.after(run), Operation.DELETE.text()));
	}

	/**
	 * Records whom rows put into groups.
	 */
	public void addJoiners(long run, Collection<Joiner> joiners) {
		Sql.batch(this.jdbc,
				"INSERT INTO planned_joiner (run, person, row_number, group_ref, request) VALUES (?, ?, ?, ?, ?)",
				joiners,
				(joiner) -> Sql.values(run, joiner.person(), joiner.row(), joiner.groupRef(), joiner.request()));
	}

	/**
	 * Which rows put some people into other groups than that one, in the order of the
	 * file.
	 */
	public List<Joiner> joiners(long run, Collection<UUID> people, long exceptRef) {
		List<Joiner> joiners = new ArrayList<>();
		for (List<UUID> part : SqlArrays.parts(List.copyOf(people))) {
			joiners.addAll(this.jdbc.query(
					"SELECT j.*" + Sql.fromKeys("wanted(person)") + "planned_joiner j ON j.run = ?"
							+ " AND j.person = wanted.person WHERE j.run IS NOT NULL"
							+ " AND (j.group_ref IS NULL OR j.group_ref <> ?)",
					(rows, index) -> new Joiner(rows.getObject("person", UUID.class), rows.getLong("row_number"),
							SqlArrays.number(rows, "group_ref"), SqlArrays.number(rows, "request")),
					Sql.array(part), run, exceptRef));
		}
		joiners.sort(Comparator.comparingLong(Joiner::row));
		return joiners;
	}

	/**
	 * The first rows that are known to leave people in some groups, by the group.
	 */
	public Map<Long, Unfinished> unfinished(Collection<Long> refs) {
		Map<Long, Unfinished> found = new HashMap<>();
		this.jdbc.query("SELECT u.*" + Sql.fromKeys("wanted(ref)") + "known_group g ON g.ref = wanted.ref"
				+ " LEFT JOIN unfinished_row u ON u.run = g.run AND u.group_ref = g.ref WHERE u.run IS NOT NULL",
				(rows) -> {
					found.put(rows.getLong("group_ref"), unfinishedRow(rows));
				}, Sql.array(refs));
		return found;
	}

	/**
	 * Those of a run, in the order of the file, each with what the group is called.
	 */
	public Map<Unfinished, String> unfinished(long run, int most) {
		Map<Unfinished, String> found = new LinkedHashMap<>();
		this.jdbc.query("SELECT u.*, COALESCE(g.found_name, g.name) AS group_name FROM unfinished_row u"
				+ " JOIN known_group g ON g.ref = u.group_ref WHERE u.run = ? ORDER BY u.row_number, u.group_ref"
				+ " FETCH FIRST ? ROWS ONLY", (rows) -> {
					found.put(unfinishedRow(rows), rows.getString("group_name"));
				}, run, most);
		return found;
	}

	/**
	 * Records what is known of groups again.
	 */
	public void put(long run, Collection<Unfinished> all) {
		Sql.batch(this.jdbc, "DELETE FROM unfinished_row WHERE run = ? AND group_ref = ?", all,
				(one) -> Sql.values(run, one.groupRef()));
		Sql.batch(this.jdbc,
				"INSERT INTO unfinished_row (run, group_ref, row_number, takes_out, people, held_row)"
						+ " VALUES (?, ?, ?, ?, ?, ?)",
				all, (one) -> Sql.values(run, one.groupRef(), one.row(), one.takesOut(), one.people(), one.heldRow()));
	}

	/**
	 * Records which requests of other groups deletes need.
	 */
	public void needs(Map<Long, Set<Long>> needs) {
		List<Object[]> pairs = needs.entrySet()
			.stream()
			.flatMap((entry) -> entry.getValue().stream().map((need) -> Sql.values(entry.getKey(), need)))
			.toList();
		this.jdbc.batchUpdate("INSERT INTO request_need (request, needs) VALUES (?, ?)", pairs);
	}

	/**
	 * Records that planned deletes are not sent.
	 */
	public void skip(Collection<Long> deletes) {
		Sql.batch(this.jdbc, "INSERT INTO result (request, state, attempts) VALUES (?, ?, 0)", deletes,
				(id) -> Sql.values(id, RequestState.SKIPPED.name()));
	}

	private static Unfinished unfinishedRow(ResultSet rows) throws SQLException {
		return new Unfinished(rows.getLong("group_ref"), rows.getLong("row_number"), rows.getBoolean("takes_out"),
				rows.getString("people"), SqlArrays.number(rows, "held_row"));
	}

	/**
	 * A person whom a row puts into a group.
	 *
	 * @param person who
	 * @param row the row
	 * @param groupRef the group; null when there is none
	 * @param request the request that decides the row; null: the row is certainly not
	 * done for this person
	 */
	public record Joiner(UUID person, long row, @Nullable Long groupRef, @Nullable Long request) {
	}

	/**
	 * A row that certainly leaves people in a group, or does not put them into another
	 * one.
	 *
	 * @param groupRef the group that is not deleted after it
	 * @param row the row
	 * @param takesOut whether it takes people out of that group; else it puts them into
	 * another one
	 * @param people who stays, each with the reason; null when that is not known
	 * @param heldRow the row that does not delete the group for that; null: none so far
	 */
	public record Unfinished(long groupRef, long row, boolean takesOut, @Nullable String people,
			@Nullable Long heldRow) {

		/** The same, because of which a row does not delete the group. */
		public Unfinished holding(long otherRow) {
			return new Unfinished(this.groupRef, this.row, this.takesOut, this.people, otherRow);
		}

		/** Why the group is not deleted. */
		public BlockReason blocker() {
			BlockReason.Cause cause = (this.people != null) ? BlockReason.Cause.LEAVES_IN
					: this.takesOut ? BlockReason.Cause.TAKES_OUT : BlockReason.Cause.PUTS_ELSEWHERE;
			return new BlockReason(cause, this.row, this.people);
		}

	}

}
