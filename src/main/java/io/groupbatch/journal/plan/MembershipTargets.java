package io.groupbatch.journal.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import io.groupbatch.journal.plan.MembershipTarget.Kind;
import io.groupbatch.journal.plan.MembershipTarget.Mention;
import io.groupbatch.journal.plan.MembershipTarget.Mentioned;
import io.groupbatch.journal.row.Rows;
import io.groupbatch.journal.sql.RowId;
import io.groupbatch.journal.sql.Sql;
import io.groupbatch.journal.sql.SqlArrays;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Which rows say together who must be in a group, and what they come to. Every call joins
 * the caller's transaction. Thread-safe.
 */
@Repository
public class MembershipTargets {

	private final JdbcTemplate jdbc;

	public MembershipTargets(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds rows that may be about a group.
	 */
	public void mention(long run, Collection<Mention> mentions) {
		Sql.batch(this.jdbc, "INSERT INTO set_row (run, group_key, row_number, kind) VALUES (?, ?, ?, ?)", mentions,
				(mention) -> Sql.values(run, mention.key(), mention.row(), mention.kind()));
	}

	/**
	 * Whether any row of a run is there.
	 */
	public boolean hasMentions(long run) {
		return Sql.one(this.jdbc, Boolean.class, "SELECT EXISTS (SELECT 1 FROM set_row WHERE run = ?)", run);
	}

	/**
	 * Goes through the rows with one of these keys, in the order of the file, each once.
	 */
	public void forEach(long run, Collection<String> keys, Consumer<Mentioned> each) {
		this.jdbc.query(
				"SELECT i.id, i.line, i.cells, i.operation, o.status, o.code, o.message, s.kind"
						+ " FROM (SELECT s.row_number AS number, MAX(s.kind) AS kind" + Sql.fromKeys("wanted(name)")
						+ "set_row s ON s.run = ? AND s.group_key = wanted.name GROUP BY s.row_number) s"
						+ " JOIN input_row i ON i.id = ? + s.number LEFT JOIN outcome o ON o.id = i.id ORDER BY i.id",
				(rows) -> {
					each.accept(new Mentioned(Kind.valueOf(rows.getString("kind")), Rows.stagedRow(rows)));
				}, Sql.array(keys.stream().distinct()), run, RowId.of(run, 0));
	}

	/**
	 * What was decided for these groups, by the group.
	 */
	public Map<Long, MembershipTarget> ofGroups(Collection<Long> refs) {
		Map<Long, MembershipTarget> found = new HashMap<>();
		this.jdbc.query("SELECT s.*" + Sql.fromKeys("wanted(ref)") + "set_wish s ON s.ref = wanted.ref"
				+ " WHERE s.ref IS NOT NULL", (rows) -> {
					found.put(rows.getLong("ref"), wish(rows));
				}, Sql.array(refs));
		return found;
	}

	/**
	 * Adds what was decided.
	 */
	public void add(long run, Collection<MembershipTarget> wishes) {
		Sql.batch(this.jdbc,
				"INSERT INTO set_wish (ref, run, first_row, last_row, former_name, closed_by, held_by, requests)"
						+ " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
				wishes, (wish) -> Sql.values(wish.ref(), run, wish.firstRow(), wish.lastRow(), wish.formerName(),
						wish.closedBy(), wish.heldBy(), wish.requests()));
	}

	private static MembershipTarget wish(ResultSet rows) throws SQLException {
		return new MembershipTarget(rows.getLong("ref"), rows.getLong("first_row"), rows.getLong("last_row"),
				rows.getString("former_name"), SqlArrays.number(rows, "closed_by"), SqlArrays.number(rows, "held_by"),
				SqlArrays.numbers(rows, "requests"));
	}

}
