package io.groupbatch.journal.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import io.groupbatch.journal.plan.Groups;
import io.groupbatch.journal.plan.PlannedRow;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.row.Rows;
import io.groupbatch.journal.sql.KeysetPager;
import io.groupbatch.journal.sql.RowId;
import io.groupbatch.journal.sql.Sql;
import io.groupbatch.journal.sql.SqlArrays;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import org.jspecify.annotations.Nullable;

/**
 * The plan of a run, row by row in the order of the file. Every call joins the caller's
 * transaction. Thread-safe.
 */
@Repository
public class PlannedRowViews {

	private static final String PAGE = """
			SELECT i.id, i.line, i.cells, i.operation, o.status, o.code, o.message, p.group_ref, p.group_name,
			p.name, p.manager, p.members, p.last_request, p.requests, g.portal_id, g.found_manager,
			t.name AS target_name
			FROM input_row i LEFT JOIN outcome o ON o.id = i.id LEFT JOIN row_plan p ON p.id = i.id
			LEFT JOIN known_group g ON g.ref = p.group_ref LEFT JOIN request q ON q.id = p.last_request
			LEFT JOIN known_group t ON t.ref = q.target_ref
			WHERE i.id > ? AND i.id < ? ORDER BY i.id FETCH FIRST ? ROWS ONLY""";

	/** Rows that share their requests share what these remove: it is told once. */
	private static final String REMOVES = """
			SELECT w.id, r.removes FROM UNNEST(?, ?) w(id, request) LEFT JOIN request r ON r.id = w.request
			WHERE r.removes IS NOT NULL ORDER BY r.id""";

	/** The first requests of groups that add or remove a person, or give a manager. */
	private static final String FIRST = """
			SELECT ref, MIN(filled) AS filled, MIN(drained) AS drained, MIN(managed) AS managed FROM (
			SELECT r.group_ref AS ref,
			CASE WHEN (r.adds IS NOT NULL AND r.target_ref IS NULL) OR r.manager IS NOT NULL THEN r.id END AS filled,
			CASE WHEN r.removes IS NOT NULL THEN r.id END AS drained,
			CASE WHEN r.manager IS NOT NULL THEN r.id END AS managed
			FROM UNNEST(?) w(ref) LEFT JOIN request r ON r.group_ref = w.ref WHERE r.id IS NOT NULL
			UNION ALL SELECT r.target_ref, r.id, NULL, NULL
			FROM UNNEST(?) w(ref) LEFT JOIN request r ON r.target_ref = w.ref WHERE r.id IS NOT NULL)
			GROUP BY ref""";

	private static final int ROWS = 1000;

	private final JdbcTemplate jdbc;

