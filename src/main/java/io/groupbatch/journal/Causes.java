package io.groupbatch.journal;

import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import org.jspecify.annotations.Nullable;

/**
 * Why rows of a run need attention, and how many. Thread-safe.
 */
@Repository
public class Causes {

	private final JdbcTemplate jdbc;

	public Causes(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Every reason with which rows have a status other than SUCCEEDED and UNCHANGED.
	 */
	public List<Cause> of(long run) {
		return this.jdbc.query("""
				SELECT o.status, o.code, COUNT(*) AS n FROM input_row i LEFT JOIN outcome o ON o.id = i.id
				WHERE i.id > ? AND i.id < ? AND (o.id IS NULL OR o.status NOT IN ('SUCCEEDED', 'UNCHANGED'))
				GROUP BY o.status, o.code ORDER BY o.code, o.status""", (rows, index) -> {
			String status = rows.getString("status");
			return new Cause((status != null) ? RowStatus.valueOf(status) : RowStatus.NOT_SENT,
					Outcome.code(rows.getString("code")), rows.getLong("n"));
		}, RowId.before(run), RowId.after(run));
	}

	/**
	 * Rows that have the same status for the same reason.
	 *
	 * @param status other than SUCCEEDED and UNCHANGED
	 * @param code the reason, null for rows that wait to be sent
	 * @param rows how many
	 */
	public record Cause(RowStatus status, @Nullable Code code, long rows) {
	}

}
