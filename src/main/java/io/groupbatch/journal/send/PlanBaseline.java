package io.groupbatch.journal.send;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.groupbatch.journal.sql.KeysetPager;
import io.groupbatch.journal.sql.Sql;
import io.groupbatch.journal.sql.SqlArrays;

import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The groups that a run is to change, as the portal showed them when it was planned, and
 * the names that the run is to give. Memory stays flat. Thread-safe.
 */
@Repository
public class PlanBaseline {

	/**
	 * A group that has a name and did not have it when the run was planned, or from which
	 * the run has taken it since.
	 */
	private static final String STRANGER = "NOT EXISTS (SELECT 1 FROM known_group k WHERE k.run = ?"
			+ " AND k.portal_id = wanted.id AND k.found_name = wanted.name AND NOT EXISTS (SELECT 1 FROM request n"
			+ " JOIN result d ON d.request = n.id WHERE n.group_ref = k.ref AND n.name <> wanted.name"
			+ " AND d.state = 'DONE'))";

	private static final String GIVEN = "g.last_request IS NOT NULL AND g.state <> 'GONE'"
			+ " AND (g.found_name IS NULL OR g.found_name <> g.name)";

	/** Of a member whose person is {@code p}: groups do not show disabled people. */
	private static final String VISIBLE = "(p.status IS NULL OR p.status <> 'DISABLED')";

	private static final String FOUND = "g.ref, g.portal_id, g.found_name, g.found_manager";

	private static final int PAGE = 200;

	private final JdbcTemplate jdbc;

