package io.groupbatch.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.jspecify.annotations.Nullable;

/**
 * The plan of a run, row by row in the order of the file. Every call joins the caller's
 * transaction. Thread-safe.
 */
@Repository
public class PlanLines {

	private static final String PAGE = """
			SELECT i.id, i.line, i.cells, i.operation, o.status, o.code, o.message, p.group_ref, p.group_name,
			p.name, p.manager, p.members, g.portal_id, g.found_manager, t.name AS target_name,
			EXISTS (SELECT 1 FROM request e WHERE e.group_ref = p.group_ref AND e.id < p.last_request
				AND e.adds IS NOT NULL) AS filled,
			EXISTS (SELECT 1 FROM request e WHERE e.group_ref = p.group_ref AND e.id < p.last_request
				AND e.removes IS NOT NULL) AS drained
			FROM input_row i LEFT JOIN outcome o ON o.id = i.id LEFT JOIN row_plan p ON p.id = i.id
			LEFT JOIN known_group g ON g.ref = p.group_ref LEFT JOIN request q ON q.id = p.last_request
			LEFT JOIN known_group t ON t.ref = q.target_ref
			WHERE i.id > ? AND i.id < ? ORDER BY i.id FETCH FIRST ? ROWS ONLY""";

	/** Rows that share their requests share what these remove: it is told once. */
	private static final String REMOVES = """
			SELECT p.id, r.removes FROM UNNEST(?) wanted(id) LEFT JOIN row_plan p ON p.id = wanted.id
			JOIN request r ON r.id > p.last_request - p.requests AND r.id <= p.last_request
			WHERE NOT EXISTS (SELECT 1 FROM row_plan x WHERE x.last_request = p.last_request AND x.id < p.id)
			ORDER BY r.id""";

	private final JdbcClient jdbc;

	public PlanLines(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The next rows.
	 * @param after the row before the first one wanted
	 */
	public List<PlanLine> page(long run, long after, int most) {
		List<Found> bare = this.jdbc.sql(PAGE)
			.params(RowId.of(run, after), RowId.after(run), most)
			.query((rows, index) -> found(rows))
			.list();
		Map<Long, List<UUID>> removes = removes(run, bare);
		List<Found> found = bare.stream().map((row) -> row.removing(removes)).toList();
		Map<Long, Set<UUID>> present = present(found);
		return found.stream().map((row) -> row.line(present)).toList();
	}

	/** By the row. */
	private Map<Long, List<UUID>> removes(long run, List<Found> rows) {
		Map<Long, List<UUID>> removes = new HashMap<>();
		this.jdbc.sql(REMOVES)
			.param(rows.stream()
				.filter(Found::removesOthers)
				.map((row) -> RowId.of(run, row.bare().row().number()))
				.toArray(Long[]::new))
			.query((result) -> {
				removes.computeIfAbsent(RowId.row(result.getLong("id")), (row) -> new ArrayList<>())
					.addAll(SqlArrays.uuids(result, "removes"));
			});
		return removes;
	}

	private Map<Long, Set<UUID>> present(List<Found> rows) {
		List<Long> refs = new ArrayList<>();
		List<UUID> people = new ArrayList<>();
		for (Found row : rows) {
			row.people().forEach((person) -> {
				refs.add(row.ref());
				people.add(person);
			});
		}
		Map<Long, Set<UUID>> present = new HashMap<>();
		this.jdbc.sql("SELECT m.ref, m.person FROM UNNEST(?, ?) wanted(ref, person)"
				+ " LEFT JOIN membership m ON m.ref = wanted.ref AND m.person = wanted.person WHERE m.ref IS NOT NULL")
			.params(refs.toArray(Long[]::new), people.toArray(UUID[]::new))
			.query((result) -> {
				present.computeIfAbsent(result.getLong("ref"), (ref) -> new HashSet<>())
					.add(result.getObject("person", UUID.class));
			});
		return present;
	}

	private static Found found(ResultSet rows) throws SQLException {
		PlannedRow.Wish wish = new PlannedRow.Wish(rows.getString("name"), rows.getObject("manager", UUID.class),
				SqlArrays.uuids(rows, "members"));
		String name = rows.getString("group_name");
		PlanLine.Subject group = (name != null) ? new PlanLine.Subject(rows.getObject("portal_id", UUID.class), name,
				rows.getObject("found_manager", UUID.class), Set.of(), rows.getBoolean("filled"),
				rows.getBoolean("drained")) : null;
		return new Found(rows.getLong("group_ref"),
				new PlanLine(Rows.stagedRow(rows), group, wish, List.of(), rows.getString("target_name")));
	}

	private record Found(long ref, PlanLine bare) {

		private boolean removesOthers() {
			return Operation.of(this.bare.row().operation()).filter(Operation::removesOthers).isPresent();
		}

		private Found removing(Map<Long, List<UUID>> removes) {
			return new Found(this.ref, new PlanLine(this.bare.row(), this.bare.group(), this.bare.wish(),
					removes.getOrDefault(this.bare.row().number(), List.of()), this.bare.target()));
		}

		private List<UUID> people() {
			return (this.bare.group() != null) ? Stream.of(this.bare.wish().members(), this.bare.removes())
				.flatMap(List::stream)
				.distinct()
				.toList() : List.of();
		}

		private PlanLine line(Map<Long, Set<UUID>> present) {
			PlanLine.@Nullable Subject group = this.bare.group();
			PlanLine.@Nullable Subject full = (group != null)
					? new PlanLine.Subject(group.portalId(), group.name(), group.manager(),
							present.getOrDefault(this.ref, Set.of()), group.filledBefore(), group.drainedBefore())
					: null;
			return new PlanLine(this.bare.row(), full, this.bare.wish(), this.bare.removes(), this.bare.target());
		}

	}

}
