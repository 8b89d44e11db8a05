package io.groupbatch.journal.history;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

import io.groupbatch.journal.run.Run;

import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import org.jspecify.annotations.Nullable;

/**
 * Where the audit lines of ended runs are kept, for ever and as they were. Every call
 * joins the caller's transaction. Thread-safe.
 */
@Repository
public class AuditStore {

	private final JdbcTemplate jdbc;

	private final Clock clock;

	public AuditStore(JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The runs that have ended and are not in the record yet, by their numbers: the clock
	 * may have been set between them.
	 */
	public List<Long> toSeal() {
		return this.jdbc.queryForList("SELECT number FROM run WHERE audit_place IS NULL"
				+ " AND state IN ('FINISHED', 'CANCELLED', 'REFUSED') ORDER BY number", Long.class);
	}

	/**
	 * The runs that are in the record, in its order.
	 */
	public List<Sealed> sealed() {
		return this.jdbc.query(
				"SELECT number, audit_place, audit_head FROM run WHERE audit_place IS NOT NULL ORDER BY audit_place",
				(rows, index) -> new Sealed(rows.getLong(1), rows.getLong(2), rows.getString(3)));
	}

	/**
	 * The one that was put there last.
	 */
	public Optional<Sealed> last() {
		return DataAccessUtils.optionalResult(this.jdbc.query(
				"SELECT number, audit_place, audit_head FROM run WHERE audit_place IS NOT NULL"
						+ " ORDER BY audit_place DESC FETCH FIRST 1 ROWS ONLY",
				(rows, index) -> new Sealed(rows.getLong(1), rows.getLong(2), rows.getString(3))));
	}

	/**
	 * Puts a run into the record; its blocks are there already.
	 */
	public void seal(Sealed run) {
		this.jdbc.update("UPDATE run SET audit_place = ?, audit_head = ? WHERE number = ?", run.place(), run.head(),
				run.run());
	}

	/**
	 * Forgets the blocks of a run that was not put into the record.
	 */
	public void clear(long run) {
		this.jdbc.update("DELETE FROM audit_block WHERE run = ?", run);
	}

	/**
	 * Keeps some lines.
	 * @param number of the block, from 0
	 */
	public void keep(long run, long number, byte[] content) {
		this.jdbc.update("INSERT INTO audit_block (run, number, content) VALUES (?, ?, ?)", run, number, content);
	}

	/**
	 * Lines that were kept; nothing when there are no more.
	 */
	public Optional<byte[]> block(long run, long number) {
		return DataAccessUtils
			.optionalResult(this.jdbc.query("SELECT content FROM audit_block WHERE run = ? AND number = ?",
					(rows, index) -> rows.getBytes(1), run, number));
	}

	/**
	 * Notes who begins to send requests of a run.
	 */
	public void started(long run, Start start) {
		this.jdbc.update(
				"MERGE INTO run_start s USING (VALUES (CAST(? AS BIGINT), CAST(? AS TIMESTAMP(3) WITH TIME ZONE),"
						+ " CAST(? AS VARCHAR), CAST(? AS VARCHAR), CAST(? AS VARCHAR), CAST(? AS VARCHAR)))"
						+ " v(run, at, os_user, account, account_name, portal) ON s.run = v.run AND s.started_at = v.at"
						+ " WHEN NOT MATCHED THEN INSERT (run, started_at, os_user, account, account_name, portal)"
						+ " VALUES (v.run, v.at, v.os_user, v.account, v.account_name, v.portal)",
				run, OffsetDateTime.now(this.clock), start.osUser(), (start.by() != null) ? start.by().kept() : null,
				(start.by() != null) ? start.by().name() : null, start.portal());
	}

	/**
	 * Who did so, by the time.
	 */
	public NavigableMap<OffsetDateTime, Start> starts(long run) {
		NavigableMap<OffsetDateTime, Start> starts = new TreeMap<>();
		this.jdbc.query("SELECT * FROM run_start WHERE run = ?", (rows) -> {
			starts.put(rows.getObject("started_at", OffsetDateTime.class),
					new Start(rows.getString("os_user"),
							Run.Account.read(rows.getString("account"), rows.getString("account_name")),
							rows.getString("portal")));
		}, run);
		return starts;
	}

	/**
	 * A process began to send requests of a run.
	 *
	 * @param osUser the user of the operating system
	 * @param by whose key it was; null: an earlier version did not look, and it counts as
	 * the one of the run
	 * @param portal by which address; null likewise
	 */
	public record Start(String osUser, Run.@Nullable Account by, @Nullable String portal) {
	}

	/**
	 * A run of the record.
	 *
	 * @param run its number
	 * @param place which one of the record it is, from 1
	 * @param head the hash of all lines up to its last, 64 hex digits
	 */
	public record Sealed(long run, long place, String head) {
	}

}
