package io.groupbatch.journal.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.row.RowNumber;
import io.groupbatch.journal.sql.RowId;
import io.groupbatch.journal.sql.Sql;
import io.groupbatch.journal.sql.SqlArrays;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Drops what the plan of a run has decided, so that the same rows can be planned once
 * more with the same view of the portal. Rows that were invalid stay so. It may be done
 * again while nothing was planned since. Every call joins the caller's transaction.
 * Thread-safe.
 */
@Repository
public class PlanReset {

	private final JdbcTemplate jdbc;

	public PlanReset(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Drops the plan of a run.
	 * @throws IllegalStateException when a request of the run may have been sent
	 */
	public void reset(long run) {
		if (Sql.one(this.jdbc, Boolean.class,
				"SELECT EXISTS (SELECT 1 FROM request r WHERE r.run = ? AND (EXISTS (SELECT 1 FROM mark m"
						+ " WHERE m.request = r.id) OR EXISTS (SELECT 1 FROM result o WHERE o.request = r.id"
						+ " AND o.sent_at IS NOT NULL)))",
				run)) {
			throw new IllegalStateException("Requests of run " + run + " were sent");
		}
		for (String table : List.of("request_need", "result")) {
			this.jdbc.update("DELETE FROM " + table
					+ " WHERE EXISTS (SELECT 1 FROM request r WHERE r.run = ? AND r.id = " + table + ".request)", run);
		}
		this.jdbc.update("DELETE FROM request WHERE run = ?", run);
		this.jdbc.update("DELETE FROM row_plan WHERE id > ? AND id < ? AND NOT EXISTS (SELECT 1 FROM outcome o"
				+ " WHERE o.id = row_plan.id AND o.status = 'INVALID')", RowId.before(run), RowId.after(run));
		this.jdbc.update(
				"DELETE FROM person_to_fix WHERE run = ? AND NOT EXISTS (SELECT 1 FROM outcome o"
						+ " WHERE o.id = ? + person_to_fix.row_number AND o.status = 'INVALID')",
				run, RowId.of(run, 0));
		this.jdbc.update("DELETE FROM outcome WHERE id > ? AND id < ? AND status <> 'INVALID'", RowId.before(run),
				RowId.after(run));
		for (String table : List.of("set_wish", "lost_name", "planned_joiner", "unfinished_row")) {
			this.jdbc.update("DELETE FROM " + table + " WHERE run = ?", run);
		}
		resetGroups(run);
		joinLeavers(run);
	}

	/**
	 * The plan has made a row for each group of a {@code remove-everywhere} row, with
	 * those of its people who are in the group: they become one row again.
	 */
	private void joinLeavers(long run) {
		Map<Long, Set<List<String>>> cells = new LinkedHashMap<>();
		List<Long> added = new ArrayList<>();
		this.jdbc.query("SELECT id, cells FROM input_row WHERE id > ? AND id < ? AND operation = ? ORDER BY id",
				(rows) -> {
					long id = rows.getLong("id");
					int part = RowNumber.part(RowId.row(id));
					cells.computeIfAbsent(id - part, (first) -> new LinkedHashSet<>())
						.add(SqlArrays.strings(rows, "cells"));
					if (part > 0) {
						added.add(id);
					}
				}, RowId.before(run), RowId.after(run), Operation.REMOVE_EVERYWHERE.text());
		cells.values().removeIf((parts) -> parts.size() == 1);
		Sql.batch(this.jdbc, "UPDATE input_row SET cells = ? WHERE id = ?", cells.entrySet(),
				(row) -> Sql.values(Sql.array(joined(row.getValue())), row.getKey()));
		for (String table : List.of("input_row", "row_plan", "outcome")) {
			Sql.batch(this.jdbc, "DELETE FROM " + table + " WHERE id = ?", added, (id) -> Sql.values(id));
		}
		this.jdbc.update("UPDATE run SET row_count = row_count - ? WHERE number = ?", added.size(), run);
	}

	/** The parts differ in the cell with the people; a new line separates people. */
	private static List<String> joined(Set<List<String>> parts) {
		int columns = parts.iterator().next().size();
		return IntStream.range(0, columns)
			.mapToObj((column) -> parts.stream()
				.map((cells) -> cells.get(column))
				.distinct()
				.collect(Collectors.joining("\n")))
			.toList();
	}

	private void resetGroups(long run) {
		this.jdbc.update("DELETE FROM known_group WHERE run = ? AND found_name IS NULL", run);
		List<Renamed> renamed = this.jdbc.query(
				"SELECT ref, found_name FROM known_group WHERE run = ? AND name <> found_name",
				(rows, index) -> new Renamed(rows.getLong("ref"), rows.getString("found_name")), run);
		Sql.batch(this.jdbc, "UPDATE known_group SET alike = ? WHERE ref = ?", renamed,
				(group) -> Sql.values(SimilarName.key(group.name()), group.ref()));
		this.jdbc.update("UPDATE known_group SET name = found_name, manager = found_manager, state = 'FOUND',"
				+ " by_row = NULL, last_request = NULL, named_by = NULL, manager_row = NULL, claimed_manager = NULL,"
				+ " name_row = NULL, claimed_name = NULL WHERE run = ?", run);
	}

	private record Renamed(long ref, String name) {
	}

}
