package io.groupbatch.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The tables of the journal, as this version of the program needs them.
 * <p>
 * Flyway makes them, and is the judge of any doubt. But it takes a good part of a start
 * to find that all is as it should be, which a look at its own record tells as well.
 */
final class Schema {

	/** The migrations, in their order. */
	static final List<String> MIGRATIONS = List.of("V1__journal.sql", "V2__kinds_and_truth.sql", "V3__group_lookup.sql",
			"V4__large_groups.sql", "V5__invitations.sql", "V6__sending_options.sql");

	private static final String DONE = " true";

	/** How a migration of whatever version stands in the history. */
	private static final Pattern MIGRATION = Pattern.compile("V\\d+__\\w+\\.sql -?\\d+ (true|false)");

	private Schema() {
	}

	/**
	 * Brings the tables to this version. The history must hold the first of our own
	 * migrations, each of them word for word and done; Flyway by itself would open a
	 * journal that a newer version has changed.
	 * @throws Foreign when another version made the tables, or a migration has failed
	 * @throws DataAccessException when the history is missing or makes no sense
	 */
	static void migrate(DataSource database) {
		List<String> done = history(database).orElse(null);
		if (done != null && done.equals(known())) {
			return;
		}
		if (done != null && isBrokenOff(database, done)) {
			new JdbcTemplate(database).execute("DROP ALL OBJECTS");
		}
		else if (done != null
				&& (done.isEmpty() || !known().subList(0, Math.min(done.size(), MIGRATIONS.size())).equals(done))) {
			String told = "The history of the journal is " + done + ", not the beginning of " + known();
			throw (!done.isEmpty() && done.stream().allMatch(MIGRATION.asMatchPredicate())) ? new Foreign(told)
					: new DataRetrievalFailureException(told);
		}
		Flyway.configure().dataSource(database).load().migrate();
	}

	/**
	 * Whether exactly these migrations were done, word for word.
	 */
	static boolean isCurrent(DataSource database) {
		return history(database).filter(known()::equals).isPresent();
	}

	private static List<String> known() {
		return MIGRATIONS.stream().map((name) -> name + " " + checksum(name) + DONE).toList();
	}

	/** The migrations that were begun, in their order; nothing without a history. */
	private static Optional<List<String>> history(DataSource database) {
		try {
			return Optional.of(new JdbcTemplate(database).query(
					"SELECT \"script\", \"checksum\", \"success\" FROM \"flyway_schema_history\""
							+ " WHERE \"installed_rank\" > 0 ORDER BY \"installed_rank\"",
					(rows, index) -> rows.getString(1) + " " + rows.getInt(2) + " " + rows.getBoolean(3)));
		}
		catch (BadSqlGrammarException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Whether a process died while it made the first tables. Nothing was kept in them
	 * yet, and as H2 does not take a table back, Flyway would find them in its way for
	 * ever.
	 */
	private static boolean isBrokenOff(DataSource database, List<String> done) {
		return done.stream().noneMatch((migration) -> migration.endsWith(DONE)) && !holdsRuns(database);
	}

	private static boolean holdsRuns(DataSource database) {
		JdbcTemplate jdbc = new JdbcTemplate(database);
		boolean table = !jdbc
			.queryForList("SELECT 1 FROM INFORMATION_SCHEMA.TABLES WHERE LOWER(TABLE_NAME) = 'run'", Integer.class)
			.isEmpty();
		return table && !jdbc.queryForList("SELECT 1 FROM run FETCH FIRST ROW ONLY", Integer.class).isEmpty();
	}

	/** As Flyway counts: without the ends of the lines. */
	private static int checksum(String migration) {
		CRC32 sum = new CRC32();
		try (InputStream bytes = Objects.requireNonNull(Schema.class.getResourceAsStream("/db/migration/" + migration));
				BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
			lines.lines().forEach((line) -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return (int) sum.getValue();
	}

	/** The tables are not those of this version, nor of one before it. */
	static final class Foreign extends RuntimeException {

		Foreign(String message) {
			super(message);
		}

	}

}
