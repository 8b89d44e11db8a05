package io.groupbatch.journal.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import io.groupbatch.journal.sql.KeysetPager;
import io.groupbatch.journal.sql.Sql;

import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The groups that an export has read. Every call joins the caller's transaction.
 * Thread-safe.
 */
@Repository
public class ExportGroups {

	private static final String THERE = "state <> 'GONE'";

	private static final int PAGE = 1000;

	private final JdbcTemplate jdbc;

	public ExportGroups(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds groups as a list showed them; one that is there already is replaced.
	 * @param pass the pass in which it was seen
	 */
	public void add(Collection<ExportGroup> groups, int pass) {
		remove(groups.stream().map(ExportGroup::id).toList());
		Sql.batch(this.jdbc,
				"INSERT INTO export_group (id, name, manager, ldap, size, pass, state) VALUES (?, ?, ?, ?, ?, ?, ?)",
				groups, (group) -> Sql.values(group.id(), group.name(), group.manager(), group.ldap(), group.size(),
						pass, ExportGroup.State.LISTED));
	}

	/**
	 * A group with people that no list showed is entered, to be read; or, when not all
	 * groups are wanted, its people are left out.
	 */
	public void completeBy(boolean all) {
		String unlisted = " FROM export_member m WHERE NOT EXISTS"
				+ " (SELECT 1 FROM export_group g WHERE g.id = m.group_id)";
		if (all) {
			this.jdbc.update("INSERT INTO export_group (id, name, ldap, pass, state)"
					+ " SELECT DISTINCT m.group_id, '', FALSE, 0, 'UNLISTED'" + unlisted);
		}
		else {
			this.jdbc.update("DELETE" + unlisted);
		}
	}

	/**
	 * The groups that have other members than the portal says, or that no list showed.
	 */
	public List<ExportGroup> unfit(int most) {
		return this.jdbc.query(
				"SELECT g.* FROM export_group g WHERE g.state = 'UNLISTED' OR (g.size IS NOT NULL AND g.size <>"
						+ " (SELECT COUNT(*) FROM export_member m JOIN export_person p ON p.id = m.person"
						+ " WHERE m.group_id = g.id AND p.status <> 'DISABLED')) ORDER BY g.id FETCH FIRST ? ROWS ONLY",
				ExportGroups::group, most);
	}

	/**
	 * Records a group that was read by itself. Its members count from now on.
	 */
	public void settle(ExportGroup group, ExportGroup.State state) {
		this.jdbc.update("UPDATE export_group SET name = ?, manager = ?, ldap = ?, size = NULL, state = ? WHERE id = ?",
				group.name(), group.manager(), group.ldap(), state.name(), group.id());
	}

	/**
	 * Forgets groups: nothing of them is exported.
	 */
	public void remove(Collection<UUID> ids) {
		Sql.batch(this.jdbc, "DELETE FROM export_group WHERE id = ?", ids, (id) -> Sql.values(id));
	}

	/**
	 * Forgets the groups whose names are not wanted. Of a group that no list showed, the
	 * name is not known yet.
	 */
	public void keepOnly(Predicate<String> wanted) {
		List<UUID> others = new ArrayList<>();
		this.jdbc.query("SELECT id, name FROM export_group WHERE state <> 'UNLISTED'", (rows) -> {
			if (!wanted.test(rows.getString("name"))) {
				others.add(rows.getObject("id", UUID.class));
			}
		});
		remove(others);
	}

	/**
	 * Calls every group in the file as the portal does.
	 */
	public void keepNames() {
		this.jdbc.update("UPDATE export_group SET written = name");
	}

	/**
	 * Gives every group its place in the file, by the name that it has there.
	 */
	public void order() {
		this.jdbc.update("MERGE INTO export_group g USING (SELECT id, ROW_NUMBER() OVER (ORDER BY written, id) AS place"
				+ " FROM export_group WHERE " + THERE + ") o ON g.id = o.id"
				+ " WHEN MATCHED THEN UPDATE SET position = o.place");
	}

	/**
	 * Those groups, but for a directory's, whose name another one has, by name.
	 */
	public List<ExportGroup> twins() {
		return this.jdbc.query("SELECT g.* FROM (SELECT name FROM export_group WHERE NOT ldap AND " + THERE
				+ " GROUP BY name HAVING COUNT(*) > 1) t JOIN export_group g ON g.name = t.name"
				+ " WHERE NOT ldap AND " + THERE + " ORDER BY g.name, g.id", ExportGroups::group);
	}

	/**
	 * Whether a group has that name, on the portal or in the file.
	 */
	public boolean isTaken(String name) {
		return Sql.one(this.jdbc, Boolean.class, "SELECT EXISTS (SELECT 1 FROM export_group WHERE name = ?)"
				+ " OR EXISTS (SELECT 1 FROM export_group WHERE written = ?)", name, name);
	}

	/**
	 * Calls a group otherwise in the file.
	 */
	public void rename(UUID id, String name) {
		this.jdbc.update("UPDATE export_group SET written = ? WHERE id = ?", name, id);
	}

	/**
	 * Pages of the groups of the file, in its order.
	 */
	public Iterable<List<ExportGroup>> pages() {
		return KeysetPager.of((after) -> page(after, PAGE), (group) -> group.place().position(), 0L);
	}

	/**
	 * The next groups of the file, in its order.
	 * @param after the place before the first one wanted
	 */
	public List<ExportGroup> page(long after, int most) {
		return this.jdbc.query("SELECT * FROM export_group WHERE position > ? AND " + THERE
				+ " ORDER BY position FETCH FIRST ? ROWS ONLY", ExportGroups::group, after, most);
	}

	/**
	 * The groups that a person is in, in the order of the file.
	 */
	public List<ExportGroup> ofMember(UUID person) {
		return this.jdbc
			.query("SELECT g.* FROM export_member m JOIN export_group g ON g.id = m.group_id WHERE m.person = ? AND "
					+ THERE + " ORDER BY g.position, g.id", ExportGroups::group, person);
	}

	/**
	 * The names that several groups of the portal have.
	 */
	public Set<String> sharedNames() {
		return Set.copyOf(this.jdbc.queryForList(
				"SELECT name FROM export_group WHERE " + THERE + " GROUP BY name HAVING COUNT(*) > 1", String.class));
	}

	/**
	 * The groups of that name on the portal.
	 */
	public List<ExportGroup> named(String name) {
		return this.jdbc.query("SELECT * FROM export_group WHERE name = ? AND " + THERE + " ORDER BY id",
				ExportGroups::group, name);
	}

	/**
	 * The group of that id, if the portal has it.
	 */
	public Optional<ExportGroup> find(UUID id) {
		return DataAccessUtils.optionalResult(
				this.jdbc.query("SELECT * FROM export_group WHERE id = ? AND " + THERE, ExportGroups::group, id));
	}

	/**
	 * The names of groups in a state, in order.
	 */
	public List<String> names(ExportGroup.State state) {
		return this.jdbc.queryForList("SELECT name FROM export_group WHERE state = ? ORDER BY name, id", String.class,
				state.name());
	}

	private static ExportGroup group(ResultSet rows, int index) throws SQLException {
		String name = rows.getString("name");
		String written = rows.getString("written");
		return new ExportGroup(rows.getObject("id", UUID.class), name, rows.getObject("manager", UUID.class),
				rows.getBoolean("ldap"), rows.getObject("size", Integer.class),
				new ExportGroup.Place(rows.getLong("position"), (written != null) ? written : name));
	}

}
