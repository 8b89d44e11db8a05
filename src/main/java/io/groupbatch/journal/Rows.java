package io.groupbatch.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import io.groupbatch.journal.RequestResult.RowOutcome;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of a run, and what is wrong with them. Every call joins the caller's
 * transaction. Thread-safe.
 */
@Repository
public class Rows {

	private final JdbcTemplate batch;

	private final JdbcClient jdbc;

	public Rows(JdbcTemplate batch, JdbcClient jdbc) {
		this.batch = batch;
		this.jdbc = jdbc;
	}

	/**
	 * Adds rows as they stood in the file.
	 */
	public void stage(long run, List<StagedRow> rows) {
		this.batch.batchUpdate("INSERT INTO input_row (id, line, cells, operation) VALUES (?, ?, ?, ?)", rows,
				Math.max(1, rows.size()), (statement, row) -> {
					statement.setLong(1, RowId.of(run, row.number()));
					statement.setLong(2, row.line());
					statement.setObject(3, row.cells().toArray(String[]::new));
					statement.setString(4, row.operation());
				});
		this.jdbc.sql("UPDATE run SET row_count = row_count + ? WHERE number = ?").params(rows.size(), run).update();
		settle(run, rows.stream().map((row) -> new RowOutcome(row.number(), row.outcome(), List.of())).toList());
	}

	/**
	 * Records what became of rows; what was recorded before is replaced. Rows that wait
	 * are left out.
	 */
	void settle(long run, List<RowOutcome> rows) {
		List<RowOutcome> settled = rows.stream().filter((row) -> row.outcome().status() != RowStatus.NOT_SENT).toList();
		this.batch.batchUpdate("DELETE FROM outcome WHERE id = ?", settled, Math.max(1, settled.size()),
				(statement, row) -> statement.setLong(1, RowId.of(run, row.row())));
		this.batch.batchUpdate("INSERT INTO outcome (id, status, code, message, not_applied) VALUES (?, ?, ?, ?, ?)",
				settled, Math.max(1, settled.size()), (statement, row) -> {
					Code code = row.outcome().code();
					statement.setLong(1, RowId.of(run, row.row()));
					statement.setString(2, row.outcome().status().name());
					statement.setString(3, (code != null) ? code.name() : null);
					statement.setString(4, row.outcome().message());
					statement.setObject(5, SqlArrays.of(row.notApplied()));
				});
		settled.stream()
			.filter((row) -> !row.besides().isEmpty())
			.forEach((row) -> this.jdbc
				.sql("UPDATE row_plan SET members = COALESCE(members, CAST(ARRAY[] AS UUID ARRAY)) || ? WHERE id = ?")
				.param(SqlArrays.of(row.besides()))
				.param(RowId.of(run, row.row()))
				.update());
	}

	/**
	 * Adds what is wrong, in the order given.
	 */
	public void addMistakes(long run, List<MistakeNote> mistakes) {
		long next = 1 + this.jdbc.sql("SELECT COALESCE(MAX(number), 0) FROM mistake WHERE run = ?")
			.param(run)
			.query(Long.class)
			.single();
		for (MistakeNote mistake : mistakes) {
			this.jdbc.sql("INSERT INTO mistake VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
				.params(run, next++, mistake.row(), mistake.line())
				.param(mistake.heading())
				.param(mistake.cell())
				.params(mistake.code().name(), mistake.problem(), mistake.cure())
				.update();
		}
	}

	/**
	 * What is wrong with a run's rows, in the order of the file.
	 * @param most how many at the most
	 */
	public List<MistakeNote> mistakes(long run, int most) {
		return this.jdbc.sql("SELECT * FROM mistake WHERE run = ? ORDER BY row_number, number FETCH FIRST ? ROWS ONLY")
			.params(run, most)
			.query((rows, index) -> new MistakeNote(rows.getLong("row_number"), rows.getLong("line"),
					rows.getString("heading"), rows.getString("cell"), Code.valueOf(rows.getString("code")),
					rows.getString("problem"), rows.getString("cure")))
			.list();
	}

	/**
	 * How many mistakes there are.
	 */
	public long countMistakes(long run) {
		return this.jdbc.sql("SELECT COUNT(*) FROM mistake WHERE run = ?").param(run).query(Long.class).single();
	}

	/**
	 * The next rows of the file, in its order.
	 * @param after the row before the first one wanted
	 */
	public List<StagedRow> page(long run, long after, int most) {
		return this.jdbc
			.sql("SELECT i.id, i.line, i.cells, i.operation, o.status, o.code, o.message FROM input_row i"
					+ " LEFT JOIN outcome o ON o.id = i.id"
					+ " WHERE i.id > ? AND i.id < ? ORDER BY i.id FETCH FIRST ? ROWS ONLY")
			.params(RowId.of(run, after), RowId.after(run), most)
			.query((rows, index) -> stagedRow(rows))
			.list();
	}

	/**
	 * Records what the plan decided.
	 */
	public void plan(long run, List<PlannedRow> rows) {
		this.batch.batchUpdate(
				"INSERT INTO row_plan (id, group_ref, group_name, name, manager, members, last_request, requests, left_out)"
						+ " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
				rows, Math.max(1, rows.size()), (statement, row) -> {
					PlannedRow.Subject group = row.group();
					statement.setLong(1, RowId.of(run, row.number()));
					statement.setObject(2, (group != null) ? group.ref() : null);
					statement.setString(3, (group != null) ? group.name() : null);
					statement.setString(4, row.wish().name());
					statement.setObject(5, row.wish().manager());
					statement.setObject(6, SqlArrays.of(row.wish().members()));
					statement.setObject(7, row.lastRequest());
					statement.setInt(8, row.requests());
					statement.setObject(9, SqlArrays.ofLeftOut(row.leftOut()));
				});
		settle(run, rows.stream().map((row) -> new RowOutcome(row.number(), row.outcome(), List.of())).toList());
	}

	static StagedRow stagedRow(ResultSet rows) throws SQLException {
		return new StagedRow(RowId.row(rows.getLong("id")), rows.getLong("line"), SqlArrays.strings(rows, "cells"),
				rows.getString("operation"), outcome(rows));
	}

	private static Outcome outcome(ResultSet rows) throws SQLException {
		String status = rows.getString("status");
		return (status == null) ? Outcome.OPEN : new Outcome(RowStatus.valueOf(status),
				Outcome.code(rows.getString("code")), rows.getString("message"));
	}

}
