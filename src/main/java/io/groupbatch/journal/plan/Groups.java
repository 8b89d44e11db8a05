package io.groupbatch.journal.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.groupbatch.journal.sql.Sql;
import io.groupbatch.journal.sql.SqlArrays;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The groups that a run knows: those found on the portal and those it is to make. Every
 * call joins the caller's transaction. Thread-safe.
 */
@Repository
public class Groups {

	private static final String COLUMNS = "g.ref, g.portal_id, g.name, g.manager, g.ldap, g.state, g.by_row,"
			+ " g.last_request, g.named_by, g.manager_row, g.name_row, g.claimed_manager, g.claimed_name";

	private static final int GROUPS_AT_ONCE = 500;

	private final JdbcTemplate jdbc;

	public Groups(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The number for the next group; the caller counts on from it.
	 */
	public long nextRef() {
		return 1 + Sql.one(this.jdbc, Long.class, "SELECT COALESCE(MAX(ref), 0) FROM known_group");
	}

	/**
	 * Adds groups.
	 */
	public void add(long run, Collection<TrackedGroup> groups) {
		Sql.batch(this.jdbc,
				"INSERT INTO known_group (ref, run, portal_id, ldap, found_name, found_manager, name, manager, state,"
						+ " by_row, last_request, named_by, manager_row, claimed_manager, name_row, claimed_name, alike)"
						+ " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
				groups, (group) -> {
					boolean found = group.state() == TrackedGroupState.FOUND;
					TrackedGroup.Trail trail = group.trail();
					TrackedGroup.Claim<UUID> manager = trail.claims().manager();
					TrackedGroup.Claim<String> name = trail.claims().name();
					return Sql.values(group.ref(), run, group.portalId(), group.ldap(), found ? group.name() : null,
							found ? group.manager() : null, group.name(), group.manager(), group.state(), trail.byRow(),
							trail.lastRequest(), trail.namedBy(), (manager != null) ? manager.row() : null,
							(manager != null) ? manager.asked() : null, (name != null) ? name.row() : null,
							(name != null) ? name.asked() : null, SimilarName.key(group.name()));
				});
	}

	/**
	 * Records what the plan has come to know of groups added before.
	 */
	public void update(Collection<TrackedGroup> groups) {
		Sql.batch(this.jdbc,
				"UPDATE known_group SET name = ?, manager = ?, state = ?, by_row = ?, last_request = ?, named_by = ?,"
						+ " manager_row = ?, claimed_manager = ?, name_row = ?, claimed_name = ?, alike = ? WHERE ref = ?",
				groups, (group) -> {
					TrackedGroup.Trail trail = group.trail();
					TrackedGroup.Claim<UUID> manager = trail.claims().manager();
					TrackedGroup.Claim<String> name = trail.claims().name();
					return Sql.values(group.name(), group.manager(), group.state(), trail.byRow(), trail.lastRequest(),
							trail.namedBy(), (manager != null) ? manager.row() : null,
							(manager != null) ? manager.asked() : null, (name != null) ? name.row() : null,
							(name != null) ? name.asked() : null, SimilarName.key(group.name()), group.ref());
				});
	}

	/**
	 * The groups that have one of these names, gone ones left out.
	 */
	public List<TrackedGroup> byName(long run, Collection<String> names) {
		return this.jdbc.query(
				"SELECT " + COLUMNS + Sql.fromKeys("wanted(name)") + "known_group g"
						+ " ON g.run = ? AND g.name = wanted.name WHERE g.state <> 'GONE' ORDER BY g.ref",
				Groups::group, Sql.array(names), run);
	}

	/**
	 * The groups whose names look like one of these, gone ones left out.
	 */
	public List<TrackedGroup> byLook(long run, Collection<String> names) {
		return this.jdbc.query(
				"SELECT " + COLUMNS + Sql.fromKeys("wanted(look)") + "known_group g"
						+ " ON g.run = ? AND g.alike = wanted.look WHERE g.state <> 'GONE' ORDER BY g.ref",
				Groups::group, Sql.array(names.stream().map(SimilarName::key).distinct()), run);
	}

	/**
	 * The groups with these ids of the portal.
	 */
	public List<TrackedGroup> byPortalId(long run, Collection<UUID> ids) {
		return this.jdbc.query(
				"SELECT " + COLUMNS + Sql.fromKeys("wanted(id)") + "known_group g"
						+ " ON g.run = ? AND g.portal_id = wanted.id WHERE g.ref IS NOT NULL",
				Groups::group, Sql.array(ids), run);
	}

	/**
	 * The groups with these numbers.
	 */
	public List<TrackedGroup> byRef(Collection<Long> refs) {
		return this.jdbc.query(
				"SELECT " + COLUMNS + Sql.fromKeys("wanted(ref)")
						+ "known_group g ON g.ref = wanted.ref WHERE g.ref IS NOT NULL",
				Groups::group, Sql.array(refs));
	}

	/**
	 * The groups that some people may be in, by the person: those in which the portal
	 * showed them, and those into which requests planned so far put them.
	 */
	public Map<UUID, Set<Long>> groupsOf(long run, Set<UUID> people) {
		Map<UUID, Set<Long>> groups = new HashMap<>();
		Long last = this.jdbc.queryForObject("SELECT MAX(ref) FROM known_group WHERE run = ?", Long.class, run);
		Long first = this.jdbc.queryForObject("SELECT MIN(ref) FROM known_group WHERE run = ?", Long.class, run);
		for (long ref = (first != null) ? first : 1; last != null && ref <= last; ref += GROUPS_AT_ONCE) {
			this.jdbc.query("SELECT ref, person FROM membership WHERE ref >= ? AND ref < ? AND run = ?", (rows) -> {
				UUID person = rows.getObject("person", UUID.class);
				if (people.contains(person)) {
					groups.computeIfAbsent(person, (key) -> new HashSet<>()).add(rows.getLong("ref"));
				}
			}, ref, ref + GROUPS_AT_ONCE, run);
		}
		this.jdbc.query("SELECT COALESCE(target_ref, group_ref) AS ref, adds, manager FROM request WHERE run = ?"
				+ " AND (adds IS NOT NULL OR manager IS NOT NULL)", (rows) -> {
					List<UUID> joining = new ArrayList<>(SqlArrays.uuids(rows, "adds"));
					joining.add(rows.getObject("manager", UUID.class));
					joining.retainAll(people);
					for (UUID person : joining) {
						groups.computeIfAbsent(person, (key) -> new HashSet<>()).add(rows.getLong("ref"));
					}
				}, run);
		return groups;
	}

	/**
	 * The names under which the newest run that has found a group on the portal has found
	 * it, by the group's id; of ids that no run has found, none.
	 */
	public Map<UUID, String> namesFound(Collection<UUID> ids) {
		Map<UUID, String> names = new HashMap<>();
		for (List<UUID> part : SqlArrays.parts(List.copyOf(ids))) {
			this.jdbc.query("SELECT g.portal_id, g.found_name" + Sql.fromKeys("wanted(id)")
					+ "run r ON TRUE LEFT JOIN known_group g ON g.run = r.number AND g.portal_id = wanted.id"
					+ " WHERE g.found_name IS NOT NULL ORDER BY g.run", (rows) -> {
						names.put(rows.getObject("portal_id", UUID.class), rows.getString("found_name"));
					}, Sql.array(part));
		}
		return names;
	}

	/**
	 * Forgets what was read of the portal, to read it again.
	 */
	public void clear(long run) {
		for (String table : List.of("membership", "known_group", "lost_name", "person")) {
			this.jdbc.update("DELETE FROM " + table + " WHERE run = ?", run);
		}
	}

	/**
	 * Adds who is in which group, by the group's ref.
	 */
	public void addMembers(long run, Map<Long, Set<UUID>> people) {
		List<Object[]> pairs = people.entrySet()
			.stream()
			.flatMap((entry) -> entry.getValue().stream().map((person) -> Sql.values(entry.getKey(), person, run)))
			.toList();
		this.jdbc.batchUpdate("INSERT INTO membership (ref, person, run) VALUES (?, ?, ?)", pairs);
	}

	/**
	 * Those of some people who were in some groups when the portal was read, by the
	 * group's ref.
	 * @param wanted the people that matter, by the group's ref
	 */
	public Map<Long, Set<UUID>> present(Map<Long, ? extends Collection<UUID>> wanted) {
		return present(this.jdbc, wanted);
	}

	/** The same, for stores that have no {@code Groups}. */
	public static Map<Long, Set<UUID>> present(JdbcTemplate jdbc, Map<Long, ? extends Collection<UUID>> wanted) {
		List<Member> members = wanted.entrySet()
			.stream()
			.flatMap(
					(group) -> group.getValue().stream().distinct().map((person) -> new Member(group.getKey(), person)))
			.toList();
		Map<Long, Set<UUID>> present = new HashMap<>();
		for (List<Member> part : SqlArrays.parts(members)) {
			jdbc.query(
					"SELECT m.ref, m.person" + Sql.fromKeys("wanted(ref, person)")
							+ "membership m ON m.ref = wanted.ref AND m.person = wanted.person WHERE m.ref IS NOT NULL",
					(rows) -> {
						present.computeIfAbsent(rows.getLong("ref"), (ref) -> new HashSet<>())
							.add(rows.getObject("person", UUID.class));
					}, Sql.array(part.stream().map(Member::ref)), Sql.array(part.stream().map(Member::person)));
		}
		return present;
	}

	/**
	 * Whether some groups together had more members than so many. Reads no more of them
	 * than that; a group without members counts as one.
	 */
	public boolean haveMoreMembers(Collection<Long> refs, long most) {
		return !this.jdbc
			.queryForList(
					"SELECT 1" + Sql.fromKeys("wanted(ref)")
							+ "membership m ON m.ref = wanted.ref OFFSET ? ROWS FETCH FIRST ROW ONLY",
					Sql.array(refs), most)
			.isEmpty();
	}

	/**
	 * Who was in these groups when the portal was read, disabled people among them.
	 */
	public Map<Long, Set<UUID>> members(Collection<Long> refs) {
		Map<Long, Set<UUID>> members = new HashMap<>();
		this.jdbc.query("SELECT m.ref, m.person" + Sql.fromKeys("wanted(ref)")
				+ "membership m ON m.ref = wanted.ref WHERE m.ref IS NOT NULL", (rows) -> {
					members.computeIfAbsent(rows.getLong("ref"), (ref) -> new HashSet<>())
						.add(rows.getObject("person", UUID.class));
				}, Sql.array(refs));
		return members;
	}

	/**
	 * Drops who was in groups that no row is about: nothing will ask for it again. What
	 * is left is the state before the run.
	 */
	public void forgetUntouched(long run) {
		this.jdbc.update("DELETE FROM membership WHERE run = ? AND NOT EXISTS (SELECT 1 FROM row_plan p"
				+ " WHERE p.group_ref = membership.ref) AND NOT EXISTS (SELECT 1 FROM known_group g"
				+ " WHERE g.ref = membership.ref AND g.last_request IS NOT NULL)", run);
		this.jdbc.update("DELETE FROM planned_joiner WHERE run = ?", run);
	}

	/**
	 * Which of these names were lost, and how.
	 */
	public List<ReleasedName> lostNames(long run, Collection<String> names) {
		return this.jdbc.query(
				"SELECT l.*" + Sql.fromKeys("wanted(name)")
						+ "lost_name l ON l.run = ? AND l.name = wanted.name WHERE l.name IS NOT NULL",
				(rows, index) -> new ReleasedName(rows.getString("name"), rows.getLong("row_number"),
						ReleasedName.Why.valueOf(rows.getString("why")), SqlArrays.number(rows, "request")),
				Sql.array(names), run);
	}

	/**
	 * Records that groups have these names again.
	 */
	public void regainNames(long run, Collection<String> names) {
		Sql.batch(this.jdbc, "DELETE FROM lost_name WHERE run = ? AND name = ?", names,
				(name) -> Sql.values(run, name));
	}

	/**
	 * Records lost names; a name lost again keeps the later loss.
	 */
	public void loseNames(long run, Collection<ReleasedName> names) {
		regainNames(run, names.stream().map(ReleasedName::name).toList());
		Sql.batch(this.jdbc, "INSERT INTO lost_name (run, name, row_number, why, request) VALUES (?, ?, ?, ?, ?)",
				names, (name) -> Sql.values(run, name.name(), name.row(), name.why(), name.request()));
	}

	private static TrackedGroup group(ResultSet rows, int index) throws SQLException {
		return new TrackedGroup(rows.getLong("ref"), rows.getObject("portal_id", UUID.class), rows.getString("name"),
				rows.getObject("manager", UUID.class), rows.getBoolean("ldap"),
				TrackedGroupState.valueOf(rows.getString("state")),
				new TrackedGroup.Trail(SqlArrays.number(rows, "by_row"), SqlArrays.number(rows, "last_request"),
						SqlArrays.number(rows, "named_by"), claims(rows)));
	}

	private static TrackedGroup.Claims claims(ResultSet rows) throws SQLException {
		return new TrackedGroup.Claims(
				TrackedGroup.Claim.of(SqlArrays.number(rows, "manager_row"),
						rows.getObject("claimed_manager", UUID.class)),
				TrackedGroup.Claim.of(SqlArrays.number(rows, "name_row"), rows.getString("claimed_name")));
	}

	/** A person and a group. */
	private record Member(long ref, UUID person) {
	}

}
