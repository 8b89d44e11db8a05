package io.groupbatch.journal.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.groupbatch.journal.row.RowResult;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.sql.KeysetPager;
import io.groupbatch.journal.sql.RowId;
import io.groupbatch.journal.sql.Sql;
import io.groupbatch.journal.sql.SqlArrays;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * What undos have to tell of the changes that they take back. Every call joins the
 * caller's transaction. Thread-safe.
 */
@Repository
public class UndoneChanges {

	/** The run of lines whose undo has no number yet. */
	public static final long DRAFT = 0;

	private static final int PAGE = 1000;

	private final JdbcTemplate jdbc;

	public UndoneChanges(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds lines to the undo that is being worked out.
	 * @param first the number of the first of them
	 */
	public void add(long first, Collection<UndoneChange> lines) {
		long[] number = { first };
		Sql.batch(this.jdbc,
				"INSERT INTO undo_line (run, number, kind, group_id, group_name, change, why, row_numbers)"
						+ " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
				lines, (line) -> Sql.values(DRAFT, number[0]++, line.kind(), line.groupId(), line.groupName(),
						line.change(), line.why(), line.rows()));
	}

	/** Forgets the undo that is being worked out. */
	public void forget() {
		this.jdbc.update("DELETE FROM undo_line WHERE run = ?", DRAFT);
	}

	/** Gives the lines to the run that takes the changes back. */
	public void give(long run) {
		this.jdbc.update("UPDATE undo_line SET run = ? WHERE run = ?", run, DRAFT);
	}

	/** How many changes an undo has left from the beginning. */
	public long countLeft(long run) {
		return Sql.one(this.jdbc, Long.class, "SELECT COUNT(*) FROM undo_line WHERE run = ? AND kind <> 'REVERSED'",
				run);
	}

	/**
	 * Pages of the lines of a run.
	 */
	public Iterable<List<Numbered>> pages(long run) {
		return KeysetPager.of((after) -> this.jdbc.query(
				"SELECT * FROM undo_line WHERE run = ? AND number > ? ORDER BY number FETCH FIRST ? ROWS ONLY",
				UndoneChanges::line, run, after, PAGE), Numbered::number, -1L);
	}

	/**
	 * What has become of rows; a row without an outcome waits to be sent.
	 */
	public Map<Long, RowResult> outcomes(long run, Collection<Long> rows) {
		Map<Long, RowResult> outcomes = new HashMap<>();
		rows.forEach((row) -> outcomes.put(row, RowResult.OPEN));
		for (List<Long> part : SqlArrays.parts(List.copyOf(rows))) {
			this.jdbc.query("SELECT o.id, o.status, o.code, o.message" + Sql.fromKeys("wanted(id)")
					+ "outcome o ON o.id = wanted.id WHERE o.id IS NOT NULL", (found) -> {
						outcomes.put(RowId.row(found.getLong("id")),
								new RowResult(RowStatus.valueOf(found.getString("status")),
										RowResult.code(found.getString("code")), found.getString("message")));
					}, Sql.array(part.stream().map((row) -> RowId.of(run, row))));
		}
		return outcomes;
	}

	private static Numbered line(ResultSet rows, int index) throws SQLException {
		return new Numbered(rows.getLong("number"),
				new UndoneChange(rows.getString("kind"), rows.getObject("group_id", UUID.class),
						rows.getString("group_name"), rows.getString("change"), rows.getString("why"),
						SqlArrays.numbers(rows, "row_numbers")));
	}

	/**
	 * A line and its number.
	 */
	public record Numbered(long number, UndoneChange line) {
	}

}
