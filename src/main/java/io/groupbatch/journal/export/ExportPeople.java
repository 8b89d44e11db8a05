package io.groupbatch.journal.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.groupbatch.journal.people.PersonEntry;
import io.groupbatch.journal.sql.Sql;

import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import org.jspecify.annotations.Nullable;

/**
 * The people that an export has read, and who is in which group. Every call joins the
 * caller's transaction. Thread-safe.
 */
@Repository
public class ExportPeople {

	private static final String PERSON = "p.*, (SELECT COUNT(*) FROM export_person o WHERE o.address = p.address) AS bearers";

	private static final UUID FIRST = new UUID(0, 0);

	private final JdbcTemplate jdbc;

	public ExportPeople(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds people and the groups they are in; who is there already is replaced.
	 * @param pass the pass in which they were seen
	 */
	public void add(Map<PersonEntry, List<UUID>> people, int pass) {
		List<UUID> ids = people.keySet().stream().map(PersonEntry::id).toList();
		delete("DELETE FROM export_person WHERE id = ?", ids);
		delete("DELETE FROM export_member WHERE person = ?", ids);
		Sql.batch(this.jdbc,
				"INSERT INTO export_person (id, email, address, name, kind, status, pass) VALUES (?, ?, ?, ?, ?, ?, ?)",
				people.keySet(), (person) -> Sql.values(person.id(), person.email(), address(person), person.name(),
						person.kind(), person.status(), pass));
		insertMembers(people.entrySet()
			.stream()
			.flatMap((entry) -> entry.getValue().stream().distinct().map((group) -> pair(group, entry.getKey().id())))
			.toList());
	}

	/**
	 * Says who is in a group and is not disabled, whoever was thought to be.
	 */
	public void replaceVisible(UUID group, Collection<UUID> people) {
		this.jdbc.update("DELETE FROM export_member m WHERE m.group_id = ? AND NOT EXISTS"
				+ " (SELECT 1 FROM export_person p WHERE p.id = m.person AND p.status = 'DISABLED')", group);
		this.jdbc.batchUpdate("DELETE FROM export_member WHERE group_id = ? AND person = ?",
				people.stream().map((person) -> pair(group, person)).toList());
		insertMembers(people.stream().distinct().map((person) -> pair(group, person)).toList());
	}

	/**
	 * Who is in a group, by e-mail address, disabled people among them.
	 */
	public List<ExportMember> members(UUID group) {
		return this.jdbc.query("SELECT " + PERSON + " FROM export_member m JOIN export_person p ON p.id = m.person"
				+ " WHERE m.group_id = ? ORDER BY p.address, p.id", ExportPeople::member, group);
	}

	/**
	 * The next people who are in a group, by e-mail address.
	 * @param after the one before the first one wanted, null for the first
	 */
	public List<ExportMember> page(@Nullable PersonEntry after, int most) {
		String address = (after != null) ? address(after) : "";
		UUID id = (after != null) ? after.id() : FIRST;
		return this.jdbc.query(
				"SELECT " + PERSON + " FROM export_person p" + " WHERE (p.address > ? OR (p.address = ? AND p.id > ?))"
						+ " AND EXISTS (SELECT 1 FROM export_member m WHERE m.person = p.id)"
						+ " ORDER BY p.address, p.id FETCH FIRST ? ROWS ONLY",
				ExportPeople::member, address, address, id, most);
	}

	/**
	 * A user, if one of that id was read.
	 */
	public Optional<ExportMember> find(UUID id) {
		return DataAccessUtils.optionalResult(
				this.jdbc.query("SELECT " + PERSON + " FROM export_person p WHERE p.id = ?", ExportPeople::member, id));
	}

	/**
	 * Everybody.
	 */
	public List<PersonEntry> all() {
		return this.jdbc.query("SELECT * FROM export_person", (rows, index) -> person(rows));
	}

	private void insertMembers(List<Object[]> pairs) {
		this.jdbc.batchUpdate("INSERT INTO export_member (group_id, person) VALUES (?, ?)", pairs);
	}

	private void delete(String sql, List<UUID> ids) {
		Sql.batch(this.jdbc, sql, ids, (id) -> Sql.values(id));
	}

	private static String address(PersonEntry person) {
		return person.email().strip().toLowerCase(Locale.ROOT);
	}

	private static Object[] pair(UUID group, UUID person) {
		return new Object[] { group, person };
	}

	private static ExportMember member(ResultSet rows, int index) throws SQLException {
		return new ExportMember(person(rows), rows.getLong("bearers") == 1);
	}

	private static PersonEntry person(ResultSet rows) throws SQLException {
		return new PersonEntry(rows.getObject("id", UUID.class), rows.getString("email"), rows.getString("name"),
				PersonEntry.Kind.valueOf(rows.getString("kind")), PersonEntry.Status.valueOf(rows.getString("status")));
	}

}
