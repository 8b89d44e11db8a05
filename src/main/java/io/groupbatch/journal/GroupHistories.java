package io.groupbatch.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.jspecify.annotations.Nullable;

/**
 * The groups that a run has sent changes of, as they were before and after. Thread-safe.
 */
@Repository
public class GroupHistories {

	private static final String TOUCHED = "(EXISTS (SELECT 1 FROM request r LEFT JOIN result o ON o.request = r.id"
			+ " WHERE r.group_ref = g.ref AND r.verb <> 'GET' AND o.sent_at IS NOT NULL)"
			+ " OR EXISTS (SELECT 1 FROM request r LEFT JOIN result o ON o.request = r.id"
			+ " WHERE r.target_ref = g.ref AND o.sent_at IS NOT NULL))";

	private final JdbcClient jdbc;

	public GroupHistories(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The journal's numbers of the groups: those that the run made come first.
	 */
	public List<Long> refs(long run) {
		return this.jdbc
			.sql("SELECT g.ref FROM known_group g WHERE g.run = ? AND " + TOUCHED
					+ " ORDER BY CASE WHEN g.found_name IS NULL THEN 0 ELSE 1 END, g.ref DESC")
			.param(run)
			.query(Long.class)
			.list();
	}

	/**
	 * What happened to groups of a run, in the order given.
	 */
	public List<GroupHistory> of(List<Long> refs) {
		Map<Long, Members> members = members(refs);
		Map<Long, GroupHistory> found = new HashMap<>();
		this.jdbc.sql("""
				SELECT g.ref, COALESCE(s.portal_id, g.portal_id) AS portal_id, COALESCE(s.name, g.name) AS name_now,
				g.found_name, g.found_manager, s.ref AS seen, s.name, s.manager, s.members,
				EXISTS (SELECT 1 FROM request r LEFT JOIN result o ON o.request = r.id
				WHERE r.group_ref = g.ref AND r.verb = 'DELETE' AND o.state = 'DONE') AS deleted,
				EXISTS (SELECT 1 FROM row_plan p LEFT JOIN outcome x ON x.id = p.id
				WHERE p.group_ref = g.ref AND x.code = 'ADOPTED') AS adopted,
				EXISTS (SELECT 1 FROM request r LEFT JOIN result o ON o.request = r.id
				WHERE r.group_ref = g.ref AND o.state = 'IN_DOUBT')
				OR EXISTS (SELECT 1 FROM request r LEFT JOIN result o ON o.request = r.id
				WHERE r.target_ref = g.ref AND o.state = 'IN_DOUBT') AS in_doubt
				FROM UNNEST(?) wanted(ref) LEFT JOIN known_group g ON g.ref = wanted.ref
				LEFT JOIN seen_group s ON s.ref = g.ref WHERE g.ref IS NOT NULL""")
			.param(refs.toArray(Long[]::new))
			.query((rows) -> {
				long ref = rows.getLong("ref");
				found.put(ref, history(rows, members.getOrDefault(ref, new Members(List.of(), List.of()))));
			});
		return refs.stream().map(found::get).filter(Objects::nonNull).toList();
	}

	/**
	 * The next names that a run has given to groups that were there, the last one first.
	 * @param before the request after the first one wanted
	 */
	public List<Rename> renames(long run, long before, int most) {
		return this.jdbc.sql("""
				SELECT r.id, g.ref, %s AS name_before
				FROM request r LEFT JOIN result o ON o.request = r.id LEFT JOIN known_group g ON g.ref = r.group_ref
				WHERE r.run = ? AND r.id < ? AND r.name IS NOT NULL AND o.state = 'DONE' AND g.found_name IS NOT NULL
				ORDER BY r.id DESC FETCH FIRST ? ROWS ONLY""".formatted(AuditEntries.before("name")))
			.params(run, before, most)
			.query((rows, index) -> new Rename(rows.getLong("id"), rows.getLong("ref"), rows.getString("name_before")))
			.list();
	}

	/**
	 * The later runs of the same portal that have sent changes of some groups; a run that
	 * was taken back whole, and the one that did it, do not count.
	 */
	public Set<Long> laterRuns(Run run, Set<UUID> groups) {
		Set<Long> later = new TreeSet<>();
		this.jdbc
			.sql("""
					SELECT g.run, COALESCE(s.portal_id, g.portal_id) AS portal_id FROM known_group g
					LEFT JOIN seen_group s ON s.ref = g.ref LEFT JOIN run u ON u.number = g.run
					WHERE g.run > ? AND u.portal_key = (SELECT own.portal_key FROM run own WHERE own.number = ?) AND %s AND NOT EXISTS (SELECT 1 FROM run t
					WHERE t.number > ? AND t.state = 'FINISHED' AND ((t.undoes = g.run)
					OR (t.number = g.run AND t.undoes > ?)))"""
				.formatted(TOUCHED))
			.params(run.number(), run.number(), run.number(), run.number())
			.query((rows) -> {
				if (groups.contains(rows.getObject("portal_id", UUID.class))) {
					later.add(rows.getLong("run"));
				}
			});
		return later;
	}

	private Map<Long, Members> members(List<Long> refs) {
		Map<Long, Members> members = new HashMap<>();
		this.jdbc.sql("""
				SELECT m.ref, m.person, COALESCE(p.status, '') = 'DISABLED' AS hidden FROM UNNEST(?) wanted(ref)
				LEFT JOIN membership m ON m.ref = wanted.ref
				LEFT JOIN person p ON p.run = m.run AND p.id = m.person WHERE m.ref IS NOT NULL""")
			.param(refs.toArray(Long[]::new))
			.query((rows) -> {
				Members those = members.computeIfAbsent(rows.getLong("ref"),
						(ref) -> new Members(new ArrayList<>(), new ArrayList<>()));
				(rows.getBoolean("hidden") ? those.hidden() : those.shown()).add(rows.getObject("person", UUID.class));
			});
		addRemoved(members);
		return members;
	}

	/** Of the hidden ones only those matter whom the run has taken out. */
	private void addRemoved(Map<Long, Members> members) {
		Map<Long, Set<UUID>> removed = new HashMap<>();
		this.jdbc.sql("""
				SELECT r.group_ref, r.removes FROM UNNEST(?) wanted(ref) LEFT JOIN request r ON r.group_ref = wanted.ref
				LEFT JOIN result o ON o.request = r.id WHERE o.state = 'DONE' AND r.removes IS NOT NULL""")
			.param(members.keySet().toArray(Long[]::new))
			.query((rows) -> {
				removed.computeIfAbsent(rows.getLong("group_ref"), (ref) -> new TreeSet<>())
					.addAll(SqlArrays.uuids(rows, "removes"));
			});
		members.forEach((ref, those) -> those.hidden().retainAll(removed.getOrDefault(ref, Set.of())));
	}

	private static GroupHistory history(ResultSet rows, Members members) throws SQLException {
		String foundName = rows.getString("found_name");
		GroupHistory.State before = (foundName != null)
				? new GroupHistory.State(foundName, rows.getObject("found_manager", UUID.class), members.shown())
				: null;
		return new GroupHistory(rows.getLong("ref"), rows.getObject("portal_id", UUID.class),
				rows.getString("name_now"), before, after(rows), new GroupHistory.Fate(rows.getBoolean("deleted"),
						rows.getBoolean("adopted"), rows.getBoolean("in_doubt"), members.hidden()));
	}

	private static GroupHistory.@Nullable State after(ResultSet rows) throws SQLException {
		return (SqlArrays.number(rows, "seen") != null) ? new GroupHistory.State(rows.getString("name"),
				rows.getObject("manager", UUID.class), SqlArrays.uuids(rows, "members")) : null;
	}

	/**
	 * A group got another name.
	 *
	 * @param request the request that gave it
	 * @param ref the journal's number of the group
	 * @param nameBefore what it was called before
	 */
	public record Rename(long request, long ref, String nameBefore) {
	}

	/**
	 * Who was in a group.
	 *
	 * @param shown those whom it shows
	 * @param hidden disabled people
	 */
	private record Members(List<UUID> shown, List<UUID> hidden) {
	}

}
