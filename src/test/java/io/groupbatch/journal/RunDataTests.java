package io.groupbatch.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.groupbatch.journal.sql.RowId;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a run holds is deleted from every table, and nothing of another run.
 */
class RunDataTests {

	/** What is kept of a run when its data are deleted. */
	private static final List<String> KEPT = List.of("run", "purged_count", "run_start", "audit_block");

	/** What belongs to no run. */
	private static final List<String> APART = List.of("user_map", "portal_limit", "export", "export_pass",
			"export_group", "export_person", "export_member", "journal_generation", "portal_sign",
			"flyway_schema_history");

	private final JdbcDataSource database = new JdbcDataSource();

	private final JdbcTemplate jdbc = new JdbcTemplate(this.database);

	@BeforeEach
	void migrate() {
		this.database.setUrl("jdbc:h2:mem:" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
		Schema.migrate(this.database);
	}

	/** A new table has to be put into one of these lists. */
	@Test
	void everyTableIsDeletedFromOrKeptOnPurpose() {
		List<String> known = new ArrayList<>(deleted());
		known.addAll(KEPT);
		known.addAll(APART);

		assertThat(this.jdbc.queryForList(
				"SELECT LOWER(TABLE_NAME) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'PUBLIC'", String.class))
			.containsExactlyInAnyOrderElementsOf(known);
	}

	@Test
	void allOfARunGoesAndAllOfAnotherStays() {
		for (String table : deleted()) {
			insert(table, 5);
			insert(table, 6);
		}

		new RunData(this.jdbc, new JdbcTransactionManager(this.database)).delete(5, List.of());

		for (String table : deleted()) {
			assertThat(this.jdbc.queryForList("SELECT " + key(table) + " FROM " + table, Long.class)).as(table)
				.containsExactly(value(table, key(table), 6));
		}
	}

	private static List<String> deleted() {
		return Stream
			.of(RunData.BY_ROW.stream(), RunData.BY_REQUEST.stream(), Stream.of(RunData.REQUESTS),
					RunData.BY_GROUP.stream(), Stream.of(RunData.GROUPS), RunData.BY_RUN.stream())
			.flatMap((tables) -> tables)
			.toList();
	}

	private static String key(String table) {
		return RunData.BY_ROW.contains(table) || table.equals(RunData.REQUESTS) ? "id"
				: RunData.BY_REQUEST.contains(table) ? "request"
						: RunData.BY_GROUP.contains(table) || table.equals(RunData.GROUPS) ? "ref" : "run";
	}

	private static long value(String table, String column, long run) {
		boolean row = column.equals("id") && RunData.BY_ROW.contains(table);
		return row ? RowId.of(run, 2) : column.equals("run") ? run : run * 10;
	}

	/** A row with something in each column that must not be null. */
	private void insert(String table, long run) {
		List<String> columns = new ArrayList<>();
		List<String> values = new ArrayList<>();
		for (Map<String, Object> column : this.jdbc.queryForList("SELECT LOWER(COLUMN_NAME) AS name, DATA_TYPE AS type,"
				+ " IS_NULLABLE AS nullable FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = 'PUBLIC'"
				+ " AND LOWER(TABLE_NAME) = ?", table)) {
			String name = (String) column.get("name");
			boolean isKey = List.of("id", "run", "request", "ref").contains(name)
					&& column.get("type").equals("BIGINT");
			if (isKey || column.get("nullable").equals("NO")) {
				columns.add(name);
				values.add(isKey ? String.valueOf(value(table, name, run)) : literal((String) column.get("type")));
			}
		}
		this.jdbc.update("INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ("
				+ String.join(", ", values) + ")");
	}

	private static String literal(String type) {
		return switch (type) {
			case "BIGINT", "INTEGER" -> "1";
			case "BOOLEAN" -> "FALSE";
			case "UUID" -> "'5d1f6f0a-7b1c-4f6e-9a57-2f6f3f0c9b11'";
			case "TIMESTAMP WITH TIME ZONE" -> "CURRENT_TIMESTAMP";
			case "ARRAY" -> "ARRAY[]";
			default -> "'x'";
		};
	}

}
