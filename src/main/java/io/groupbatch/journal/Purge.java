package io.groupbatch.journal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Drops what an ended run holds, but for its line in the list of runs.
 * <p>
 * It goes in small transactions, so that memory stays flat, and may be broken off after
 * each: the next one goes on. What the run must leave behind is noted in the first of
 * them, before anything is gone. Requests and groups go last in their kind, for their
 * numbers may be given again.
 * <p>
 * Doubt belongs to the portal, not to the run: a run with a request in doubt keeps all.
 * Groups that other runs made stay, too, while they bear the name of a create in doubt,
 * for they are not what it made.
 */
@Repository
public class Purge {

	private static final int PORTION = 10_000;

	private final JdbcClient jdbc;

	private final Runs runs;

	private final TransactionTemplate transaction;

	private final Clock clock;

	public Purge(JdbcClient jdbc, Runs runs, PlatformTransactionManager transactions, Clock clock) {
		this.jdbc = jdbc;
		this.runs = runs;
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
		dropRows(number);
		dropRequests(number);
		dropGroups(run);
		for (String table : List.of("mistake", "person_to_fix", "person", "lost_name", "set_row", "set_wish",
				"planned_joiner", "unfinished_row")) {
			inPortions("DELETE FROM " + table + " WHERE run = ?", number);
		}
		return true;
	}

	/** Drops the user maps that no run needs any more. */
	public void dropUserMaps() {
		this.jdbc.sql("""
				DELETE FROM user_map m WHERE NOT EXISTS
				(SELECT 1 FROM run r WHERE r.purged_at IS NULL AND POSITION(m.sha256, r.options) > 0)""").update();
	}

	private boolean isInDoubt(long run) {
		return this.jdbc
			.sql("SELECT EXISTS (SELECT 1 FROM doubt d JOIN request q ON q.id = d.request WHERE d.open AND q.run = ?)")
			.param(run)
			.query(Boolean.class)
			.single();
	}

	private void leaveBehind(long run) {
		Map<RowStatus, Long> counts = this.runs.counts(run);
		boolean wishes = this.runs.isWishOnly(run);
		counts.forEach(
				(status, rows) -> this.jdbc.sql("INSERT INTO purged_count (run, status, row_count) VALUES (?, ?, ?)")
					.params(run, status.name(), rows)
					.update());
		this.jdbc.sql("UPDATE run SET purged_at = ?, wish_only = ? WHERE number = ?")
			.params(OffsetDateTime.now(this.clock), wishes, run)
			.update();
	}

	private void dropRows(long run) {
		for (String table : List.of("twin", "outcome", "row_plan", "input_row")) {
			inPortions("DELETE FROM " + table + " WHERE id > ? AND id < ?", RowId.before(run), RowId.after(run));
		}
	}

	private void dropRequests(long run) {
		for (Range part : parts("SELECT MIN(id), MAX(id) FROM request WHERE run = ?", run)) {
			this.transaction.executeWithoutResult((status) -> {
				for (String table : List.of("doubt", "result", "mark", "request_need")) {
					this.jdbc
						.sql("DELETE FROM " + table + " WHERE request BETWEEN ? AND ? AND EXISTS"
								+ " (SELECT 1 FROM request q WHERE q.id = " + table + ".request AND q.run = ?)")
						.params(part.first(), part.last(), run)
						.update();
				}
				this.jdbc.sql("DELETE FROM request WHERE id BETWEEN ? AND ? AND run = ?")
					.params(part.first(), part.last(), run)
					.update();
			});
		}
	}

	private void dropGroups(Run run) {
		Long[] kept = namesakesOfDoubt(run).toArray(Long[]::new);
		for (Range part : parts("SELECT MIN(ref), MAX(ref) FROM known_group WHERE run = ?", run.number())) {
			this.transaction.executeWithoutResult((status) -> {
				for (String table : List.of("membership", "seen_group", "known_group")) {
					this.jdbc
						.sql("DELETE FROM " + table + " WHERE ref BETWEEN ? AND ? AND NOT EXISTS"
								+ " (SELECT 1 FROM UNNEST(?) kept(ref) WHERE kept.ref = " + table + ".ref) AND EXISTS"
								+ " (SELECT 1 FROM known_group g WHERE g.ref = " + table + ".ref AND g.run = ?)")
						.params(part.first(), part.last(), kept, run.number())
						.update();
				}
			});
		}
	}

	private Collection<Long> namesakesOfDoubt(Run run) {
		Collection<String> names = this.jdbc
			.sql("SELECT q.name FROM doubt d JOIN request q ON q.id = d.request JOIN run u ON u.number = q.run"
					+ " WHERE d.open AND q.verb = 'CREATE' AND u.portal_key ="
					+ " (SELECT own.portal_key FROM run own WHERE own.number = ?)")
			.param(run.number())
			.query(String.class)
			.set();
		return names.isEmpty() ? List.of()
				: this.jdbc
					.sql("SELECT g.ref FROM known_group g LEFT JOIN seen_group s ON s.ref = g.ref WHERE g.run = ?"
							+ " AND EXISTS (SELECT 1 FROM UNNEST(?) doubt(name) WHERE doubt.name IN (g.name, s.name))")
					.params(run.number(), names.toArray(String[]::new))
					.query(Long.class)
					.list();
	}

	private void inPortions(String delete, Object... parameters) {
		int dropped = PORTION;
		while (dropped == PORTION) {
			dropped = this.jdbc.sql(delete + " FETCH FIRST " + PORTION + " ROWS ONLY").params(parameters).update();
		}
	}

	private List<Range> parts(String ends, long run) {
		return this.jdbc.sql(ends)
			.param(run)
			.query((row, index) -> new Range(row.getLong(1), row.getLong(2)))
			.single()
			.parts();
	}

	/**
	 * Numbers that follow one another.
	 *
	 * @param first the first of them, 0 when there are none
	 * @param last the last of them
	 */
	private record Range(long first, long last) {

		List<Range> parts() {
			return (this.first == 0) ? List.of()
					: LongStream.iterate(this.first, (from) -> from <= this.last, (from) -> from + PORTION)
						.mapToObj((from) -> new Range(from, Math.min(this.last, from + PORTION - 1)))
						.toList();
		}

	}

}
