package io.groupbatch.journal;

import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;

import io.groupbatch.journal.export.Exports;
import io.groupbatch.journal.history.UndoneChanges;
import io.groupbatch.journal.run.RunKind;
import io.groupbatch.journal.sql.RowId;
import io.groupbatch.journal.sql.Sql;

import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes what the journal holds of a run in addition to the run itself: the one place
 * that knows all tables with such data.
 * <p>
 * It goes in small transactions, so that memory stays flat, and may be broken off after
 * each: the next call goes on. Requests and groups go last in their kind, because their
 * numbers may be given again.
 */
@Repository
public class RunData {

	/** Tables whose rows have a {@link RowId}. */
	static final List<String> BY_ROW = List.of("twin", "outcome", "row_plan", "input_row");

	/** Tables whose rows belong to a request; they go before the requests. */
	static final List<String> BY_REQUEST = List.of("doubt", "lost_create", "request_need", "result", "mark");

	static final String REQUESTS = "request";

	/** Tables whose rows belong to a group; they go before the groups. */
	static final List<String> BY_GROUP = List.of("membership", "seen_group");

	static final String GROUPS = "known_group";

	/** Tables whose rows name the run. */
	static final List<String> BY_RUN = List.of("mistake", "person_to_fix", "person", "lost_name", "set_row", "set_wish",
			"planned_joiner", "unfinished_row", "undo_line", "invitation", "invitation_row");

	private static final int PORTION = 10_000;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	public RunData(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Deletes all of it.
	 * @param run a run's number
	 * @param kept groups that stay
	 */
	void delete(long run, Collection<Long> kept) {
		for (String table : BY_ROW) {
			inPortions("DELETE FROM " + table + " WHERE id > ? AND id < ?", RowId.before(run), RowId.after(run));
		}
		deleteRequests(run);
		deleteGroups(run, Sql.array(kept));
		for (String table : BY_RUN) {
			inPortions("DELETE FROM " + table + " WHERE run = ?", run);
		}
	}

	/**
	 * Deletes the runs that only read a file, with what they read of the portal, and
	 * whatever a process has left that died over one, or over the rows of an undo.
	 */
	public void deleteUnkept() {
		List<Long> verified = this.jdbc.queryForList("SELECT number FROM run WHERE kind = ?", Long.class,
				RunKind.VERIFY.name());
		if (!verified.isEmpty()) {
			new Exports(this.jdbc).forget();
		}
		for (long run : verified) {
			delete(run, List.of());
			this.jdbc.update("DELETE FROM run WHERE number = ? AND kind = ?", run, RunKind.VERIFY.name());
		}
		this.jdbc.update("DELETE FROM undo_line WHERE run = ?", UndoneChanges.DRAFT);
	}

	private void deleteRequests(long run) {
		for (Range part : parts("SELECT MIN(id), MAX(id) FROM request WHERE run = ?", run)) {
			this.transaction.executeWithoutResult((status) -> {
				for (String table : BY_REQUEST) {
					this.jdbc.update(
							"DELETE FROM " + table + " WHERE request BETWEEN ? AND ? AND EXISTS"
									+ " (SELECT 1 FROM request q WHERE q.id = " + table + ".request AND q.run = ?)",
							part.first(), part.last(), run);
				}
				this.jdbc.update("DELETE FROM " + REQUESTS + " WHERE id BETWEEN ? AND ? AND run = ?", part.first(),
						part.last(), run);
			});
		}
	}

	private void deleteGroups(long run, Object kept) {
		for (Range part : parts("SELECT MIN(ref), MAX(ref) FROM known_group WHERE run = ?", run)) {
			this.transaction.executeWithoutResult((status) -> {
				BY_GROUP.forEach((table) -> deleteGroups(table, part, kept, run));
				deleteGroups(GROUPS, part, kept, run);
			});
		}
	}

	private void deleteGroups(String table, Range part, Object kept, long run) {
		this.jdbc.update(
				"DELETE FROM " + table + " WHERE ref BETWEEN ? AND ? AND NOT EXISTS"
						+ " (SELECT 1 FROM UNNEST(?) kept(ref) WHERE kept.ref = " + table + ".ref) AND EXISTS"
						+ " (SELECT 1 FROM known_group g WHERE g.ref = " + table + ".ref AND g.run = ?)",
				part.first(), part.last(), kept, run);
	}

	private void inPortions(String delete, Object... parameters) {
		int deleted = PORTION;
		while (deleted == PORTION) {
			deleted = this.jdbc.update(delete + " FETCH FIRST " + PORTION + " ROWS ONLY", parameters);
		}
	}

	private List<Range> parts(String ends, long run) {
		return DataAccessUtils
			.requiredSingleResult(this.jdbc.query(ends, (row, index) -> new Range(row.getLong(1), row.getLong(2)), run))
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
