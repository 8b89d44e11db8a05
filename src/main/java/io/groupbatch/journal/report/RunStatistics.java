package io.groupbatch.journal.report;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.RowResult;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.sql.RowId;

import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import org.jspecify.annotations.Nullable;

/**
 * Counts of the rows and requests of a run, for its report: rows by the reason why they
 * need attention, requests by the time at which they were sent. Every sending counts, at
 * the time of the request's last one: of the others the time is not kept. Thread-safe.
 */
@Repository
public class RunStatistics {

	private final JdbcTemplate jdbc;

	public RunStatistics(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Every reason with which rows have a status other than SUCCEEDED and UNCHANGED.
	 */
	public List<Cause> causes(long run) {
		return this.jdbc.query("""
				SELECT o.status, o.code, COUNT(*) AS n FROM input_row i LEFT JOIN outcome o ON o.id = i.id
				WHERE i.id > ? AND i.id < ? AND (o.id IS NULL OR o.status NOT IN ('SUCCEEDED', 'UNCHANGED'))
				GROUP BY o.status, o.code ORDER BY o.code, o.status""", (rows, index) -> {
			String status = rows.getString("status");
			return new Cause((status != null) ? RowStatus.valueOf(status) : RowStatus.NOT_SENT,
					RowResult.code(rows.getString("code")), rows.getLong("n"));
		}, RowId.before(run), RowId.after(run));
	}

	/**
	 * How many requests were sent to change something.
	 */
	public long sent(long run) {
		Long sent = this.jdbc.queryForObject(
				"SELECT SUM(r.attempts) FROM request q JOIN result r ON r.request = q.id WHERE q.run = ?", Long.class,
				run);
		return (sent != null) ? sent : 0;
	}

	/**
	 * When the first request was sent, and when the last; nothing when none was.
	 */
	public Optional<Span> span(long run) {
		return DataAccessUtils.optionalResult(this.jdbc
			.query("""
					SELECT first_sent, last_sent FROM (SELECT MIN(r.sent_at) AS first_sent, MAX(r.sent_at) AS last_sent
					FROM request q LEFT JOIN result r ON r.request = q.id WHERE q.run = ?) s WHERE first_sent IS NOT NULL""",
					(rows, index) -> new Span(rows.getObject("first_sent", OffsetDateTime.class).toInstant(),
							rows.getObject("last_sent", OffsetDateTime.class).toInstant()),
					run));
	}

	/**
	 * How many were sent in each stretch of time; stretches without any are left out.
	 * @param from when the first stretch begins
	 * @param each how long one is
	 */
	public List<Slot> slots(long run, Instant from, Duration each) {
		return this.jdbc.query("""
				SELECT DATEDIFF(MILLISECOND, CAST(? AS TIMESTAMP(3) WITH TIME ZONE), r.sent_at) / ? AS slot,
				SUM(r.attempts) AS sent,
				SUM(r.attempts - CASE WHEN r.http_status BETWEEN 200 AND 299 THEN 1 ELSE 0 END) AS rejected
				FROM request q LEFT JOIN result r ON r.request = q.id WHERE q.run = ? AND r.sent_at IS NOT NULL
				GROUP BY slot ORDER BY slot""",
				(rows, index) -> new Slot(rows.getInt("slot"), rows.getLong("sent"), rows.getLong("rejected")),
				from.atOffset(ZoneOffset.UTC), each.toMillis(), run);
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

	/** From the first sending to the last. */
	public record Span(Instant first, Instant last) {
	}

	/**
	 * A stretch of time.
	 *
	 * @param index its place, from zero
	 * @param sent how many requests were sent
	 * @param rejected how many of them got another answer than 2xx, or none
	 */
	public record Slot(int index, long sent, long rejected) {
	}

}
