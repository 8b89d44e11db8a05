package io.groupbatch.journal.run;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.sql.RowId;
import io.groupbatch.journal.sql.Sql;
import io.groupbatch.journal.sql.SqlArrays;

import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

import org.jspecify.annotations.Nullable;

/**
 * The runs of a state folder. Every call is one transaction, or joins the caller's.
 * Thread-safe.
 */
@Repository
public class Runs {

	private static final long VERIFY = 0;

	private final JdbcTemplate jdbc;

	private final Clock clock;

	public Runs(JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Gives a new run its number; it begins in {@link RunState#STAGING}.
	 * @param output the folder of its reports, for a number
	 */
	public Run create(Run.Source source, Run.Target target, LongFunction<Path> output) {
		return create(RunKind.IMPORT, null, source, target, output);
	}

	/**
	 * Gives a run that takes another one back its number, likewise.
	 * @param undoes the run that it takes back
	 */
	public Run createUndo(long undoes, Run.Source source, Run.Target target, LongFunction<Path> output) {
		return create(RunKind.UNDO, undoes, source, target, output);
	}

	/**
	 * Makes the run that only reads a file. Its number is no other run's, now or later,
	 * and only {@link #get} finds it. There is one at a time: the process that holds the
	 * journal deletes it.
	 * @param output the folder of the list
	 */
	public Run createVerify(Run.Source source, Run.Target target, Path output) {
		return create(RunKind.VERIFY, null, source, target, (number) -> output);
	}

	private Run create(RunKind kind, @Nullable Long undoes, Run.Source source, Run.Target target,
			LongFunction<Path> output) {
		long number = (kind == RunKind.VERIFY) ? VERIFY
				: 1 + Sql.one(this.jdbc, Long.class, "SELECT COALESCE(MAX(number), 0) FROM run");
		this.jdbc.update(
				"INSERT INTO run (number, kind, state, file, sha256, options, portal, sandbox, account, account_name,"
						+ " undoes, output, created_at, portal_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
						+ " COALESCE((SELECT MIN(portal_key) FROM run WHERE portal = ?), ?))",
				number, kind.name(), RunState.STAGING.name(), source.file().toString(), source.sha256(),
				source.options(), target.portal(), target.sandbox(), target.account(), target.accountName(), undoes,
				output.apply(number).toString(), OffsetDateTime.now(this.clock), target.portal(), target.portal());
		return get(number);
	}

	/**
	 * The run of that number, which must exist.
	 */
	public Run get(long number) {
		return DataAccessUtils.optionalResult(this.jdbc.query("SELECT * FROM run WHERE number = ?", Runs::run, number))
			.orElseThrow(() -> new IllegalArgumentException("There is no run " + number));
	}

	/**
	 * The run of that number, if there is one.
	 */
	public Optional<Run> find(long number) {
		return DataAccessUtils.optionalResult(
				this.jdbc.query("SELECT * FROM run WHERE number = ? AND kind <> 'VERIFY'", Runs::run, number));
	}

	/**
	 * All runs, newest first.
	 */
	public List<Run> all() {
		return this.jdbc.query("SELECT * FROM run WHERE kind <> 'VERIFY' ORDER BY number DESC", Runs::run);
	}

	/**
	 * Moves a run to another state; the end states note the time.
	 * @throws IllegalStateException when {@link RunState#mayBecome} does not allow it
	 */
	public void move(long number, RunState state) {
		requireMayBecome(number, state);
		this.jdbc.update("UPDATE run SET state = ?, ended_at = ? WHERE number = ?", state.name(),
				state.isEnded() ? OffsetDateTime.now(this.clock) : null, number);
	}

	/**
	 * Refuses a run: nothing of it is sent, so a row that could not have been done has
	 * not failed. Its code and message stay.
	 */
	public void refuse(long number) {
		this.jdbc.update("UPDATE outcome SET status = 'NOT_SENT' WHERE id > ? AND id < ? AND status = 'FAILED'",
				RowId.before(number), RowId.after(number));
		move(number, RunState.REFUSED);
	}

	/**
	 * Gives a run up: rows that wait are never sent; rows in doubt stay so in the record.
	 */
	public void cancel(long number) {
		requireMayBecome(number, RunState.CANCELLED);
		DataSource database = Objects.requireNonNull(this.jdbc.getDataSource());
		new TransactionTemplate(new JdbcTransactionManager(database)).executeWithoutResult((status) -> {
			this.jdbc.update(
					"INSERT INTO outcome (id, status, code) SELECT i.id, 'CANCELLED', 'GIVEN_UP' FROM input_row i"
							+ " WHERE i.id > ? AND i.id < ? AND NOT EXISTS (SELECT 1 FROM outcome o WHERE o.id = i.id)",
					RowId.before(number), RowId.after(number));
			this.jdbc.update(
					"UPDATE outcome SET status = 'CANCELLED', code = 'GIVEN_UP', message = NULL"
							+ " WHERE id > ? AND id < ? AND status = 'NOT_SENT'",
					RowId.before(number), RowId.after(number));
			move(number, RunState.CANCELLED);
		});
	}

	private void requireMayBecome(long number, RunState next) {
		RunState now = get(number).state();
		if (!now.mayBecome(next)) {
			throw new IllegalStateException("Run %d is %s and cannot become %s".formatted(number, now, next));
		}
	}

	/**
	 * Whether every row of a run says how things must be, so that the file may run again
	 * at any time.
	 */
	public boolean isWishOnly(long number) {
		String wishes = Arrays.stream(Operation.values())
			.filter(Operation::isWish)
			.map(Operation::text)
			.collect(Collectors.joining("', '", "'", "'"));
		return Sql.one(this.jdbc, Boolean.class,
				"SELECT COALESCE(wish_only, NOT EXISTS (SELECT 1 FROM input_row WHERE id > ? AND id < ?"
						+ " AND operation NOT IN (" + wishes + "))) FROM run WHERE number = ?",
				RowId.before(number), RowId.after(number), number);
	}

	/**
	 * Notes whose key it is, when the portal has said.
	 */
	public void account(long number, String id, String name) {
		this.jdbc.update("UPDATE run SET account = ?, account_name = ? WHERE number = ?", id, name, number);
	}

	/**
	 * Notes with whose key the run is sent from now on.
	 */
	public void sender(long number, Run.Account by) {
		this.jdbc.update("UPDATE run SET sender = ?, sender_name = ? WHERE number = ?", by.kept(), by.name(), number);
	}

	/**
	 * Notes that the run's portal has another address now; it had the old one at each
	 * start so far.
	 */
	public void address(long number, String portal) {
		this.jdbc.update("UPDATE run_start SET portal = (SELECT r.portal FROM run r WHERE r.number = ?)"
				+ " WHERE run = ? AND portal IS NULL", number, number);
		this.jdbc.update("UPDATE run SET portal = ? WHERE number = ?", portal, number);
	}

	/**
	 * Notes what the file turned out to be.
	 * @param header its first record
	 */
	public void describe(long number, Run.Header header, Run.Dialect dialect) {
		this.jdbc.update(
				"UPDATE run SET headings = ?, fields = ?, dialect = ?, charset = ?, byte_order_mark = ?, delimiter = ?"
						+ " WHERE number = ?",
				Sql.array(header.headings()), Sql.array(header.fields()), dialect.described(), dialect.charset(),
				dialect.byteOrderMark(), String.valueOf(dialect.delimiter()), number);
	}

	/**
	 * Keeps what changes nothing in a run.
	 */
	public void remark(long number, Run.Remarks remarks) {
		this.jdbc.update("UPDATE run SET note = ?, mends = ?, user_map = ?, undoes = ? WHERE number = ?",
				remarks.note(), remarks.mends(), (remarks.userMap() != null) ? remarks.userMap().toString() : null,
				remarks.undoes(), number);
	}

	/**
	 * The runs that take a run back or were made to, the latest first.
	 */
	public List<Run> undoing(long number) {
		return this.jdbc.query("SELECT * FROM run WHERE undoes = ? ORDER BY number DESC", Runs::run, number);
	}

	/**
	 * Whether a run is to take back all that another one has changed.
	 */
	public boolean takesAllBack(long number) {
		return Sql.one(this.jdbc, Boolean.class,
				"SELECT COUNT(*) > 0 AND COUNT(*) = COUNT(CASE WHEN kind = 'REVERSED' THEN 1 END) FROM undo_line"
						+ " WHERE run = ?",
				number);
	}

	/**
	 * Keeps how the user wants a run to be sent.
	 * @param options as the command line has them; empty: nothing is said
	 */
	public void sendingOptions(long number, String options) {
		this.jdbc.update("UPDATE run SET sending_options = ? WHERE number = ?", options.isEmpty() ? null : options,
				number);
	}

	/**
	 * How the user wants runs to be sent, by their numbers; those of which nothing is
	 * said are left out.
	 */
	public Map<Long, String> sendingOptions() {
		Map<Long, String> options = new HashMap<>();
		this.jdbc.query("SELECT number, sending_options FROM run WHERE sending_options IS NOT NULL", (rows) -> {
			options.put(rows.getLong("number"), rows.getString("sending_options"));
		});
		return options;
	}

	/**
	 * Says yes to the run's plan: it may be sent.
	 */
	public void approve(long number) {
		this.jdbc.update("UPDATE run SET approved = TRUE WHERE number = ?", number);
	}

	/**
	 * Says yes to what the guards warn of in the run's plan.
	 */
	public void acceptRisks(long number) {
		this.jdbc.update("UPDATE run SET risks_accepted = TRUE WHERE number = ?", number);
	}

	/**
	 * Notes that all that the plan needs of the portal stands in the journal.
	 * @param began when the reading began: the plan is as old as that
	 * @param groups how many groups the portal has
	 */
	public void directoryRead(long number, Instant began, long groups) {
		this.jdbc.update("UPDATE run SET directory_read_at = ?, portal_groups = ? WHERE number = ?",
				began.atOffset(ZoneOffset.UTC), groups, number);
	}

	/**
	 * Notes that the portal was compared with the run's plan and is as it was: the plan
	 * is as old as that now.
	 */
	public void directoryChecked(long number, Instant began) {
		this.jdbc.update("UPDATE run SET directory_read_at = ? WHERE number = ?", began.atOffset(ZoneOffset.UTC),
				number);
	}

	/**
	 * Keeps why a run stopped, or forgets it (null) when it goes on.
	 */
	public void halt(long number, @Nullable StopCause halt) {
		this.jdbc.update("UPDATE run SET stop_reason = ?, stop_message = ? WHERE number = ?",
				(halt != null) ? halt.reason().name() : null, (halt != null) ? halt.sentence() : null, number);
	}

	/**
	 * How many rows of a run have each status; statuses that no row has are left out.
	 */
	public Map<RowStatus, Long> counts(long number) {
		Map<RowStatus, Long> counts = new EnumMap<>(RowStatus.class);
		this.jdbc.query("SELECT status, COUNT(*) AS n FROM outcome WHERE id > ? AND id < ?"
				+ " AND (SELECT purged_at FROM run WHERE number = ?) IS NULL GROUP BY status"
				+ " UNION ALL SELECT status, row_count FROM purged_count WHERE run = ?", (rows) -> {
					counts.put(RowStatus.valueOf(rows.getString("status")), rows.getLong("n"));
				}, RowId.before(number), RowId.after(number), number, number);
		long settled = counts.values().stream().mapToLong(Long::longValue).sum();
		long all = get(number).content().rows();
		if (all > settled) {
			counts.merge(RowStatus.NOT_SENT, all - settled, Long::sum);
		}
		return counts;
	}

	private static Run run(ResultSet rows, int index) throws SQLException {
		String reason = rows.getString("stop_reason");
		StopCause halt = (reason != null) ? new StopCause(StopReason.valueOf(reason), rows.getString("stop_message"))
				: null;
		return new Run(rows.getLong("number"), RunState.valueOf(rows.getString("state")),
				new Run.Source(Path.of(rows.getString("file")), rows.getString("sha256"), rows.getString("options")),
				new Run.Target(rows.getString("portal"), rows.getBoolean("sandbox"), rows.getString("account"),
						rows.getString("account_name"),
						Run.Account.read(rows.getString("sender"), rows.getString("sender_name"))),
				Path.of(rows.getString("output")), halt,
				new Run.Span(rows.getObject("created_at", OffsetDateTime.class),
						rows.getObject("ended_at", OffsetDateTime.class),
						rows.getObject("purged_at", OffsetDateTime.class)),
				content(rows), remarks(rows), plan(rows));
	}

	private static Run.Content content(ResultSet rows) throws SQLException {
		String described = rows.getString("dialect");
		Run.Dialect dialect = (described != null) ? new Run.Dialect(rows.getString("charset"),
				rows.getBoolean("byte_order_mark"), rows.getString("delimiter").charAt(0), described) : null;
		return new Run.Content(new Run.Header(SqlArrays.strings(rows, "headings"), SqlArrays.strings(rows, "fields")),
				dialect, rows.getLong("row_count"));
	}

	private static Run.Remarks remarks(ResultSet rows) throws SQLException {
		String userMap = rows.getString("user_map");
		return new Run.Remarks(rows.getString("note"), SqlArrays.number(rows, "mends"),
				(userMap != null) ? Path.of(userMap) : null, SqlArrays.number(rows, "undoes"));
	}

	private static Run.Plan plan(ResultSet rows) throws SQLException {
		OffsetDateTime readAt = rows.getObject("directory_read_at", OffsetDateTime.class);
		return new Run.Plan((readAt != null) ? readAt.toInstant() : null, rows.getLong("portal_groups"),
				rows.getBoolean("approved"), rows.getBoolean("risks_accepted"));
	}

}
