package io.groupbatch.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks into a journal whose process is gone. It reads a copy: to open the file itself
 * would already fix it.
 */
public final class JournalCopy {

	private JournalCopy() {
	}

	/** How many requests are marked as being sent. */
	public static int marked(Path state) {
		return query(state, "SELECT request FROM mark").size();
	}

	/** How many requests have an unknown result: they are marked, or found in doubt. */
	public static int open(Path state) {
		return query(state, "SELECT request FROM mark UNION SELECT request FROM result WHERE state = 'IN_DOUBT'")
			.size();
	}

	/** How many rows of files it holds. */
	public static int staged(Path state) {
		return query(state, "SELECT id FROM input_row").size();
	}

	/** Everything in every table, as SQL text. */
	public static String everything(Path state) {
		return String.join("\n", query(state, "SCRIPT"));
	}

	/** The first column of what a query finds. */
	public static List<String> query(Path state, String sql) {
		try {
			Path copy = Files.createTempDirectory(state.toAbsolutePath().getParent(), "copy");
			Files.copy(state.resolve("journal.mv.db"), copy.resolve("journal.mv.db"),
					StandardCopyOption.REPLACE_EXISTING);
			try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + copy.resolve("journal"), "sa",
					""); Statement statement = connection.createStatement()) {
				statement.execute("SET DB_CLOSE_DELAY 0");
				List<String> found = new ArrayList<>();
				try (ResultSet rows = statement.executeQuery(sql)) {
					while (rows.next()) {
						found.add(rows.getString(1));
					}
				}
				return found;
			}
		}
		catch (IOException | SQLException ex) {
			throw new AssertionError("The journal cannot be read", ex);
		}
	}

}