	public PlannedRowViews(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Pages of the rows, in the order of the file.
	 */
	public Iterable<List<PlannedRowView>> pages(long run) {
		return KeysetPager.of((after) -> page(run, after, ROWS), (line) -> line.row().number(), 0L);
	}

	/**
	 * The next rows.
	 * @param after the row before the first one wanted
	 */
	public List<PlannedRowView> page(long run, long after, int most) {
		List<Found> bare = this.jdbc.query(PAGE, (rows, index) -> found(rows), RowId.of(run, after), RowId.after(run),
				most);
		Map<Long, List<UUID>> removes = removes(RowId.of(run, after), bare);
		List<Found> found = bare.stream().map((row) -> row.removing(removes)).toList();
		Map<Long, Set<UUID>> present = present(found);
		Map<Long, First> first = first(found);
		return found.stream().map((row) -> row.line(present, first.getOrDefault(row.ref(), First.NONE))).toList();
	}

	/**
	 * By the row, for the first row of those that share their requests.
	 * @param before the row before the page
	 */
	private Map<Long, List<UUID>> removes(long before, List<Found> rows) {
		Map<Long, Found> firstOfPage = new LinkedHashMap<>();
		rows.stream()
			.filter((row) -> row.removesOthers() && row.last() != null)
			.forEach((row) -> firstOfPage.putIfAbsent(Objects.requireNonNull(row.last()), row));
		this.jdbc
			.queryForList(
					"SELECT w.id FROM UNNEST(?) w(id) WHERE EXISTS (SELECT 1 FROM row_plan x"
							+ " WHERE x.last_request = w.id AND x.id <= ?)",
					Long.class, Sql.array(firstOfPage.keySet()), before)
			.forEach(firstOfPage::remove);
		List<Removing> removing = new ArrayList<>();
		firstOfPage.forEach((last, row) -> {
			for (long id = last - row.requests() + 1; id <= last; id++) {
				removing.add(new Removing(row.bare().row().number(), id));
			}
		});
		Map<Long, List<UUID>> removes = new HashMap<>();
		for (List<Removing> part : SqlArrays.parts(removing)) {
			this.jdbc.query(REMOVES, (result) -> {
				removes.computeIfAbsent(result.getLong("id"), (row) -> new ArrayList<>())
					.addAll(SqlArrays.uuids(result, "removes"));
			}, Sql.array(part.stream().map(Removing::row)), Sql.array(part.stream().map(Removing::request)));
		}
		return removes;
	}

	private Map<Long, First> first(List<Found> rows) {
		Map<Long, First> first = new HashMap<>();
		Object refs = Sql.array(rows.stream().map(Found::ref).distinct());
		this.jdbc.query(FIRST, (result) -> {
			first.put(result.getLong("ref"), new First(SqlArrays.number(result, "filled"),
					SqlArrays.number(result, "drained"), SqlArrays.number(result, "managed")));
		}, refs, refs);
		return first;
	}

	private Map<Long, Set<UUID>> present(List<Found> rows) {
		Map<Long, Set<UUID>> people = new HashMap<>();
		rows.forEach((row) -> people.computeIfAbsent(row.ref(), (ref) -> new HashSet<>()).addAll(row.people()));
		return Groups.present(this.jdbc, people);
	}

	private static Found found(ResultSet rows) throws SQLException {
		PlannedRow.Wish wish = new PlannedRow.Wish(rows.getString("name"), rows.getObject("manager", UUID.class),
				SqlArrays.uuids(rows, "members"));
		String name = rows.getString("group_name");
		PlannedRowView.Subject group = (name != null)
				? new PlannedRowView.Subject(rows.getObject("portal_id", UUID.class), name,
						rows.getObject("found_manager", UUID.class), Set.of(), false, false, false)
				: null;
		return new Found(rows.getLong("group_ref"), SqlArrays.number(rows, "last_request"), rows.getInt("requests"),
				new PlannedRowView(Rows.stagedRow(rows), group, wish, List.of(), rows.getString("target_name")));
	}

	/** A row and a request that may remove people for it. */
	private record Removing(long row, long request) {
	}

	/** Requests of a group; null: there is none. */
	private record First(@Nullable Long filling, @Nullable Long draining, @Nullable Long managing) {

		private static final First NONE = new First(null, null, null);

		private static boolean isBefore(@Nullable Long first, @Nullable Long request) {
			return first != null && request != null && first < request;
		}

	}

	private record Found(long ref, @Nullable Long last, int requests, PlannedRowView bare) {

		private boolean removesOthers() {
			return Operation.of(this.bare.row().operation()).filter(Operation::removesOthers).isPresent();
		}

		private Found removing(Map<Long, List<UUID>> removes) {
			return new Found(this.ref, this.last, this.requests, new PlannedRowView(this.bare.row(), this.bare.group(),
					this.bare.wish(), removes.getOrDefault(this.bare.row().number(), List.of()), this.bare.target()));
		}

		private List<UUID> people() {
			return (this.bare.group() != null) ? Stream.of(this.bare.wish().members(), this.bare.removes())
				.flatMap(List::stream)
				.distinct()
				.toList() : List.of();
		}

		private PlannedRowView line(Map<Long, Set<UUID>> present, First first) {
			PlannedRowView.@Nullable Subject group = this.bare.group();
			PlannedRowView.@Nullable Subject full = (group != null)
					? new PlannedRowView.Subject(group.portalId(), group.name(), group.manager(),
							present.getOrDefault(this.ref, Set.of()), First.isBefore(first.filling(), this.last),
							First.isBefore(first.draining(), this.last), First.isBefore(first.managing(), this.last))
					: null;
			return new PlannedRowView(this.bare.row(), full, this.bare.wish(), this.bare.removes(), this.bare.target());
		}

	}

}
