package io.groupbatch.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.jspecify.annotations.Nullable;

/**
 * The rows of a run as a report needs them. Thread-safe.
 */
@Repository
public class ReportRows {

	private final JdbcClient jdbc;

	public ReportRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The next rows, in the order of the file.
	 * @param after the row before the first one wanted
	 */
	public List<ReportRow> page(long run, long after, int most) {
		return this.jdbc
			.sql("""
					SELECT i.row_number, i.line, i.cells, i.operation, i.status, i.code, i.message, i.members, i.not_applied,
					i.requests, g.portal_id, COALESCE(g.seen_name, g.name) AS known_name,
					r.http_status, r.attempts, r.sent_at, r.duration_ms
					FROM input_row i
					LEFT JOIN known_group g ON g.ref = i.group_ref
					LEFT JOIN request r ON r.id = i.last_request
					WHERE i.run = ? AND i.row_number > ? ORDER BY i.row_number FETCH FIRST ? ROWS ONLY""")
			.params(run, after, most)
			.query(ReportRows::row)
			.list();
	}

	private static ReportRow row(ResultSet rows, int index) throws SQLException {
		return new ReportRow(Rows.stagedRow(rows), rows.getObject("portal_id", UUID.class),
				rows.getString("known_name"), SqlArrays.uuids(rows, "members"), SqlArrays.uuids(rows, "not_applied"),
				rows.getInt("requests"), sending(rows));
	}

	private static ReportRow.@Nullable Sending sending(ResultSet rows) throws SQLException {
		OffsetDateTime sentAt = rows.getObject("sent_at", OffsetDateTime.class);
		if (sentAt == null) {
			return null;
		}
		Long status = SqlArrays.number(rows, "http_status");
		Long millis = SqlArrays.number(rows, "duration_ms");
		return new ReportRow.Sending((status != null && status > 0) ? status.intValue() : null, rows.getInt("attempts"),
				sentAt, (millis != null) ? millis.intValue() : null);
	}

}
