package io.groupbatch.journal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The groups that a run knows: those found on the portal and those it is to make. Every
 * call joins the caller's transaction. Thread-safe.
 */
@Repository
public class Groups {

	private static final String COLUMNS = "g.ref, g.portal_id, g.name, g.manager, g.ldap, g.state, g.by_row,"
			+ " g.last_request, g.named_by, g.manager_row, g.name_row, g.claimed_manager, g.claimed_name";

	private final JdbcTemplate batch;

	private final JdbcClient jdbc;

	public Groups(JdbcTemplate batch, JdbcClient jdbc) {
		this.batch = batch;
		this.jdbc = jdbc;
	}

	/**
	 * The number for the next group; the caller counts on from it.
	 */
	public long nextRef() {
		return 1 + this.jdbc.sql("SELECT COALESCE(MAX(ref), 0) FROM known_group").query(Long.class).single();
	}

	/**
	 * Adds groups.
	 */
	public void add(long run, Collection<KnownGroup> groups) {
		this.batch.batchUpdate(
				"INSERT INTO known_group (name, manager, state, by_row, last_request, named_by, manager_row, name_row,"
						+ " claimed_manager, claimed_name, alike, ref, portal_id, ldap, run, found_name, found_manager)"
						+ " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
				groups, Math.max(1, groups.size()), (statement, group) -> {
					setChanging(statement, group);
					statement.setObject(13, group.portalId());
					statement.setBoolean(14, group.ldap());
					statement.setLong(15, run);
					boolean found = group.state() == GroupState.FOUND;
					statement.setString(16, found ? group.name() : null);
					statement.setObject(17, found ? group.manager() : null);
				});
	}

	/**
	 * Records what the plan has come to know of groups added before.
	 */
	public void update(Collection<KnownGroup> groups) {
		this.batch.batchUpdate("UPDATE known_group SET name = ?, manager = ?, state = ?, by_row = ?, last_request = ?,"
				+ " named_by = ?, manager_row = ?, name_row = ?, claimed_manager = ?, claimed_name = ?, alike = ?"
				+ " WHERE ref = ?", groups, Math.max(1, groups.size()), Groups::setChanging);
	}

	/**
	 * The groups that bear one of these names, gone ones left out.
	 */
	public List<KnownGroup> byName(long run, Collection<String> names) {
		return this.jdbc
			.sql("SELECT " + COLUMNS + " FROM UNNEST(?) wanted(name) LEFT JOIN known_group g"
					+ " ON g.run = ? AND g.name = wanted.name WHERE g.state <> 'GONE' ORDER BY g.ref")
			.params(names.toArray(String[]::new), run)
			.query(Groups::group)
			.list();
	}

	/**
	 * The groups whose names look like one of these, gone ones left out.
	 */
	public List<KnownGroup> byLook(long run, Collection<String> names) {
		return this.jdbc
			.sql("SELECT " + COLUMNS + " FROM UNNEST(?) wanted(look) LEFT JOIN known_group g"
					+ " ON g.run = ? AND g.alike = wanted.look WHERE g.state <> 'GONE' ORDER BY g.ref")
			.params(names.stream().map(Alike::key).distinct().toArray(String[]::new), run)
			.query(Groups::group)
			.list();
	}

	/**
	 * The groups with these ids of the portal.
	 */
	public List<KnownGroup> byPortalId(long run, Collection<UUID> ids) {
		return this.jdbc
			.sql("SELECT " + COLUMNS + " FROM UNNEST(?) wanted(id) LEFT JOIN known_group g"
					+ " ON g.run = ? AND g.portal_id = wanted.id WHERE g.ref IS NOT NULL")
			.params(ids.toArray(UUID[]::new), run)
			.query(Groups::group)
			.list();
	}

	/**
	 * Forgets what was read of the portal, to read it anew.
	 */
	public void clear(long run) {
		for (String table : List.of("membership", "known_group", "lost_name", "person")) {
			this.jdbc.sql("DELETE FROM " + table + " WHERE run = ?").param(run).update();
		}
	}

	/**
	 * Adds who is in which group, by the group's ref.
	 */
	public void addMembers(long run, Map<Long, Set<UUID>> people) {
		List<Object[]> pairs = people.entrySet()
			.stream()
			.flatMap((entry) -> entry.getValue().stream().map((person) -> new Object[] { entry.getKey(), person, run }))
			.toList();
		this.batch.batchUpdate("INSERT INTO membership (ref, person, run) VALUES (?, ?, ?)", pairs);
	}