	public PlanBaseline(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * How many groups a run touches that were there before it.
	 */
	public long countGroups(long run) {
		return Sql.one(this.jdbc, Long.class,
				"SELECT COUNT(*) FROM known_group WHERE run = ? AND found_name IS NOT NULL"
						+ " AND last_request IS NOT NULL",
				run);
	}

	/**
	 * Pages of these groups, by the journal's own numbers.
	 */
	public Iterable<List<GroupSnapshot>> groups(long run) {
		return KeysetPager.of((after) -> groups(run, after), GroupSnapshot::ref, 0L);
	}

	private List<GroupSnapshot> groups(long run, long after) {
		return withMembers(this.jdbc.query("SELECT " + FOUND + " FROM known_group g WHERE g.ref > ? AND "
				+ Sql.unindexed("g.run") + " = ? AND g.found_name IS NOT NULL AND g.last_request IS NOT NULL"
				+ " ORDER BY g.ref FETCH FIRST ? ROWS ONLY", PlanBaseline::found, after, run, PAGE));
	}

	/**
	 * Pages of the groups that a run touches, as the journal knows them last: by the
	 * portal's last answer about each, else from before the run. Those of which others
	 * are known to have changed something are left out.
	 */
	public Iterable<List<GroupSnapshot>> latestGroups(long run) {
		return KeysetPager.of((after) -> latestGroups(run, after), GroupSnapshot::ref, 0L);
	}

	private List<GroupSnapshot> latestGroups(long run, long after) {
		List<GroupSnapshot> seen = new ArrayList<>();
		List<GroupSnapshot> unseen = new ArrayList<>();
		this.jdbc.query(
				"SELECT g.ref, COALESCE(s.portal_id, g.portal_id) AS portal_id, g.found_name, g.found_manager,"
						+ " s.ref AS seen, s.name, s.manager, s.people FROM known_group g"
						+ " LEFT JOIN seen_group s ON s.ref = g.ref WHERE g.ref > ? AND " + Sql.unindexed("g.run")
						+ " = ? AND g.last_request IS NOT NULL AND NOT g.changed"
						+ " AND (s.ref IS NOT NULL OR g.found_name IS NOT NULL) ORDER BY g.ref FETCH FIRST ? ROWS ONLY",
				(rows) -> {
					if (rows.getObject("seen") != null) {
						seen.add(seen(rows, 0));
					}
					else {
						unseen.add(found(rows, 0));
					}
				}, after, run, PAGE);
		return Stream.concat(seen.stream(), withMembers(unseen).stream())
			.sorted(Comparator.comparingLong(GroupSnapshot::ref))
			.toList();
	}

	/**
	 * Tells the names that a run is still to give; very rarely another name passes, too,
	 * for a million names must not fill the memory.
	 */
	public Predicate<String> namesToGive(long run) {
		IntStream.Builder hashes = IntStream.builder();
		this.jdbc.query("SELECT q.name FROM request q LEFT JOIN result r ON r.request = q.id WHERE q.run = ?"
				+ " AND q.name IS NOT NULL AND (r.request IS NULL OR r.state = 'PLANNED')", (rows) -> {
					hashes.add(rows.getString(1).hashCode());
				}, run);
		int[] names = hashes.build().sorted().toArray();
		return (name) -> Arrays.binarySearch(names, name.hashCode()) >= 0;
	}

	/**
	 * The people whom some groups showed before the run, one after another.
	 * @param each takes the group and the person
	 */
	public static void members(JdbcTemplate jdbc, Collection<Long> refs, BiConsumer<Long, UUID> each) {
		jdbc.query("SELECT m.ref, m.person" + Sql.fromKeys("wanted(ref)") + "membership m ON m.ref = wanted.ref"
				+ " LEFT JOIN person p ON p.run = m.run AND p.id = m.person WHERE m.ref IS NOT NULL AND " + VISIBLE,
				(rows) -> {
					each.accept(rows.getLong("ref"), rows.getObject("person", UUID.class));
				}, Sql.array(refs));
	}

	private List<GroupSnapshot> withMembers(List<GroupSnapshot> groups) {
		Map<Long, MemberSetHash> crowds = new HashMap<>();
		members(this.jdbc, groups.stream().map(GroupSnapshot::ref).toList(),
				(ref, person) -> crowds.merge(ref, MemberSetHash.of(person), MemberSetHash::with));
		return groups.stream()
			.map((group) -> new GroupSnapshot(group.ref(), group.portalId(), group.name(), group.manager(),
					crowds.getOrDefault(group.ref(), MemberSetHash.NOBODY)))
			.toList();
	}

	/**
	 * A group as the journal knows it last: by the portal's last answer about it, else
	 * from before the run; nothing when the run makes it and has not yet.
	 */
	public Optional<GroupSnapshot> latest(long ref) {
		Optional<GroupSnapshot> seen = DataAccessUtils
			.optionalResult(this.jdbc.query("SELECT * FROM seen_group WHERE ref = ?", PlanBaseline::seen, ref));
		return seen.isPresent() ? seen
				: withMembers(this.jdbc.query(
						"SELECT " + FOUND + " FROM known_group g WHERE g.ref = ? AND g.found_name IS NOT NULL",
						PlanBaseline::found, ref))
					.stream()
					.findFirst();
	}

	/**
	 * The people whom that group shows, as the journal knows it last.
	 */
	public Set<UUID> latestMembers(long ref) {
		Optional<List<UUID>> seen = DataAccessUtils
			.optionalResult(this.jdbc.query("SELECT people FROM seen_group WHERE ref = ?",
					(rows, index) -> SqlArrays.uuidsOfParts(rows, "people"), ref));
		return seen.isPresent() ? Set.copyOf(seen.get())
				: Set.copyOf(this.jdbc.queryForList(
						"SELECT m.person FROM membership m LEFT JOIN person p ON p.run = m.run AND p.id = m.person"
								+ " WHERE m.ref = ? AND " + VISIBLE,
						UUID.class, ref));
	}

	/**
	 * How many looks an old plan takes: one at each group that requests are about which
	 * are still to be sent, or for its name, and one for each new name.
	 */
	public long countOpenGroups(long run) {
		String open = " FROM request q LEFT JOIN result r ON r.request = q.id"
				+ " WHERE q.run = ? AND q.verb <> 'GET' AND (r.request IS NULL OR r.state = 'PLANNED')";
		return Sql.one(this.jdbc, Long.class,
				"SELECT (SELECT COUNT(*) FROM (SELECT q.group_ref" + open + " UNION SELECT q.target_ref" + open
						+ " AND q.target_ref IS NOT NULL) groups) + (SELECT COUNT(*)" + open
						+ " AND q.verb = 'UPDATE' AND q.name IS NOT NULL)",
				run, run, run);
	}

	/**
	 * How many names a run is to give, to groups that it makes or renames.
	 */
	public long countNames(long run) {
		return Sql.one(this.jdbc, Long.class, "SELECT COUNT(*) FROM known_group g WHERE g.run = ? AND " + GIVEN, run);
	}

	/**
	 * Pages of these names, in order.
	 */
	public Iterable<List<String>> names(long run) {
		return KeysetPager.of((after) -> names(run, after), Function.identity(), "");
	}

	private List<String> names(long run, String after) {
		return this.jdbc.queryForList("SELECT DISTINCT g.name FROM known_group g WHERE g.run = ? AND g.name > ? AND "
				+ GIVEN + " ORDER BY g.name FETCH FIRST ? ROWS ONLY", String.class, run, after, PAGE);
	}

	/**
	 * The names, among those that a run is to give, which groups have that were not there
	 * when it was planned.
	 * @param ids of groups that are there
	 * @param names their names, in the same order
	 */
	public List<String> newcomers(long run, List<UUID> ids, List<String> names) {
		return this.jdbc.queryForList(
				"SELECT DISTINCT g.name" + Sql.fromKeys("wanted(id, name)") + "known_group g ON g.run = ?"
						+ " AND g.name = wanted.name WHERE " + GIVEN + " AND " + STRANGER,
				String.class, Sql.array(ids), Sql.array(names), run, run);
	}

	/**
	 * Those of some groups of the portal that did not have their name when a run was
	 * planned, and that the run has not given it to.
	 * @param names their names, in the same order
	 */
	public List<UUID> strangers(long run, List<UUID> ids, List<String> names) {
		return this.jdbc.queryForList(
				"SELECT wanted.id FROM UNNEST(?, ?) wanted(id, name) WHERE " + STRANGER
						+ " AND NOT EXISTS (SELECT 1 FROM seen_group s JOIN known_group own ON own.ref = s.ref"
						+ " JOIN request q ON q.group_ref = s.ref JOIN result r ON r.request = q.id"
						+ " WHERE own.run = ? AND s.portal_id = wanted.id AND s.name = wanted.name"
						+ " AND q.name = wanted.name AND r.state = 'DONE')",
				UUID.class, Sql.array(ids), Sql.array(names), run, run);
	}

	/**
	 * Whether a run knew a group of the portal when it was planned.
	 */
	public boolean isKnown(long run, UUID id) {
		return Sql.one(this.jdbc, Boolean.class,
				"SELECT EXISTS (SELECT 1 FROM known_group WHERE run = ? AND portal_id = ? AND NOT appeared)", run, id);
	}

	private static GroupSnapshot found(ResultSet rows, int index) throws SQLException {
		return new GroupSnapshot(rows.getLong("ref"), rows.getObject("portal_id", UUID.class),
				rows.getString("found_name"), rows.getObject("found_manager", UUID.class), MemberSetHash.NOBODY);
	}

	private static GroupSnapshot seen(ResultSet rows, int index) throws SQLException {
		return new GroupSnapshot(rows.getLong("ref"), rows.getObject("portal_id", UUID.class), rows.getString("name"),
				rows.getObject("manager", UUID.class), MemberSetHash.of(SqlArrays.uuidsOfParts(rows, "people")));
	}

}
