package io.groupbatch.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The tables of the journal, as this version of the program needs them.
 * <p>
 * Flyway makes them, and is the judge of any doubt. But it takes a good part of a start
 * to find that all is as it should be, which a look at its own record tells as well.
 */
final class Schema {

	/** The migrations, in their order. */
	static final List<String> MIGRATIONS = List.of("V1__journal.sql", "V2__kinds_and_truth.sql");

	private Schema() {
	}

	/**
	 * Brings the tables to this version.
	 */
	static void migrate(DataSource database) {
		if (!isCurrent(database)) {
			if (isBrokenOff(database)) {
				new JdbcTemplate(database).execute("DROP ALL OBJECTS");
			}
			Flyway.configure().dataSource(database).load().migrate();
		}
	}

	/**
	 * Whether exactly these migrations were done, word for word.
	 */
	static boolean isCurrent(DataSource database) {
		List<String> known = MIGRATIONS.stream().map((name) -> name + " " + checksum(name) + " true").toList();
		try {
			return new JdbcTemplate(database)
				.query("SELECT \"script\", \"checksum\", \"success\" FROM \"flyway_schema_history\""
						+ " WHERE \"installed_rank\" > 0 ORDER BY \"installed_rank\"",
						(rows, index) -> rows.getString(1) + " " + rows.getInt(2) + " " + rows.getBoolean(3))
				.equals(known);
		}
		catch (DataAccessException ex) {
			return false;
		}
	}

	/**
	 * Whether a process died while it made the first tables. Nothing was kept in them
	 * yet, and as H2 does not take a table back, Flyway would find them in its way for
	 * ever.
	 */
	private static boolean isBrokenOff(DataSource database) {
		try {
			return new JdbcTemplate(database)
				.queryForList("SELECT 1 FROM \"flyway_schema_history\" WHERE \"installed_rank\" > 0 AND \"success\"",
						Integer.class)
				.isEmpty();
		}
		catch (DataAccessException ex) {
			return false;
		}
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

}
