package io.groupbatch.journal.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.groupbatch.journal.sql.Sql;
import io.groupbatch.journal.sql.SqlArrays;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The portal's users as a run saw them. Every call joins the caller's transaction.
 * Thread-safe.
 */
@Repository
public class PortalPeople {

	private final JdbcTemplate jdbc;

	public PortalPeople(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds people.
	 */
	public void add(long run, List<PersonEntry> people) {
		Sql.batch(this.jdbc, "INSERT INTO person (run, id, email, name, kind, status) VALUES (?, ?, ?, ?, ?, ?)",
				people, (person) -> Sql.values(run, person.id(), person.email(), person.name(), person.kind(),
						person.status()));
	}

	/**
	 * Puts people in the place of those that a run knew by these ids.
	 */
	public void replace(long run, Collection<UUID> ids, List<PersonEntry> people) {
		Sql.batch(this.jdbc, "DELETE FROM person WHERE run = ? AND id = ?", ids, (id) -> Sql.values(run, id));
		Sql.batch(this.jdbc, "DELETE FROM person WHERE run = ? AND id = ?", people,
				(person) -> Sql.values(run, person.id()));
		add(run, people);
	}

	/**
	 * Everybody.
	 */
	public List<PersonEntry> all(long run) {
		return this.jdbc.query("SELECT * FROM person WHERE run = ?", PortalPeople::person, run);
	}

	/**
	 * The people with these ids; ids that nobody has are left out.
	 */
	public List<PersonEntry> byId(long run, Collection<UUID> ids) {
		List<PersonEntry> people = new ArrayList<>();
		for (List<UUID> part : SqlArrays.parts(List.copyOf(ids))) {
			people.addAll(this.jdbc.query(
					"SELECT p.*" + Sql.fromKeys("wanted(id)")
							+ "person p ON p.run = ? AND p.id = wanted.id WHERE p.id IS NOT NULL",
					PortalPeople::person, Sql.array(part), run));
		}
		return people;
	}

	/**
	 * The e-mail addresses of the people with these ids, by the id.
	 */
	public Map<UUID, String> emails(long run, Collection<UUID> ids) {
		return byId(run, ids).stream().collect(Collectors.toMap(PersonEntry::id, PersonEntry::email));
	}

	private static PersonEntry person(ResultSet rows, int index) throws SQLException {
		return new PersonEntry(rows.getObject("id", UUID.class), rows.getString("email"), rows.getString("name"),
				PersonEntry.Kind.valueOf(rows.getString("kind")), PersonEntry.Status.valueOf(rows.getString("status")));
	}

}
