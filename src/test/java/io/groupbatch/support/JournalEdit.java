package io.groupbatch.support;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Puts a journal that nobody uses into a state that is hard to meet.
 */
public final class JournalEdit {

	private JournalEdit() {
	}

	/** Makes all plans some minutes older. */
	public static void age(Path state, int minutes) {
		change(state,
				"UPDATE run SET directory_read_at = DATEADD(MINUTE, -(%d), directory_read_at)".formatted(minutes));
	}

	/** Carries out some SQL; each statement must change something. */
	public static void change(Path state, String... statements) {
		String url = "jdbc:h2:file:" + state.toAbsolutePath().resolve("journal");
		try (Connection connection = DriverManager.getConnection(url, "sa", "");
				Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				if (statement.executeUpdate(sql) == 0) {
					throw new AssertionError("Nothing was changed by " + sql);
				}
			}
		}
		catch (SQLException ex) {
			throw new AssertionError("The journal cannot be changed", ex);
		}
	}

}
