package io.groupbatch.journal.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.Rows;
import io.groupbatch.journal.sql.KeysetPager;
import io.groupbatch.journal.sql.RowId;
import io.groupbatch.journal.sql.SqlArrays;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import org.jspecify.annotations.Nullable;

/**
 * The rows of a run as a report needs them. Thread-safe.
 */
@Repository
public class ReportRows {

	private static final String COLUMNS = """
			SELECT i.id, i.line, i.cells, i.operation, o.status, o.code, o.message, o.not_applied,
			p.members, p.left_out, p.requests, COALESCE(s.portal_id, g.portal_id) AS portal_id,
			p.group_name, s.name AS name_now, r.http_status, r.attempts, r.sent_at, r.duration_ms
			""";

	private static final String JOINS = """
			LEFT JOIN outcome o ON o.id = i.id
			LEFT JOIN row_plan p ON p.id = i.id
			LEFT JOIN known_group g ON g.ref = p.group_ref
			LEFT JOIN seen_group s ON s.ref = p.group_ref
			LEFT JOIN result r ON r.request = p.last_request
			""";

	private static final int PAGE = 1000;

	private final JdbcTemplate jdbc;

	public ReportRows(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Pages of the rows, in the order of the file.
	 */
	public Iterable<List<ReportRow>> pages(long run) {
		return KeysetPager.of((after) -> page(run, after, PAGE), (row) -> row.row().number(), 0L);
	}

	/**
	 * Pages of those rows that came to no group, in the order of the file.
	 */
	public Iterable<List<ReportRow>> pagesWithoutGroup(long run) {
		return KeysetPager.of((after) -> page("AND p.group_ref IS NULL", run, after, PAGE), (row) -> row.row().number(),
				0L);
	}

	/**
	 * The next rows, in the order of the file.
	 * @param after the row before the first one wanted
	 */
	public List<ReportRow> page(long run, long after, int most) {
		return page("", run, after, most);
	}

	private List<ReportRow> page(String condition, long run, long after, int most) {
		return this.jdbc.query(
				COLUMNS + "FROM input_row i " + JOINS + "WHERE i.id > ? AND i.id < ? " + condition
						+ " ORDER BY i.id FETCH FIRST ? ROWS ONLY",
				ReportRows::row, RowId.of(run, after), RowId.after(run), most);
	}

	/**
	 * The next rows that need attention, or the next that do not, in the order of the
	 * file.
	 * @param after the row before the first one wanted
	 */
	public List<ReportRow> page(long run, boolean troubled, long after, int most) {
		String fine = "o.status IN ('SUCCEEDED', 'UNCHANGED')";
		return chosen(troubled ? "(o.id IS NULL OR NOT " + fine + ")" : fine, RowId.of(run, after), most);
	}

	/**
	 * The first rows that need attention for this reason.
	 * @param code the reason, null for rows that wait to be sent
	 */
	public List<ReportRow> first(long run, @Nullable Code code, int most) {
		return chosen((code != null) ? "o.code = '" + code.name() + "' AND o.status NOT IN ('SUCCEEDED', 'UNCHANGED')"
				: "o.id IS NULL", RowId.before(run), most);
	}

	/** The keys first: for most rows nothing else is read. */
	private List<ReportRow> chosen(String condition, long after, int most) {
		return this.jdbc.query(COLUMNS + "FROM (SELECT i.id FROM input_row i LEFT JOIN outcome o ON o.id = i.id"
				+ " WHERE i.id > ? AND i.id < ? AND " + condition
				+ " ORDER BY i.id FETCH FIRST ? ROWS ONLY) c LEFT JOIN input_row i ON i.id = c.id " + JOINS
				+ "ORDER BY i.id", ReportRows::row, after, RowId.after(RowId.run(after)), most);
	}

	private static ReportRow row(ResultSet rows, int index) throws SQLException {
		return new ReportRow(
				Rows.stagedRow(rows), rows.getObject("portal_id", UUID.class), rows.getString("group_name"),
				rows.getString("name_now"), new ReportRow.Wanted(SqlArrays.uuids(rows, "members"),
						SqlArrays.uuids(rows, "not_applied"), Rows.leftOut(rows)),
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
