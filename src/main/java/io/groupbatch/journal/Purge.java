package io.groupbatch.journal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.Runs;
import io.groupbatch.journal.sql.Sql;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes the data of an ended run, except its entry in the list of runs.
 * <p>
 * It may be broken off at any time: the next one goes on. What the run must leave behind
 * is noted in the first transaction, before anything is gone.
 * <p>
 * Doubt belongs to the portal, not to the run: a run with a request in doubt keeps all.
 * Groups that other runs made stay, too, while they have the name of a create in doubt,
 * because they are not what it made.
 */
@Repository
public class Purge {

	private final JdbcTemplate jdbc;

	private final Runs runs;

	private final RunData data;

	private final TransactionTemplate transaction;

	private final Clock clock;

	public Purge(JdbcTemplate jdbc, Runs runs, RunData data, PlatformTransactionManager transactions, Clock clock) {
		this.jdbc = jdbc;
		this.runs = runs;
		this.data = data;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/**
	 * Drops a run's rows and all that was kept for them.
	 * @param number of a run that has ended
	 * @return false when nothing was dropped, because a request of the run is in doubt
	 */
	public boolean drop(long number) {
		Run run = this.runs.get(number);
		if (!run.state().isEnded()) {
			throw new IllegalArgumentException("Run " + number + " may go on");
		}
		if (isInDoubt(number)) {
			return false;
		}
		if (!run.isPurged()) {
			this.transaction.executeWithoutResult((status) -> leaveBehind(number));
		}
		this.data.delete(number, namesakesOfDoubt(run));
		return true;
	}

	/** Drops the user maps that no run needs any more. */
	public void dropUserMaps() {
		this.jdbc.update("""
				DELETE FROM user_map m WHERE NOT EXISTS
				(SELECT 1 FROM run r WHERE r.purged_at IS NULL AND POSITION(m.sha256, r.options) > 0)""");
	}

	private boolean isInDoubt(long run) {
		return Sql.one(this.jdbc, Boolean.class,
				"SELECT EXISTS (SELECT 1 FROM doubt d JOIN request q ON q.id = d.request WHERE d.open AND q.run = ?)",
				run);
	}

	private void leaveBehind(long run) {
		Map<RowStatus, Long> counts = this.runs.counts(run);
		boolean wishes = this.runs.isWishOnly(run);
		counts.forEach((status, rows) -> this.jdbc
			.update("INSERT INTO purged_count (run, status, row_count) VALUES (?, ?, ?)", run, status.name(), rows));
		this.jdbc.update("UPDATE run SET purged_at = ?, wish_only = ? WHERE number = ?", OffsetDateTime.now(this.clock),
				wishes, run);
	}

	private Collection<Long> namesakesOfDoubt(Run run) {
		Collection<String> names = this.jdbc
			.queryForList("SELECT q.name FROM doubt d JOIN request q ON q.id = d.request JOIN run u ON u.number = q.run"
					+ " WHERE d.open AND q.verb = 'CREATE' AND u.portal_key ="
					+ " (SELECT own.portal_key FROM run own WHERE own.number = ?)", String.class, run.number());
		return names.isEmpty() ? List.of() : this.jdbc.queryForList(
				"SELECT g.ref FROM known_group g LEFT JOIN seen_group s ON s.ref = g.ref WHERE g.run = ?"
						+ " AND EXISTS (SELECT 1 FROM UNNEST(?) doubt(name) WHERE doubt.name IN (g.name, s.name))",
				Long.class, run.number(), Sql.array(names));
	}

}
