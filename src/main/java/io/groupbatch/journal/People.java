package io.groupbatch.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The portal's users as a run saw them. Every call joins the caller's transaction.
 * Thread-safe.
 */
@Repository
public class People {

	private final JdbcTemplate batch;

	private final JdbcClient jdbc;

	public People(JdbcTemplate batch, JdbcClient jdbc) {
		this.batch = batch;
		this.jdbc = jdbc;
	}

	/**
	 * Adds people.
	 */
	public void add(long run, List<PersonEntry> people) {
		this.batch.batchUpdate("INSERT INTO person (run, id, email, name, kind, status) VALUES (?, ?, ?, ?, ?, ?)",
				people, Math.max(1, people.size()), (statement, person) -> {
					statement.setLong(1, run);
					statement.setObject(2, person.id());
					statement.setString(3, person.email());
					statement.setString(4, person.name());
					statement.setString(5, person.kind().name());
					statement.setString(6, person.status().name());
				});
	}

	/**
	 * Everybody.
	 */
	public List<PersonEntry> all(long run) {
		return this.jdbc.sql("SELECT * FROM person WHERE run = ?").param(run).query(People::person).list();
	}

	/**
	 * The people with these ids; ids that nobody has are left out.
	 */
	public List<PersonEntry> byId(long run, Collection<UUID> ids) {
		return this.jdbc.sql(
				"SELECT p.* FROM UNNEST(?) wanted(id) LEFT JOIN person p ON p.run = ? AND p.id = wanted.id WHERE p.id IS NOT NULL")
			.params(ids.toArray(UUID[]::new), run)
			.query(People::person)
			.list();
	}

	private static PersonEntry person(ResultSet rows, int index) throws SQLException {
		return new PersonEntry(rows.getObject("id", UUID.class), rows.getString("email"), rows.getString("name"),
				PersonEntry.Kind.valueOf(rows.getString("kind")), PersonEntry.Status.valueOf(rows.getString("status")));
	}

}
