package io.groupbatch.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What the closing check needs to know, and the rows for which it found more than one
 * group. Every call joins the caller's transaction. For the one thread of the send step.
 */
@Repository
public class Twins {

	private static final String CREATED = "SELECT r.id, r.judged_by, COALESCE(l.name, r.name) AS name, s.portal_id"
			+ " FROM request r JOIN result o ON o.request = r.id AND o.state = 'DONE'"
			+ " JOIN seen_group s ON s.ref = r.group_ref LEFT JOIN lost_create l ON l.request = r.id"
			+ " WHERE (r.verb = 'CREATE' OR l.request IS NOT NULL)";

	private final JdbcClient jdbc;

	public Twins(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Whether a create of a run is in doubt or ever was.
	 */
	public boolean hasDoubtfulCreate(long run) {
		return this.jdbc.sql("SELECT COUNT(*) FROM lost_create WHERE run = ?")
			.param(run)
			.query(Long.class)
			.single() > 0;
	}

	/**
	 * Tells names that a run has given to groups which it made; very rarely another name
	 * passes, too, for a million names must not fill the memory.
	 */
	public Predicate<String> createdNames(long run) {
		long[] names = sorted(this.jdbc
			.sql("SELECT r.name FROM request r JOIN result o ON o.request = r.id"
					+ " WHERE r.run = ? AND r.verb = 'CREATE' AND o.state = 'DONE'"
					+ " UNION ALL SELECT name FROM lost_create WHERE run = ?")
			.params(run, run), (rows) -> rows.getString(1).hashCode());
		return (name) -> Arrays.binarySearch(names, name.hashCode()) >= 0;
	}

	/**
	 * Tells groups of the portal that a run knows: it found them, or it made them. Those
	 * that another run has made since are none of them.
	 */
	public Predicate<UUID> known(long run) {
		long[] found = sorted(
				this.jdbc.sql("SELECT portal_id FROM known_group WHERE run = ? AND portal_id IS NOT NULL").param(run),
				(rows) -> hash(rows.getObject(1, UUID.class)));
		long[] made = sorted(this.jdbc
			.sql("SELECT s.portal_id FROM known_group g JOIN seen_group s ON s.ref = g.ref WHERE g.run = ?")
			.param(run), (rows) -> hash(rows.getObject(1, UUID.class)));
		return (id) -> Arrays.binarySearch(found, hash(id)) >= 0 || Arrays.binarySearch(made, hash(id)) >= 0;
	}

	/**
	 * Those of some groups that another run has made on purpose beside the one of a
	 * create: its plan knew that one.
	 */
	public Set<UUID> madeBeside(Created create, Collection<UUID> groups) {
		return this.jdbc.sql("""
				SELECT s.portal_id FROM UNNEST(?) w(id) LEFT JOIN seen_group s ON s.portal_id = w.id
				LEFT JOIN known_group g ON g.ref = s.ref WHERE g.portal_id IS NULL
				AND EXISTS (SELECT 1 FROM known_group k WHERE k.run = g.run AND k.portal_id = ? AND NOT k.appeared)""")
			.params(groups.toArray(UUID[]::new), create.group())
			.query(UUID.class)
			.set();
	}

	/**
	 * The finished creates of a run that gave a name.
	 */
	public List<Created> creates(long run, String name) {
		return this.jdbc.sql(CREATED + " AND r.run = ? AND COALESCE(l.name, r.name) = ? ORDER BY r.id")
			.params(run, name)
			.query((rows, index) -> created(rows))
			.list();
	}

	/**
	 * The creates of a run for whose rows more than one group was found.
	 */
	public List<Created> all(long run) {
		return this.jdbc
			.sql(CREATED + " AND EXISTS (SELECT 1 FROM row_plan p JOIN twin t ON t.id = p.id"
					+ " WHERE p.last_request = r.judged_by AND r.run = ? AND t.id > ? AND t.id < ?) ORDER BY r.id")
			.params(run, RowId.before(run), RowId.after(run))
			.query((rows, index) -> created(rows))
			.list();
	}

	/**
	 * Sets the rows of a create to UNKNOWN, for a person to decide.
	 */
	public void found(Created create, String message) {
		this.jdbc
			.sql("INSERT INTO twin (id, status, code, message, not_applied) SELECT o.id, o.status, o.code, o.message,"
					+ " o.not_applied FROM outcome o JOIN row_plan p ON p.id = o.id"
					+ " WHERE p.last_request = ? AND o.status <> 'UNKNOWN'")
			.param(create.judgedBy())
			.update();
		this.jdbc
			.sql("UPDATE outcome SET status = 'UNKNOWN', code = 'TWIN', message = ?"
					+ " WHERE id IN (SELECT t.id FROM twin t JOIN row_plan p ON p.id = t.id WHERE p.last_request = ?)")
			.params(message, create.judgedBy())
			.update();
	}

	/**
	 * Gives the rows of a create their outcome from before back.
	 */
	public void solved(Created create) {
		this.jdbc.sql("""
				MERGE INTO outcome o USING (SELECT t.* FROM twin t JOIN row_plan p ON p.id = t.id
				WHERE p.last_request = ?) t ON o.id = t.id
				WHEN MATCHED THEN UPDATE SET status = t.status, code = t.code, message = t.message,
				not_applied = t.not_applied""").param(create.judgedBy()).update();
		this.jdbc.sql("DELETE FROM twin WHERE id IN (SELECT id FROM row_plan WHERE last_request = ?)")
			.param(create.judgedBy())
			.update();
	}

	/**
	 * The rows of a create, by their numbers.
	 */
	public Set<Long> rows(Created create) {
		return this.jdbc.sql("SELECT id FROM row_plan WHERE last_request = ?")
			.param(create.judgedBy())
			.query(Long.class)
			.stream()
			.map(RowId::row)
			.collect(Collectors.toSet());
	}

	private static long[] sorted(JdbcClient.StatementSpec query, Hash hash) {
		LongStream.Builder hashes = LongStream.builder();
		query.query((rows) -> {
			hashes.add(hash.of(rows));
		});
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
