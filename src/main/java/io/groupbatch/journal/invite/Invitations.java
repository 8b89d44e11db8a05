package io.groupbatch.journal.invite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.groupbatch.journal.invite.Invitation.Reason;
import io.groupbatch.journal.invite.Invitation.State;
import io.groupbatch.journal.run.JournalGeneration;
import io.groupbatch.journal.row.RowNumber;
import io.groupbatch.journal.sql.Sql;
import io.groupbatch.journal.sql.SqlArrays;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The invitations of runs. Every call joins the caller's transaction. Thread-safe.
 */
@Repository
public class Invitations {

	private final JdbcTemplate jdbc;

	private final Clock clock;

	private final JournalGeneration generation;

	public Invitations(JdbcTemplate jdbc, Clock clock, JournalGeneration generation) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.generation = generation;
	}

	/**
	 * Adds people who may be invited; none of them is until a row needs it.
	 */
	public void add(long run, Collection<Invitation> people) {
		Sql.batch(this.jdbc, "INSERT INTO invitation (run, address, email, person, state) VALUES (?, ?, ?, ?, ?)",
				people, (person) -> Sql.values(run, person.address(), person.email(), person.person(),
						Invitation.State.UNUSED));
	}

	/**
	 * Plans to invite the people of a row, each person once.
	 */
	public void plan(long run, long row, Collection<Invitation> people) {
		Sql.batch(this.jdbc,
				"UPDATE invitation SET state = 'PLANNED' WHERE run = ? AND address = ? AND state = 'UNUSED'", people,
				(person) -> Sql.values(run, person.address()));
		Sql.batch(this.jdbc, "INSERT INTO invitation_row (run, address, row_number) VALUES (?, ?, ?)", people,
				(person) -> Sql.values(run, person.address(), row));
	}

	/** Whether a run invites anybody. */
	public boolean isAny(long run) {
		return Sql.one(this.jdbc, Boolean.class, "SELECT EXISTS (SELECT 1 FROM invitation WHERE run = ?)", run);
	}

	/**
	 * How many invitations of a run have each state; states that none has are left out.
	 */
	public Map<State, Long> counts(long run) {
		Map<State, Long> counts = new EnumMap<>(State.class);
		this.jdbc.query("SELECT state, COUNT(*) AS n FROM invitation WHERE run = ? GROUP BY state", (rows) -> {
			counts.put(State.valueOf(rows.getString("state")), rows.getLong("n"));
		}, run);
		return counts;
	}

	/** All of a run, by the address. */
	public List<Invitation> all(long run) {
		return this.jdbc.query("SELECT * FROM invitation WHERE run = ? ORDER BY address", Invitations::invitation, run);
	}

	/** Those of a run that have a state, those to be sent alone last. */
	public List<Invitation> in(long run, State state, int most) {
		return this.jdbc.query("SELECT * FROM invitation WHERE run = ? AND state = ? ORDER BY alone, address"
				+ " FETCH FIRST ? ROWS ONLY", Invitations::invitation, run, state.name(), most);
	}

	/** Whether any run may have sent an invitation whose result is not known. */
	public boolean isAnySent() {
		return Sql.one(this.jdbc, Boolean.class, "SELECT EXISTS (SELECT 1 FROM invitation WHERE state = 'SENT')");
	}

	/**
	 * Marks invitations as being sent. They may be sent once the transaction is committed
	 * and forced to the disk.
	 */
	public void mark(long run, Collection<Invitation> people) {
		Sql.batch(this.jdbc,
				"UPDATE invitation SET state = 'SENT', attempts = attempts + 1, sent_at = COALESCE(sent_at, ?)"
						+ " WHERE run = ? AND address = ?",
				people, (person) -> Sql.values(OffsetDateTime.now(this.clock), run, person.address()));
		this.generation.next(this.jdbc);
	}

	/** Takes the mark off invitations that have certainly not left. */
	public void unmark(long run, Collection<Invitation> people) {
		Sql.batch(this.jdbc,
				"UPDATE invitation SET state = 'PLANNED', attempts = attempts - 1,"
						+ " sent_at = CASE WHEN attempts = 1 THEN NULL ELSE sent_at END WHERE run = ? AND address = ?",
				people, (person) -> Sql.values(run, person.address()));
	}

	/** Records what is known of invitations now. */
	public void record(long run, Collection<Invitation> people) {
		Sql.batch(this.jdbc,
				"UPDATE invitation SET person = ?, state = ?, reason = ?, words = ?, alone = ?, http_status = ?"
						+ " WHERE run = ? AND address = ?",
				people, (person) -> Sql.values(person.person(), person.state(), person.reason(), person.words(),
						person.alone(), person.httpStatus(), run, person.address()));
	}

	/**
	 * The rows that name the people of a run, by the address.
	 */
	public Map<String, List<InvitedRow>> rows(long run) {
		Map<String, List<InvitedRow>> rows = new HashMap<>();
		this.jdbc.query("""
				SELECT r.address, r.row_number, COALESCE(p.group_name, p.name) AS group_name FROM invitation_row r
				LEFT JOIN row_plan p ON p.id = r.run * 1099511627776 + r.row_number
				WHERE r.run = ? ORDER BY r.address, r.row_number""", (found) -> {
			rows.computeIfAbsent(found.getString("address"), (address) -> new ArrayList<>())
				.add(new InvitedRow(RowNumber.row(found.getLong("row_number")), found.getString("group_name")));
		}, run);
		return rows;
	}

	/**
	 * The addresses of the people who were invited for some rows, by the row.
	 */
	public Map<Long, List<String>> invited(long run, Collection<Long> rows) {
		Map<Long, List<String>> invited = new HashMap<>();
		this.jdbc.query(
				"SELECT r.row_number, i.email" + Sql.fromKeys("wanted(number)")
						+ "invitation_row r ON r.run = ? AND r.row_number = wanted.number"
						+ " LEFT JOIN invitation i ON i.run = r.run AND i.address = r.address"
						+ " WHERE r.address IS NOT NULL AND i.state = 'INVITED' ORDER BY r.row_number, i.address",
				(found) -> {
					invited.computeIfAbsent(found.getLong("row_number"), (row) -> new ArrayList<>())
						.add(found.getString("email"));
				}, Sql.array(rows), run);
		return invited;
	}

	private static Invitation invitation(ResultSet rows, int index) throws SQLException {
		String reason = rows.getString("reason");
		Long status = SqlArrays.number(rows, "http_status");
		return new Invitation(rows.getString("address"), rows.getString("email"), rows.getObject("person", UUID.class),
				State.valueOf(rows.getString("state")), (reason != null) ? Reason.valueOf(reason) : null,
				rows.getString("words"), rows.getBoolean("alone"), rows.getInt("attempts"),
				(status != null) ? status.intValue() : null, rows.getObject("sent_at", OffsetDateTime.class));
	}

}
