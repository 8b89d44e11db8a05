package io.groupbatch.journal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.jspecify.annotations.Nullable;

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
		this.batch.batchUpdate("INSERT INTO input_row (run, row_number, line, cells, operation, status, code, message)"
				+ " VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows, rows.size(), (statement, row) -> {
					statement.setLong(1, run);
					statement.setLong(2, row.number());
					statement.setLong(3, row.line());
					statement.setObject(4, row.cells().toArray(String[]::new));
					statement.setString(5, row.operation());
					setOutcome(new Binding(statement, 6), row.outcome());
				});
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
			.sql("SELECT row_number, line, cells, operation, status, code, message FROM input_row"
					+ " WHERE run = ? AND row_number > ? ORDER BY row_number FETCH FIRST ? ROWS ONLY")
			.params(run, after, most)
			.query((rows, index) -> stagedRow(rows))
			.list();
	}

	/**
	 * Records what the plan decided.
	 */
	public void plan(long run, List<PlannedRow> rows) {
		this.batch.batchUpdate("UPDATE input_row SET group_ref = ?, group_name = ?, manager = ?, members = ?,"
				+ " last_request = ?, requests = ?, status = ?, code = ?, message = ? WHERE run = ? AND row_number = ?",
				rows, Math.max(1, rows.size()), (statement, row) -> {
					statement.setObject(1, row.groupRef());
					statement.setString(2, row.wish().name());
					statement.setObject(3, row.wish().manager());
					statement.setObject(4, SqlArrays.of(row.wish().members()));
					statement.setObject(5, row.lastRequest());
					statement.setInt(6, row.requests());
					setOutcome(new Binding(statement, 7), row.outcome());
					statement.setLong(10, run);
					statement.setLong(11, row.number());
				});
	}

	static Outcome outcome(ResultSet rows) throws SQLException {
		String code = rows.getString("code");
		return new Outcome(RowStatus.valueOf(rows.getString("status")), (code != null) ? Code.valueOf(code) : null,
				rows.getString("message"));
	}

	static void setOutcome(Binding at, Outcome outcome) throws SQLException {
		at.statement().setString(at.index(), outcome.status().name());
		at.statement().setString(at.index() + 1, nameOf(outcome.code()));
		at.statement().setString(at.index() + 2, outcome.message());
	}

	private static @Nullable String nameOf(@Nullable Code code) {
		return (code != null) ? code.name() : null;
	}

	static StagedRow stagedRow(ResultSet rows) throws SQLException {
		return new StagedRow(rows.getLong("row_number"), rows.getLong("line"), SqlArrays.strings(rows, "cells"),
				rows.getString("operation"), outcome(rows));
	}

	/** Where in a statement the three columns of an outcome begin. */
	record Binding(PreparedStatement statement, int index) {
	}

}
