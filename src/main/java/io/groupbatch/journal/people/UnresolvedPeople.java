package io.groupbatch.journal.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import io.groupbatch.journal.row.OmittedPerson;
import io.groupbatch.journal.sql.Sql;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import org.jspecify.annotations.Nullable;

/**
 * The people of a run's file who could not be matched or added, row by row. Every call
 * joins the caller's transaction. Thread-safe.
 */
@Repository
public class UnresolvedPeople {

	/** One condition on each part of the key, so that no page costs more than another. */
	private static final String PAGE = "SELECT * FROM person_to_fix WHERE run = ? AND %s"
			+ " ORDER BY run, person_key, row_number FETCH FIRST ? ROWS ONLY";

	private final JdbcTemplate jdbc;

	public UnresolvedPeople(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds people; the same person once a row.
	 */
	public void add(long run, List<UnresolvedPerson> people) {
		Sql.batch(this.jdbc,
				"INSERT INTO person_to_fix (run, person_key, row_number, name, why, group_name) VALUES (?, ?, ?, ?, ?, ?)",
				people,
				(person) -> Sql.values(run, person.key(), person.row(), person.from(), person.why(), person.group()));
	}

	/**
	 * The next of them, person by person; empty at the end.
	 * @param after the one before the first one wanted, null for the first
	 */
	public List<UnresolvedPerson> page(long run, @Nullable UnresolvedPerson after, int most) {
		List<UnresolvedPerson> page = (after != null) ? ofSame(run, after, most) : List.of();
		return page.isEmpty() ? ofNext(run, (after != null) ? after.key() : "", most) : page;
	}

	/**
	 * How many people there are.
	 */
	public long count(long run) {
		return Sql.one(this.jdbc, Long.class, "SELECT COUNT(DISTINCT person_key) FROM person_to_fix WHERE run = ?",
				run);
	}

	private List<UnresolvedPerson> ofSame(long run, UnresolvedPerson after, int most) {
		return this.jdbc.query(PAGE.formatted("person_key = ? AND row_number > ?"), UnresolvedPeople::person, run,
				after.key(), after.row(), most);
	}

	private List<UnresolvedPerson> ofNext(long run, String key, int most) {
		return this.jdbc.query(PAGE.formatted("person_key > ?"), UnresolvedPeople::person, run, key, most);
	}

	private static UnresolvedPerson person(ResultSet rows, int index) throws SQLException {
		return new UnresolvedPerson(rows.getString("person_key"), rows.getString("name"),
				OmittedPerson.Why.valueOf(rows.getString("why")), rows.getLong("row_number"),
				rows.getString("group_name"));
	}

}
