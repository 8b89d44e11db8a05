package io.groupbatch.journal.row;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.groupbatch.journal.sql.KeysetPager;
import io.groupbatch.journal.sql.RowId;
import io.groupbatch.journal.sql.Sql;
import io.groupbatch.journal.sql.SqlArrays;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The rows of a run, and what is wrong with them. Every call joins the caller's
 * transaction. Thread-safe.
 */
@Repository
public class Rows {

	private static final int PAGE = 1000;

	private static final int MAX_MISTAKES = 10_000;

	private final JdbcTemplate jdbc;

	public Rows(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds rows as they stood in the file.
	 */
	public void stage(long run, List<StagedRow> rows) {
		Sql.batch(this.jdbc, "INSERT INTO input_row (id, line, cells, operation) VALUES (?, ?, ?, ?)", rows,
				(row) -> Sql.values(RowId.of(run, row.number()), row.line(), row.cells(), row.operation()));
		this.jdbc.update("UPDATE run SET row_count = row_count + ? WHERE number = ?", rows.size(), run);
		settle(run, rows.stream().map((row) -> new SettledRow(row.number(), row.outcome(), List.of())).toList());
	}

	/**
	 * Gives a row other cells.
	 */
	public void rewrite(long run, StagedRow row) {
		this.jdbc.update("UPDATE input_row SET cells = ? WHERE id = ?", Sql.array(row.cells()),
				RowId.of(run, row.number()));
	}

	/**
	 * Records what became of rows; what was recorded before is replaced. Rows that wait
	 * are left out.
	 */
	public void settle(long run, List<SettledRow> rows) {
		List<SettledRow> settled = rows.stream().filter((row) -> row.outcome().status() != RowStatus.NOT_SENT).toList();
		Sql.batch(this.jdbc, "DELETE FROM outcome WHERE id = ?", settled,
				(row) -> Sql.values(RowId.of(run, row.row())));
		Sql.batch(this.jdbc, "INSERT INTO outcome (id, status, code, message, not_applied) VALUES (?, ?, ?, ?, ?)",
				settled, (row) -> Sql.values(RowId.of(run, row.row()), row.outcome().status(), row.outcome().code(),
						row.outcome().message(), Sql.arrayOrNull(row.notApplied())));
		settled.stream()
			.filter((row) -> !row.besides().isEmpty())
			.forEach((row) -> this.jdbc.update(
					"UPDATE row_plan SET members = COALESCE(members, CAST(ARRAY[] AS UUID ARRAY)) || ? WHERE id = ?",
					Sql.arrayOrNull(row.besides()), RowId.of(run, row.row())));
	}

	/**
	 * Adds what is wrong, in the order given. Of a run {@value #MAX_MISTAKES} errors are
	 * kept; the outcomes of the rows say the others.
	 */
	public void addMistakes(long run, List<RowError> mistakes) {
		if (mistakes.isEmpty()) {
			return;
		}
		long kept = Sql.one(this.jdbc, Long.class, "SELECT COALESCE(MAX(number), 0) FROM mistake WHERE run = ?", run);
		int room = (int) Math.max(0, Math.min(mistakes.size(), MAX_MISTAKES - kept));
		AtomicLong number = new AtomicLong(kept);
		Sql.batch(this.jdbc, "INSERT INTO mistake VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", mistakes.subList(0, room),
				(mistake) -> Sql.values(run, number.incrementAndGet(), mistake.row(), mistake.line(), mistake.heading(),
						mistake.cell(), mistake.code(), mistake.problem(), mistake.cure()));
	}

	/**
	 * What is wrong with a run's rows, in the order of the file.
	 * @param most how many at the most
	 */
	public List<RowError> mistakes(long run, int most) {
		return this.jdbc.query(
				"SELECT * FROM mistake WHERE run = ? ORDER BY row_number, number FETCH FIRST ? ROWS ONLY",
				(rows, index) -> mistake(rows), run, most);
	}

	/**
	 * What is wrong with a run's rows, by cause: the same reason and advice, in the same
	 * column. In the order of the file.
	 * @param most how many causes at the most
	 */
	public List<RowErrorGroup> mistakesByCause(long run, int most) {
		return this.jdbc.query("""
				SELECT m.*, g.mistakes, g.row_count, g.cells FROM (SELECT MIN(number) AS first, COUNT(*) AS mistakes,
				COUNT(DISTINCT row_number) AS row_count, COUNT(DISTINCT cell) AS cells
				FROM mistake WHERE run = ? GROUP BY code, heading, cure) g
				LEFT JOIN mistake m ON m.run = ? AND m.number = g.first ORDER BY g.first FETCH FIRST ? ROWS ONLY""",
				(rows, index) -> new RowErrorGroup(mistake(rows), rows.getLong("mistakes"), rows.getLong("row_count"),
						rows.getLong("cells")),
				run, run, most);
	}

	private static RowError mistake(ResultSet rows) throws SQLException {
		return new RowError(rows.getLong("row_number"), rows.getLong("line"), rows.getString("heading"),
				rows.getString("cell"), Code.valueOf(rows.getString("code")), rows.getString("problem"),
				rows.getString("cure"));
	}

	/**
	 * How many errors there are; where not all were kept, how many rows have some.
	 */
	public long countMistakes(long run) {
		long kept = Sql.one(this.jdbc, Long.class, "SELECT COUNT(*) FROM mistake WHERE run = ?", run);
		return (kept < MAX_MISTAKES) ? kept
				: Math.max(kept,
						Sql.one(this.jdbc, Long.class,
								"SELECT COUNT(*) FROM outcome WHERE id > ? AND id < ? AND status = 'INVALID'",
								RowId.of(run, 0), RowId.after(run)));
	}

	/**
	 * Pages of the rows of the file, in its order.
	 */
	public Iterable<List<StagedRow>> pages(long run) {
		return KeysetPager.of((after) -> page(run, after, PAGE), StagedRow::number, 0L);
	}

	/**
	 * The next rows of the file, in its order.
	 * @param after the row before the first one wanted
	 */
	public List<StagedRow> page(long run, long after, int most) {
		return this.jdbc.query(
				"SELECT i.id, i.line, i.cells, i.operation, o.status, o.code, o.message FROM input_row i"
						+ " LEFT JOIN outcome o ON o.id = i.id"
						+ " WHERE i.id > ? AND i.id < ? ORDER BY i.id FETCH FIRST ? ROWS ONLY",
				(rows, index) -> stagedRow(rows), RowId.of(run, after), RowId.after(run), most);
	}

	/** Reads a row of the file from the current row of a result with its columns. */
	public static StagedRow stagedRow(ResultSet rows) throws SQLException {
		return new StagedRow(RowId.row(rows.getLong("id")), rows.getLong("line"), SqlArrays.strings(rows, "cells"),
				rows.getString("operation"), outcome(rows));
	}

	private static RowResult outcome(ResultSet rows) throws SQLException {
		String status = rows.getString("status");
		return (status == null) ? RowResult.OPEN : new RowResult(RowStatus.valueOf(status),
				RowResult.code(rows.getString("code")), rows.getString("message"));
	}

	/** Reads the column {@code left_out} of the current row. */
	public static List<OmittedPerson> leftOut(ResultSet rows) throws SQLException {
		return SqlArrays.strings(rows, "left_out").stream().map(OmittedPerson::of).toList();
	}

}
