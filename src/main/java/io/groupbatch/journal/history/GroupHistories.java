package io.groupbatch.journal.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import io.groupbatch.journal.plan.GroupState;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.sql.KeysetPager;
import io.groupbatch.journal.sql.RowId;
import io.groupbatch.journal.sql.Sql;
import io.groupbatch.journal.sql.SqlArrays;

import org.springframework.jdbc.core.JdbcTemplate;
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

	private static final int PAGE = 200;

	private final JdbcTemplate jdbc;

	public GroupHistories(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The journal's numbers of the groups: those that the run made come first.
	 */
	public List<Long> refs(long run) {
		return this.jdbc.queryForList("SELECT g.ref FROM known_group g WHERE g.run = ? AND " + TOUCHED
				+ " ORDER BY CASE WHEN g.found_name IS NULL THEN 0 ELSE 1 END, g.ref DESC", Long.class, run);
	}

	/**
	 * What happened to groups of a run, in the order given.
	 */
	public List<GroupHistory> of(List<Long> refs) {
		Map<Long, Members> members = members(refs);
		Map<Long, GroupHistory.Since> since = since(refs);
		Map<Long, GroupHistory> found = new HashMap<>();
		this.jdbc.query("""
				SELECT g.ref, COALESCE(s.portal_id, g.portal_id) AS portal_id, COALESCE(s.name, g.name) AS name_now,
				g.found_name, g.found_manager, s.ref AS seen, s.name, s.manager, s.people,
				EXISTS (SELECT 1 FROM request r LEFT JOIN result o ON o.request = r.id
				WHERE r.group_ref = g.ref AND r.verb = 'DELETE' AND o.state = 'DONE') AS deleted,
				EXISTS (SELECT 1 FROM row_plan p LEFT JOIN outcome x ON x.id = p.id
				WHERE p.group_ref = g.ref AND x.code = 'ADOPTED') AS adopted,
				EXISTS (SELECT 1 FROM request r LEFT JOIN result o ON o.request = r.id
				WHERE r.group_ref = g.ref AND o.state = 'IN_DOUBT')
				OR EXISTS (SELECT 1 FROM request r LEFT JOIN result o ON o.request = r.id
				WHERE r.target_ref = g.ref AND o.state = 'IN_DOUBT') AS in_doubt
				%s known_group g ON g.ref = wanted.ref
				LEFT JOIN seen_group s ON s.ref = g.ref WHERE g.ref IS NOT NULL"""
			.formatted(Sql.fromKeys("wanted(ref)")), (rows) -> {
				long ref = rows.getLong("ref");
				found.put(ref,
						history(rows, members.getOrDefault(ref, new Members(List.of(), List.of())), since.get(ref)));
			}, Sql.array(refs));
		return refs.stream().map(found::get).filter(Objects::nonNull).toList();
	}

	/**
	 * Pages of the names that a run has given to groups that were there, the last one
	 * first.
	 */
	public Iterable<List<Rename>> renames(long run) {
		return KeysetPager.of((before) -> renames(run, before), Rename::request, Long.MAX_VALUE);
	}

	private List<Rename> renames(long run, long before) {
		return this.jdbc.query("""
				SELECT r.id, g.ref, %s AS name_before
				FROM request r LEFT JOIN result o ON o.request = r.id LEFT JOIN known_group g ON g.ref = r.group_ref
				WHERE r.run = ? AND r.id < ? AND r.name IS NOT NULL AND o.state = 'DONE' AND g.found_name IS NOT NULL
				ORDER BY r.id DESC FETCH FIRST ? ROWS ONLY""".formatted(AuditEntries.before("name")),
				(rows, index) -> new Rename(rows.getLong("id"), rows.getLong("ref"), rows.getString("name_before")),
				run, before, PAGE);
	}

	/**
	 * How the last run that takes something back, and is later than theirs, has left
	 * groups.
	 */
	private Map<Long, GroupHistory.Since> since(List<Long> refs) {
		Map<Long, GroupHistory.Since> since = new HashMap<>();
		this.jdbc.query("""
				SELECT own.ref, g.portal_id, s.name, s.manager, s.people, s.ref AS seen,
				EXISTS (SELECT 1 FROM request r LEFT JOIN result o ON o.request = r.id
				WHERE r.group_ref = g.ref AND r.verb = 'DELETE' AND o.state = 'DONE') AS deleted
				%s known_group own ON own.ref = wanted.ref
				LEFT JOIN seen_group own_seen ON own_seen.ref = own.ref
				JOIN run mine ON mine.number = own.run
				JOIN run u ON u.number > own.run AND u.undoes IS NOT NULL AND u.portal_key = mine.portal_key
				JOIN known_group g ON g.run = u.number
				AND g.portal_id = COALESCE(own_seen.portal_id, own.portal_id)
				LEFT JOIN seen_group s ON s.ref = g.ref WHERE %s ORDER BY g.run"""
			.formatted(Sql.fromKeys("wanted(ref)"), TOUCHED), (rows) -> {
				since.put(rows.getLong("ref"), new GroupHistory.Since(rows.getBoolean("deleted"), after(rows)));
			}, Sql.array(refs));
		return since;
	}

	/**
	 * Which groups bore a name when a run was planned.
	 */
	public Namesakes namesakes(long run, String name) {
		Set<UUID> ids = new TreeSet<>(this.jdbc
			.queryForList("SELECT portal_id FROM known_group WHERE run = ? AND found_name = ?", UUID.class, run, name));
		boolean whole = Sql.one(this.jdbc, Boolean.class,
				"SELECT (SELECT COUNT(*) FROM known_group WHERE run = ? AND found_name IS NOT NULL)"
						+ " >= COALESCE(portal_groups, 0) FROM run WHERE number = ?",
				run, run);
		return new Namesakes(ids, whole || isInFile(run, name));
	}

	/** Names that a file has are looked up. */
	private boolean isInFile(long run, String name) {
		boolean[] found = { false };
		this.jdbc.query("SELECT cells FROM input_row WHERE id > ? AND id < ?", (rows) -> {
			found[0] |= SqlArrays.strings(rows, "cells").contains(name);
		}, RowId.before(run), RowId.after(run));
		return found[0];
	}

	/**
	 * The later runs of the same portal that have sent changes of some groups. A run that
	 * was taken back, the one that did it, and those that take this very run back, do not
	 * count.
	 */
	public Set<Long> laterRuns(Run run, Set<UUID> groups) {
		Set<Long> later = new TreeSet<>();
		this.jdbc.query("""
				SELECT g.run, COALESCE(s.portal_id, g.portal_id) AS portal_id FROM known_group g
				LEFT JOIN seen_group s ON s.ref = g.ref LEFT JOIN run u ON u.number = g.run
				WHERE g.run > ? AND u.portal_key = (SELECT own.portal_key FROM run own WHERE own.number = ?)
				AND (u.undoes IS NULL OR u.undoes <> ?) AND %s
				AND NOT EXISTS (SELECT 1 FROM run t WHERE t.number > ? AND t.state = 'FINISHED' AND ((t.undoes = g.run)
				OR (t.number = g.run AND t.undoes > ?)))""".formatted(TOUCHED), (rows) -> {
			if (groups.contains(rows.getObject("portal_id", UUID.class))) {
				later.add(rows.getLong("run"));
			}
		}, run.number(), run.number(), run.number(), run.number(), run.number());
		return later;
	}

	private Map<Long, Members> members(List<Long> refs) {
		Map<Long, Members> members = new HashMap<>();
		this.jdbc
			.query("""
					SELECT m.ref, m.person, COALESCE(p.status, '') = 'DISABLED' AS hidden %s membership m ON m.ref = wanted.ref
					LEFT JOIN person p ON p.run = m.run AND p.id = m.person WHERE m.ref IS NOT NULL"""
				.formatted(Sql.fromKeys("wanted(ref)")), (rows) -> {
					Members those = members.computeIfAbsent(rows.getLong("ref"),
							(ref) -> new Members(new ArrayList<>(), new ArrayList<>()));
					(rows.getBoolean("hidden") ? those.hidden() : those.shown())
						.add(rows.getObject("person", UUID.class));
				}, Sql.array(refs));
		addRemoved(members);
		return members;
	}

	/**
	 * Of the hidden ones only those matter whom the run has taken out; a move may lose
	 * all.
	 */
	private void addRemoved(Map<Long, Members> members) {
		Map<Long, Set<UUID>> removed = new HashMap<>();
		this.jdbc.query("""
				SELECT r.group_ref, r.removes %s request r ON r.group_ref = wanted.ref
				LEFT JOIN result o ON o.request = r.id WHERE o.state = 'DONE' AND r.removes IS NOT NULL"""
			.formatted(Sql.fromKeys("wanted(ref)")), (rows) -> {
				removed.computeIfAbsent(rows.getLong("group_ref"), (ref) -> new TreeSet<>())
					.addAll(SqlArrays.uuids(rows, "removes"));
			}, Sql.array(members.keySet()));
		Set<Long> moved = new HashSet<>();
		this.jdbc.query("""
				SELECT r.group_ref %s request r ON r.group_ref = wanted.ref
				LEFT JOIN result o ON o.request = r.id WHERE o.sent_at IS NOT NULL AND r.verb IN ('MOVE', 'CARRY')"""
			.formatted(Sql.fromKeys("wanted(ref)")), (rows) -> {
				moved.add(rows.getLong("group_ref"));
			}, Sql.array(members.keySet()));
		members.forEach((ref, those) -> {
			if (!moved.contains(ref)) {
				those.hidden().retainAll(removed.getOrDefault(ref, Set.of()));
			}
		});
	}

	private static GroupHistory history(ResultSet rows, Members members, GroupHistory.@Nullable Since since)
			throws SQLException {
		String foundName = rows.getString("found_name");
		UUID id = rows.getObject("portal_id", UUID.class);
		GroupState before = (foundName != null)
				? new GroupState(id, foundName, rows.getObject("found_manager", UUID.class), members.shown()) : null;
		return new GroupHistory(rows.getLong("ref"), id, rows.getString("name_now"), before, after(rows),
				new GroupHistory.Fate(rows.getBoolean("deleted"), rows.getBoolean("adopted"),
						rows.getBoolean("in_doubt"), members.hidden()),
				since);
	}

	private static @Nullable GroupState after(ResultSet rows) throws SQLException {
		return (SqlArrays.number(rows, "seen") != null) ? new GroupState(rows.getObject("portal_id", UUID.class),
				rows.getString("name"), rows.getObject("manager", UUID.class), SqlArrays.uuidsOfParts(rows, "people"))
				: null;
	}

	/**
	 * The groups that bore a name.
	 *
	 * @param ids theirs, so far as the run has seen them
	 * @param all whether the run has looked for others
	 */
	public record Namesakes(Set<UUID> ids, boolean all) {
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
