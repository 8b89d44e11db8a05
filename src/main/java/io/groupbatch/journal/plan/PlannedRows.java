package io.groupbatch.journal.plan;

import java.util.List;

import io.groupbatch.journal.row.OmittedPerson;
import io.groupbatch.journal.row.Rows;
import io.groupbatch.journal.row.SettledRow;
import io.groupbatch.journal.sql.RowId;
import io.groupbatch.journal.sql.Sql;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * What the plan decided for the rows of a run. Every call joins the caller's transaction.
 * Thread-safe.
 */
@Repository
public class PlannedRows {

	private final JdbcTemplate jdbc;

	private final Rows rows;

	public PlannedRows(JdbcTemplate jdbc, Rows rows) {
		this.jdbc = jdbc;
		this.rows = rows;
	}

	/**
	 * Records what the plan decided.
	 */
	public void add(long run, List<PlannedRow> rows) {
		Sql.batch(this.jdbc,
				"INSERT INTO row_plan (id, group_ref, group_name, name, manager, members, last_request, requests, left_out)"
						+ " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
				rows, (row) -> {
					PlannedRow.Subject group = row.group();
					return Sql.values(RowId.of(run, row.number()), (group != null) ? group.ref() : null,
							(group != null) ? group.name() : null, row.wish().name(), row.wish().manager(),
							Sql.arrayOrNull(row.wish().members()), row.lastRequest(), row.requests(),
							Sql.arrayOrNull(row.leftOut().stream().map(OmittedPerson::kept).toList()));
				});
		this.rows.settle(run,
				rows.stream().map((row) -> new SettledRow(row.number(), row.outcome(), List.of())).toList());
	}

}