	/**
	 * Who was in these groups when the portal was read, disabled people among them.
	 */
	public Map<Long, Set<UUID>> members(Collection<Long> refs) {
		Map<Long, Set<UUID>> members = new HashMap<>();
		this.jdbc.sql(
				"SELECT m.ref, m.person FROM UNNEST(?) wanted(ref) LEFT JOIN membership m ON m.ref = wanted.ref WHERE m.ref IS NOT NULL")
			.param(refs.toArray(Long[]::new))
			.query((rows) -> {
				members.computeIfAbsent(rows.getLong("ref"), (ref) -> new HashSet<>())
					.add(rows.getObject("person", UUID.class));
			});
		return members;
	}

	/**
	 * Drops who was in groups that no row is about: nothing will ask for it again. What
	 * is left is the state before the run.
	 */
	public void forgetUntouched(long run) {
		this.jdbc
			.sql("DELETE FROM membership WHERE run = ? AND NOT EXISTS (SELECT 1 FROM row_plan p"
					+ " WHERE p.group_ref = membership.ref) AND NOT EXISTS (SELECT 1 FROM known_group g"
					+ " WHERE g.ref = membership.ref AND g.last_request IS NOT NULL)")
			.param(run)
			.update();
		this.jdbc.sql("DELETE FROM planned_joiner WHERE run = ?").param(run).update();
	}

	/**
	 * Which of these names were lost, and how.
	 */
	public List<LostName> lostNames(long run, Collection<String> names) {
		return this.jdbc.sql(
				"SELECT l.* FROM UNNEST(?) wanted(name) LEFT JOIN lost_name l ON l.run = ? AND l.name = wanted.name WHERE l.name IS NOT NULL")
			.params(names.toArray(String[]::new), run)
			.query((rows, index) -> new LostName(rows.getString("name"), rows.getLong("row_number"),
					LostName.Why.valueOf(rows.getString("why")), SqlArrays.number(rows, "request")))
			.list();
	}

	/**
	 * Records that groups bear these names again.
	 */
	public void regainNames(long run, Collection<String> names) {
		this.batch.batchUpdate("DELETE FROM lost_name WHERE run = ? AND name = ?", names, Math.max(1, names.size()),
				(statement, name) -> {
					statement.setLong(1, run);
					statement.setString(2, name);
				});
	}

	/**
	 * Records lost names; a name lost again keeps the later loss.
	 */
	public void loseNames(long run, Collection<LostName> names) {
		regainNames(run, names.stream().map(LostName::name).toList());
		this.batch.batchUpdate("INSERT INTO lost_name (run, name, row_number, why, request) VALUES (?, ?, ?, ?, ?)",
				names, Math.max(1, names.size()), (statement, name) -> {
					statement.setLong(1, run);
					statement.setString(2, name.name());
					statement.setLong(3, name.row());
					statement.setString(4, name.why().name());
					statement.setObject(5, name.request());
				});
	}

	private static void setChanging(PreparedStatement statement, KnownGroup group) throws SQLException {
		statement.setString(1, group.name());
		statement.setObject(2, group.manager());
		statement.setString(3, group.state().name());
		statement.setObject(4, group.trail().byRow());
		statement.setObject(5, group.trail().lastRequest());
		statement.setObject(6, group.trail().namedBy());
		KnownGroup.Claim<UUID> manager = group.trail().claims().manager();
		KnownGroup.Claim<String> name = group.trail().claims().name();
		statement.setObject(7, (manager != null) ? manager.row() : null);
		statement.setObject(8, (name != null) ? name.row() : null);
		statement.setObject(9, (manager != null) ? manager.asked() : null);
		statement.setString(10, (name != null) ? name.asked() : null);
		statement.setString(11, Alike.key(group.name()));
		statement.setLong(12, group.ref());
	}

	private static KnownGroup group(ResultSet rows, int index) throws SQLException {
		return new KnownGroup(rows.getLong("ref"), rows.getObject("portal_id", UUID.class), rows.getString("name"),
				rows.getObject("manager", UUID.class), rows.getBoolean("ldap"),
				GroupState.valueOf(rows.getString("state")), new KnownGroup.Trail(SqlArrays.number(rows, "by_row"),
						SqlArrays.number(rows, "last_request"), SqlArrays.number(rows, "named_by"), claims(rows)));
	}

	private static KnownGroup.Claims claims(ResultSet rows) throws SQLException {
		return new KnownGroup.Claims(
				KnownGroup.Claim.of(SqlArrays.number(rows, "manager_row"),
						rows.getObject("claimed_manager", UUID.class)),
				KnownGroup.Claim.of(SqlArrays.number(rows, "name_row"), rows.getString("claimed_name")));
	}

}
