package io.groupbatch.journal.run;

import java.util.List;

import io.groupbatch.journal.sql.Sql;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Other runs of the same portal that are not finished and still have to change groups
 * which a run is about, too. Thread-safe.
 */
@Repository
public class CompetingRuns {

	private static final String OPEN = "o.last_request IS NOT NULL AND EXISTS (SELECT 1 FROM request q"
			+ " LEFT JOIN result r ON r.request = q.id WHERE q.group_ref = o.ref AND q.verb <> 'GET'"
			+ " AND (r.request IS NULL OR r.state IN ('PLANNED', 'IN_DOUBT')))";

	private final JdbcTemplate jdbc;

	public CompetingRuns(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * These runs, by their numbers.
	 * @param run a run that is planned
	 */
	public List<Overlap> of(long run) {
		return this.jdbc.queryForList(
				"SELECT other.number FROM run other JOIN run own ON own.portal_key = other.portal_key WHERE own.number = ?"
						+ " AND other.number <> own.number AND other.state IN ('UNFINISHED', 'WAITING') ORDER BY other.number",
				Long.class, run)
			.stream()
			.map((other) -> new Overlap(other, groups(run, other)))
			.filter((overlap) -> overlap.groups() > 0)
			.toList();
	}

	private long groups(long run, long other) {
		String own = "SELECT own.ref FROM known_group own JOIN known_group o ON o.run = ? AND o.%1$s = own.%1$s"
				+ " WHERE own.run = ? AND own.last_request IS NOT NULL AND " + OPEN;
		return Sql.one(this.jdbc, Long.class,
				"SELECT COUNT(*) FROM (" + own.formatted("name") + " UNION " + own.formatted("portal_id") + ") shared",
				other, run, other, run);
	}

	/**
	 * Another run.
	 *
	 * @param run its number
	 * @param groups how many groups both are about
	 */
	public record Overlap(long run, long groups) {
	}

}
