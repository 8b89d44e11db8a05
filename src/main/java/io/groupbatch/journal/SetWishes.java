package io.groupbatch.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import io.groupbatch.journal.SetWish.Kind;
import io.groupbatch.journal.SetWish.Mention;
import io.groupbatch.journal.SetWish.Mentioned;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which rows say together who shall be in a group, and what they come to. Every call
 * joins the caller's transaction. Thread-safe.
 */
@Repository
public class SetWishes {

	private final JdbcTemplate batch;

	private final JdbcClient jdbc;

	public SetWishes(JdbcTemplate batch, JdbcClient jdbc) {
		this.batch = batch;
		this.jdbc = jdbc;
	}

	/**
	 * Adds rows that may be about a group.
	 */
	public void mention(long run, Collection<Mention> mentions) {
		this.batch.batchUpdate("INSERT INTO set_row (run, group_key, row_number, kind) VALUES (?, ?, ?, ?)", mentions,
				Math.max(1, mentions.size()), (statement, mention) -> {
					statement.setLong(1, run);
					statement.setString(2, mention.key());
					statement.setLong(3, mention.row());
					statement.setString(4, mention.kind().name());
				});
	}

	/**
	 * Whether any row of a run is there.
	 */
	public boolean hasMentions(long run) {
		return this.jdbc.sql("SELECT EXISTS (SELECT 1 FROM set_row WHERE run = ?)")
			.param(run)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Goes through the rows with one of these keys, in the order of the file, each once.
	 */
	public void forEach(long run, Collection<String> keys, Consumer<Mentioned> each) {
		this.jdbc
			.sql("SELECT i.id, i.line, i.cells, i.operation, o.status, o.code, o.message, s.kind"
					+ " FROM (SELECT s.row_number AS number, MAX(s.kind) AS kind FROM UNNEST(?) wanted(name)"
					+ " LEFT JOIN set_row s ON s.run = ? AND s.group_key = wanted.name GROUP BY s.row_number) s"
					+ " JOIN input_row i ON i.id = ? + s.number LEFT JOIN outcome o ON o.id = i.id ORDER BY i.id")
			.params(keys.stream().distinct().toArray(String[]::new), run, RowId.of(run, 0))
			.query((rows) -> {
				each.accept(new Mentioned(Kind.valueOf(rows.getString("kind")), Rows.stagedRow(rows)));
			});
	}

	/**
	 * What was decided for these groups, by the group.
	 */
	public Map<Long, SetWish> ofGroups(Collection<Long> refs) {
		Map<Long, SetWish> found = new HashMap<>();
		this.jdbc
			.sql("SELECT s.* FROM UNNEST(?) wanted(ref) LEFT JOIN set_wish s ON s.ref = wanted.ref"
					+ " WHERE s.ref IS NOT NULL")
			.param(refs.toArray(Long[]::new))
			.query((rows) -> {
				found.put(rows.getLong("ref"), wish(rows));
			});
		return found;
	}

	/**
	 * Adds what was decided.
	 */
	public void add(long run, Collection<SetWish> wishes) {
		this.batch
			.batchUpdate(
					"INSERT INTO set_wish (ref, run, first_row, last_row, former_name, closed_by, held_by, requests)"
							+ " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
					wishes, Math.max(1, wishes.size()), (statement, wish) -> {
						statement.setLong(1, wish.ref());
						statement.setLong(2, run);
						statement.setLong(3, wish.firstRow());
						statement.setLong(4, wish.lastRow());
						statement.setString(5, wish.formerName());
						statement.setObject(6, wish.closedBy());
						statement.setObject(7, wish.heldBy());
						statement.setObject(8, wish.requests().toArray(Long[]::new));
					});
	}

	private static SetWish wish(ResultSet rows) throws SQLException {
		return new SetWish(rows.getLong("ref"), rows.getLong("first_row"), rows.getLong("last_row"),
				rows.getString("former_name"), SqlArrays.number(rows, "closed_by"), SqlArrays.number(rows, "held_by"),
				SqlArrays.numbers(rows, "requests"));
	}

}
