package io.groupbatch.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SchemaTests {

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

	/** When the portal asked for it was not noted; the row was written at that time or later. */
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

	@Test
	void whatAnotherProgramKeepsThereIsLeftAlone() {
		new JdbcTemplate(this.database).execute("CREATE TABLE run (theirs INTEGER)");

		assertThatThrownBy(() -> Schema.migrate(this.database)).isInstanceOf(FlywayException.class);

		assertThat(new JdbcTemplate(this.database).queryForList("SELECT theirs FROM run")).isEmpty();
	}

	private static JdbcDataSource database() {
		JdbcDataSource database = new JdbcDataSource();
		database.setUrl("jdbc:h2:mem:" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
		return database;
	}

}
