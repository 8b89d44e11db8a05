package io.groupbatch.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.groupbatch.journal.sql.RowId;
import io.groupbatch.journal.sql.SqlArrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SchemaTests {

	private static final UUID ANNA = new UUID(1, 1);

	private static final UUID BEN = new UUID(1, 2);

	private final JdbcDataSource database = database();

	@Test
	void allMigrationsAreKnown() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
			assertThat(files.map((file) -> file.getFileName().toString()).sorted()).isEqualTo(Schema.MIGRATIONS);
		}
	}

	@Test
	void whatFlywayMadeIsCurrent() {
		assertThat(Schema.isCurrent(this.database)).isFalse();

		Schema.migrate(this.database);

		assertThat(Schema.isCurrent(this.database)).isTrue();
	}

	@Test
	void whatAnotherVersionMadeIsNot() {
		Schema.migrate(this.database);
		new JdbcTemplate(this.database).update("UPDATE \"flyway_schema_history\" SET \"checksum\" = \"checksum\" + 1");

		assertThat(Schema.isCurrent(this.database)).isFalse();
	}

	@Test
	void neitherIsWhatAMigrationLeftHalfWay() {
		Schema.migrate(this.database);
		new JdbcTemplate(this.database).update("UPDATE \"flyway_schema_history\" SET \"success\" = FALSE");

		assertThat(Schema.isCurrent(this.database)).isFalse();
	}

	/**
	 * When the portal asked for it was not noted; the row was written at that time or
	 * later.
	 */
	@Test
	void aPauseOfTheFirstVersionIsCountedFromWhenItWasLearned() {
		Flyway.configure().dataSource(this.database).target("1").load().migrate();
		JdbcTemplate journal = new JdbcTemplate(this.database);
		journal.update("INSERT INTO portal_limit (portal, account, unlimited, paused_until, learned_at, recent)"
				+ " VALUES ('p', 'a', FALSE, '2026-11-21 12:00:00+00', '2026-11-21 10:00:00+00', ARRAY[])");
		journal.update("INSERT INTO portal_limit (portal, account, unlimited, learned_at, recent)"
				+ " VALUES ('p', 'b', FALSE, '2026-11-21 10:00:00+00', ARRAY[])");

		Schema.migrate(this.database);

		assertThat(journal.queryForList("SELECT account FROM portal_limit WHERE paused_at = learned_at", String.class))
			.containsExactly("a");
	}

	/** The record of a migration comes after it. */
	@ParameterizedTest
	@ValueSource(strings = { "DELETE FROM \"flyway_schema_history\" WHERE \"installed_rank\" > 0",
			"UPDATE \"flyway_schema_history\" SET \"success\" = FALSE" })
	void aFirstStartThatDiedOverItsTablesIsBegunAnew(String left) {
		Schema.migrate(this.database);
		new JdbcTemplate(this.database).update("DROP TABLE export_member");
		new JdbcTemplate(this.database).update(left);

		Schema.migrate(this.database);

		assertThat(Schema.isCurrent(this.database)).isTrue();
		assertThat(new JdbcTemplate(this.database).queryForList("SELECT * FROM export_member")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"INSERT INTO \"flyway_schema_history\" SELECT 99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'sa', \"installed_on\","
					+ " 1, TRUE FROM \"flyway_schema_history\" WHERE \"version\" = '1'",
			"UPDATE \"flyway_schema_history\" SET \"success\" = FALSE WHERE \"version\" = '2'",
			"UPDATE \"flyway_schema_history\" SET \"checksum\" = \"checksum\" + 1 WHERE \"version\" = '1'",
			"UPDATE \"flyway_schema_history\" SET \"checksum\" = \"checksum\" + 1 WHERE \"version\" = '2'",
			"DELETE FROM \"flyway_schema_history\" WHERE \"version\" = '1'",
			"DELETE FROM \"flyway_schema_history\" WHERE \"installed_rank\" > 0" })
	void whatIsNoBeginningOfOurOwnHistoryIsRefusedAndLeftAsItIs(String change) {
		Schema.migrate(this.database);
		addRun(1, "", "NULL");
		new JdbcTemplate(this.database).update(change);
		List<String> before = script();

		assertThatThrownBy(() -> Schema.migrate(this.database)).isInstanceOfAny(Schema.Foreign.class,
				DataRetrievalFailureException.class);

		assertThat(script()).isEqualTo(before);
	}

	@Test
	void aJournalOfVersionOneGetsTheKindsOfItsRuns() {
		versionOne();

		Schema.migrate(this.database);

		assertMigrated();
	}

	@ParameterizedTest
	@MethodSource("placesInMigrations")
	void aMigrationThatDiedInTheMiddleIsDoneByTheNextStart(int version, int statements) {
		versionOne();
		Flyway.configure().dataSource(this.database).target("" + (version - 1)).load().migrate();
		statements(version).stream().limit(statements).forEach(new JdbcTemplate(this.database)::execute);

		Schema.migrate(this.database);

		assertMigrated();
	}

	static Stream<Arguments> placesInMigrations() {
		return IntStream.rangeClosed(2, Schema.MIGRATIONS.size())
			.boxed()
			.flatMap((version) -> IntStream.rangeClosed(1, statements(version).size())
				.mapToObj((statements) -> Arguments.of(version, statements)));
	}

	private static List<String> statements(int version) {
		String file = "src/main/resources/db/migration/" + Schema.MIGRATIONS.get(version - 1);
		try {
			String code = Files.readString(Path.of(file))
				.lines()
				.filter((line) -> !line.startsWith("--"))
				.collect(Collectors.joining("\n"));
			return Stream.of(code.split(";\\s*(?:\n|$)")).filter((statement) -> !statement.isBlank()).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** With an import, an undo of it, and what two runs of verify have left. */
	private void versionOne() {
		Flyway.configure().dataSource(this.database).target("1").load().migrate();
		addRun(1, "operation=", "NULL");
		addRun(2, "operation=", "1");
		addRun(3, "verify operation=", "NULL");
		JdbcTemplate jdbc = new JdbcTemplate(this.database);
		for (long run : List.of(1L, 3L)) {
			jdbc.update("INSERT INTO input_row VALUES (?, 2, ARRAY['set-members'], 'set-members')", RowId.of(run, 2));
		}
		for (long run : List.of(1L, 3L, 4L)) {
			jdbc.update("INSERT INTO set_row VALUES (?, 'name:A', 2, 'SET')", run);
		}
		jdbc.update("INSERT INTO seen_group (ref, portal_id, name, members) VALUES (1, ?, 'A', ?)", ANNA,
				new UUID[] { ANNA, BEN });
		jdbc.update("INSERT INTO seen_group (ref, portal_id, name) VALUES (2, ?, 'Nobody')", BEN);
	}

	private void assertMigrated() {
		JdbcTemplate jdbc = new JdbcTemplate(this.database);
		assertThat(Schema.isCurrent(this.database)).isTrue();
		assertThat(jdbc.queryForList("SELECT kind FROM run ORDER BY number", String.class)).containsExactly("IMPORT",
				"UNDO", "VERIFY");
		assertThat(jdbc.queryForList("SELECT run FROM set_row ORDER BY run", Long.class))
			.as("those of a verify that was discarded are nobody's")
			.containsExactly(1L, 3L);
		assertThat(jdbc.query("SELECT people FROM seen_group ORDER BY ref",
				(rows, index) -> SqlArrays.uuidsOfParts(rows, "people")))
			.containsExactly(List.of(ANNA, BEN), List.of());
	}

	private void addRun(int number, String options, String undoes) {
		new JdbcTemplate(this.database).update(
				"INSERT INTO run (number, state, file, sha256, options, portal, sandbox, output, undoes, created_at)"
						+ " VALUES (?, 'FINISHED', 'f', 'x', ?, 'p', FALSE, 'o', " + undoes + ", CURRENT_TIMESTAMP)",
				number, options);
	}

	private List<String> script() {
		return new JdbcTemplate(this.database).queryForList("SCRIPT", String.class);
	}

	@Test
	void whatAnotherProgramKeepsThereIsLeftAlone() {
		new JdbcTemplate(this.database).execute("CREATE TABLE run (theirs INTEGER)");

		assertThatThrownBy(() -> Schema.migrate(this.database)).isInstanceOf(FlywayException.class);

		assertThat(new JdbcTemplate(this.database).queryForList("SELECT theirs FROM run")).isEmpty();
	}

	@Test
	void runsOfTheFirstVersionKnowTheirPortalByItsAddress() {
		Flyway.configure().dataSource(this.database).target("1").load().migrate();
		JdbcTemplate journal = new JdbcTemplate(this.database);
		List<String> addresses = List.of("https://p", "https://p:443", "https://p:4430", "http://127.0.0.1:80",
				"https://[::443]", "https://p/docs");
		for (int i = 0; i < addresses.size(); i++) {
			journal.update(
					"INSERT INTO run (number, state, file, sha256, options, portal, sandbox, output, created_at)"
							+ " VALUES (?, 'FINISHED', 'f', '0', '', ?, FALSE, 'o', CURRENT_TIMESTAMP)",
					i + 1, addresses.get(i));
		}

		Schema.migrate(this.database);

		List<String> known = List.of("https://p", "https://p", "https://p:4430", "http://127.0.0.1", "https://[::443]",
				"https://p/docs");
		assertThat(journal.queryForList("SELECT portal FROM run ORDER BY number", String.class)).isEqualTo(known);
		assertThat(journal.queryForList("SELECT portal_key FROM run ORDER BY number", String.class)).isEqualTo(known);
	}

	private static JdbcDataSource database() {
		JdbcDataSource database = new JdbcDataSource();
		database.setUrl("jdbc:h2:mem:" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
		return database;
	}

}
