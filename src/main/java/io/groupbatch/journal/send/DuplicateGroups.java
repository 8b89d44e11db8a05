package io.groupbatch.journal.send;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import io.groupbatch.journal.sql.RowId;
import io.groupbatch.journal.sql.Sql;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * What the closing check needs to know, and the rows for which it found more than one
 * group. Every call joins the caller's transaction. For the one thread of the send step.
 */
@Repository
public class DuplicateGroups {

	private static final String CREATED = "SELECT r.id, r.judged_by, COALESCE(l.name, r.name) AS name, s.portal_id"
			+ " FROM request r JOIN result o ON o.request = r.id AND o.state = 'DONE'"
			+ " JOIN seen_group s ON s.ref = r.group_ref LEFT JOIN lost_create l ON l.request = r.id"
			+ " WHERE (r.verb = 'CREATE' OR l.request IS NOT NULL)";

	private final JdbcTemplate jdbc;

	public DuplicateGroups(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Whether a create of a run is in doubt or ever was.
	 */
	public boolean hasDoubtfulCreate(long run) {
		return Sql.one(this.jdbc, Long.class, "SELECT COUNT(*) FROM lost_create WHERE run = ?", run) > 0;
	}

	/**
	 * Tells names that a run has given to groups which it made; very rarely another name
	 * passes, too, because a million names must not fill the memory.
	 */
	public Predicate<String> createdNames(long run) {
		long[] names = sorted((rows) -> rows.getString(1).hashCode(),
				"SELECT r.name FROM request r JOIN result o ON o.request = r.id"
						+ " WHERE r.run = ? AND r.verb = 'CREATE' AND o.state = 'DONE'"
						+ " UNION ALL SELECT name FROM lost_create WHERE run = ?",
				run, run);
		return (name) -> Arrays.binarySearch(names, name.hashCode()) >= 0;
	}

	/**
	 * Tells groups of the portal that a run knows: it found them, or it made them. Those
	 * that another run has made since are none of them.
	 */
	public Predicate<UUID> known(long run) {
		Hash ofId = (rows) -> hash(rows.getObject(1, UUID.class));
		long[] found = sorted(ofId, "SELECT portal_id FROM known_group WHERE run = ? AND portal_id IS NOT NULL", run);
		long[] made = sorted(ofId,
				"SELECT s.portal_id FROM known_group g JOIN seen_group s ON s.ref = g.ref WHERE g.run = ?", run);
		return (id) -> Arrays.binarySearch(found, hash(id)) >= 0 || Arrays.binarySearch(made, hash(id)) >= 0;
	}

	/**
	 * Those of some groups that another run has made on purpose beside the one of a
	 * create: its plan knew that one.
	 */
	public Set<UUID> madeBeside(Created create, Collection<UUID> groups) {
		return new HashSet<>(this.jdbc.queryForList("""
				SELECT s.portal_id %s seen_group s ON s.portal_id = w.id
				LEFT JOIN known_group g ON g.ref = s.ref WHERE g.portal_id IS NULL
				AND EXISTS (SELECT 1 FROM known_group k WHERE k.run = g.run AND k.portal_id = ? AND NOT k.appeared)"""
			.formatted(Sql.fromKeys("w(id)")), UUID.class, Sql.array(groups), create.group()));
	}

	/**
	 * The finished creates of a run that gave a name. A group that the run has deleted
	 * since has no twin, unless its create was in doubt and so may have made two.
	 */
	public List<Created> creates(long run, String name) {
		return this.jdbc.query(
				CREATED + " AND r.run = ? AND COALESCE(l.name, r.name) = ? AND (l.request IS NOT NULL"
						+ " OR NOT EXISTS (SELECT 1 FROM request d JOIN result x ON x.request = d.id"
						+ " WHERE d.group_ref = r.group_ref AND d.verb = 'DELETE' AND x.state = 'DONE')) ORDER BY r.id",
				(rows, index) -> created(rows), run, name);
	}

	/**
	 * The creates of a run for whose rows more than one group was found.
	 */
	public List<Created> all(long run) {
		return this.jdbc.query(
				CREATED + " AND EXISTS (SELECT 1 FROM row_plan p JOIN twin t ON t.id = p.id"
						+ " WHERE p.last_request = r.judged_by AND r.run = ? AND t.id > ? AND t.id < ?) ORDER BY r.id",
				(rows, index) -> created(rows), run, RowId.before(run), RowId.after(run));
	}

	/**
	 * Sets the rows of a create to UNKNOWN, for a person to decide.
	 */
	public void found(Created create, String message) {
		this.jdbc.update(
				"INSERT INTO twin (id, status, code, message, not_applied) SELECT o.id, o.status, o.code, o.message,"
						+ " o.not_applied FROM outcome o JOIN row_plan p ON p.id = o.id"
						+ " WHERE p.last_request = ? AND o.status <> 'UNKNOWN'",
				create.judgedBy());
		this.jdbc.update("UPDATE outcome SET status = 'UNKNOWN', code = 'TWIN', message = ?"
				+ " WHERE id IN (SELECT t.id FROM twin t JOIN row_plan p ON p.id = t.id WHERE p.last_request = ?)",
				message, create.judgedBy());
	}

	/**
	 * Gives the rows of a create their outcome from before back.
	 */
	public void solved(Created create) {
		this.jdbc.update("""
				MERGE INTO outcome o USING (SELECT t.* FROM twin t JOIN row_plan p ON p.id = t.id
				WHERE p.last_request = ?) t ON o.id = t.id
				WHEN MATCHED THEN UPDATE SET status = t.status, code = t.code, message = t.message,
				not_applied = t.not_applied""", create.judgedBy());
		this.jdbc.update("DELETE FROM twin WHERE id IN (SELECT id FROM row_plan WHERE last_request = ?)",
				create.judgedBy());
	}

	/**
	 * The rows of a create, by their numbers.
	 */
	public Set<Long> rows(Created create) {
		return this.jdbc.queryForList("SELECT id FROM row_plan WHERE last_request = ?", Long.class, create.judgedBy())
			.stream()
			.map(RowId::row)
			.collect(Collectors.toSet());
	}

	private long[] sorted(Hash hash, String query, Object... parameters) {
		LongStream.Builder hashes = LongStream.builder();
		this.jdbc.query(query, (rows) -> {
			hashes.add(hash.of(rows));
		}, parameters);
		return hashes.build().sorted().toArray();
	}

	private static long hash(UUID id) {
		return id.getMostSignificantBits() ^ Long.rotateLeft(id.getLeastSignificantBits(), 1);
	}

	private static Created created(ResultSet rows) throws SQLException {
		return new Created(rows.getLong("id"), rows.getLong("judged_by"), rows.getString("name"),
				rows.getObject("portal_id", UUID.class));
	}

	/**
	 * A create that was done.
	 *
	 * @param request its number
	 * @param judgedBy the request that decides its rows
	 * @param name the name it gave
	 * @param group the group that it made, as far as the journal knows
	 */
	public record Created(long request, long judgedBy, String name, UUID group) {
	}

	/** A number for the first column of a row. */
	@FunctionalInterface
	private interface Hash {

		long of(ResultSet rows) throws SQLException;

	}

}
