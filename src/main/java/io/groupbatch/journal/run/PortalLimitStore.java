package io.groupbatch.journal.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;

import io.groupbatch.journal.sql.Sql;
import io.groupbatch.journal.sql.SqlArrays;

import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import org.jspecify.annotations.Nullable;

/**
 * What was learned of the limits of each portal and account. It is kept for a day, with
 * the requests of the last minute, so that a new start does not run into them again. For
 * one thread.
 */
@Repository
public class PortalLimitStore {

	private static final Duration KEPT = Duration.ofDays(1);

	/** Longer than a portal's minute. */
	private static final Duration RECENT = Duration.ofMinutes(2);

	private final JdbcTemplate jdbc;

	private final Clock clock;

	public PortalLimitStore(JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * What is known for a run's portal and account.
	 */
	public PortalLimits of(long run) {
		return DataAccessUtils.optionalResult(this.jdbc.query(
				"SELECT l.* FROM portal_limit l JOIN run r ON r.portal_key = l.portal"
						+ " AND COALESCE(r.sender, r.account, '') = l.account WHERE r.number = ?",
				(rows, index) -> limits(rows), run))
			.orElse(PortalLimits.UNKNOWN);
	}

	/**
	 * How long ago requests were sent to a run's portal in the last minutes, as far as
	 * the journal knows: by a process that ended well all of them, by another one those
	 * with a result. Where the clock was set back since, the last of those that seem to
	 * lie ahead counts as sent just now.
	 * @return milliseconds
	 */
	public long[] recent(long run) {
		OffsetDateTime since = OffsetDateTime.now(this.clock).minus(RECENT);
		List<Long> kept = DataAccessUtils.optionalResult(this.jdbc.query(
				"SELECT l.recent FROM portal_limit l JOIN run r ON r.portal_key = l.portal"
						+ " AND COALESCE(r.sender, r.account, '') = l.account WHERE r.number = ? AND l.learned_at > ?",
				(rows, index) -> SqlArrays.numbers(rows, "recent"), run, since))
			.orElse(List.of());
		OffsetDateTime last = DataAccessUtils.optionalResult(this.jdbc.queryForList(
				"SELECT MAX(o.sent_at) FROM result o JOIN request q ON q.id = o.request JOIN run r ON r.number = q.run"
						+ " JOIN run own ON own.portal_key = r.portal_key WHERE own.number = ? AND o.sent_at > ?"
						+ " HAVING COUNT(*) > 0",
				OffsetDateTime.class, run, since))
			.orElse(since);
		List<Long> results = this.jdbc.query(
				"SELECT o.sent_at FROM result o JOIN request q ON q.id = o.request JOIN run r ON r.number = q.run"
						+ " JOIN run own ON own.portal_key = r.portal_key WHERE own.number = ?"
						+ " AND (o.sent_at > ? OR (o.sent_at > ? AND o.sent_at <= ?))",
				(rows, index) -> rows.getObject(1, OffsetDateTime.class).toInstant().toEpochMilli(), run,
				last.minus(RECENT), since, OffsetDateTime.now(this.clock));
		return ages((kept.size() > results.size()) ? kept : results);
	}

	/** What lies ahead counts from the last of it. */
	private long[] ages(List<Long> times) {
		long now = this.clock.millis();
		long last = times.stream().mapToLong(Long::longValue).max().orElse(now);
		return times.stream().mapToLong((time) -> ((time > now) ? last : now) - time).toArray();
	}

	/**
	 * How many changes that a portal may count by the day this journal knows to have been
	 * sent in the last one.
	 */
	public long changesOfTheDay(long run) {
		return Sql.one(this.jdbc, Long.class,
				"SELECT COALESCE(SUM(o.attempts), 0) FROM result o JOIN request q ON q.id = o.request"
						+ " JOIN run r ON r.number = q.run JOIN run own ON own.portal_key = r.portal_key"
						+ " AND COALESCE(own.sender, own.account, '') = COALESCE(r.sender, r.account, '')"
						+ " WHERE own.number = ? AND o.sent_at > ? AND q.verb NOT IN ('GET', 'DELETE')",
				run, OffsetDateTime.now(this.clock).minus(KEPT));
	}

	/**
	 * Keeps what is known now.
	 * @param recent how many milliseconds ago the requests of the last minute were sent
	 */
	public void keep(long run, PortalLimits limits, long[] recent) {
		OffsetDateTime now = OffsetDateTime.now(this.clock);
		long millis = now.toInstant().toEpochMilli();
		this.jdbc.update("DELETE FROM portal_limit l WHERE EXISTS (SELECT 1 FROM run r WHERE r.number = ?"
				+ " AND r.portal_key = l.portal AND COALESCE(r.sender, r.account, '') = l.account)", run);
		PortalLimits.Pause pause = limits.pause();
		this.jdbc.update(
				"INSERT INTO portal_limit (per_minute, at_once, unlimited, paused_at, paused_until, learned_at, recent,"
						+ " portal, account) SELECT ?, ?, ?, ?, ?, ?, ?, portal_key, COALESCE(sender, account, '') FROM run"
						+ " WHERE number = ?",
				limits.perMinute(), limits.atOnce(), limits.unlimited(),
				(pause != null) ? pause.said().atOffset(now.getOffset()) : null,
				(pause != null) ? pause.until().atOffset(now.getOffset()) : null, now,
				Sql.array(Arrays.stream(recent).mapToObj((age) -> millis - age)), run);
	}

	/** What was learned in the future was learned at an unknown time. */
	private PortalLimits limits(ResultSet rows) throws SQLException {
		Instant now = this.clock.instant();
		Instant learned = rows.getObject("learned_at", OffsetDateTime.class).toInstant();
		PortalLimits.Pause pause = pause(rows, now);
		return isOld(learned, now) || learned.isAfter(now) ? PortalLimits.UNKNOWN.paused(pause) : new PortalLimits(
				number(rows, "per_minute"), number(rows, "at_once"), rows.getBoolean("unlimited"), pause);
	}

	private static PortalLimits.@Nullable Pause pause(ResultSet rows, Instant now) throws SQLException {
		OffsetDateTime said = rows.getObject("paused_at", OffsetDateTime.class);
		OffsetDateTime until = rows.getObject("paused_until", OffsetDateTime.class);
		if (said == null || until == null || isOld(said.toInstant(), now)) {
			return null;
		}
		Duration length = Duration.between(said, until);
		PortalLimits.Pause pause = new PortalLimits.Pause(said.toInstant(),
				(length.compareTo(KEPT) < 0) ? length : KEPT);
		return pause.isOver(now) ? null : pause;
	}

	private static boolean isOld(Instant learned, Instant now) {
		return learned.isBefore(now.minus(KEPT));
	}

	private static @Nullable Integer number(ResultSet rows, String column) throws SQLException {
		int value = rows.getInt(column);
		return rows.wasNull() ? null : value;
	}

}
