import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The least that staging can do: parse, and insert by the thousand. {@code Staging FILE
 * FOLDER} prints the rows of a second.
 */
final class Staging {

	private static final String SETTINGS = ";WRITE_DELAY=0;RETENTION_TIME=1000;DB_CLOSE_ON_EXIT=FALSE"
			+ ";TRACE_LEVEL_FILE=0;QUERY_CACHE_SIZE=100";

	public static void main(String[] args) throws Exception {
		String url = "jdbc:h2:file:" + Path.of(args[1]).toAbsolutePath() + "/bare" + SETTINGS;
		try (Connection database = DriverManager.getConnection(url, "sa", "")) {
			database.createStatement()
				.execute("CREATE TABLE input_row (id BIGINT PRIMARY KEY, line BIGINT NOT NULL,"
						+ " cells VARCHAR ARRAY NOT NULL, operation VARCHAR(100) NOT NULL)");
			database.setAutoCommit(false);
			long begin = System.nanoTime();
			int rows = copy(Path.of(args[0]), database);
			System.out.printf("%.1f%n", rows * 1e9 / (System.nanoTime() - begin));
		}
	}

	private static int copy(Path file, Connection database) throws Exception {
		int rows = 0;
		try (Reader reader = Files.newBufferedReader(file);
				PreparedStatement insert = database.prepareStatement("INSERT INTO input_row VALUES (?, ?, ?, ?)")) {
			for (CSVRecord row : CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader)) {
				insert.setLong(1, ++rows);
				insert.setLong(2, rows + 1);
				insert.setObject(3, row.values());
				insert.setString(4, row.get(0));
				insert.addBatch();
				if (rows % 1000 == 0) {
					insert.executeBatch();
					database.commit();
				}
			}
			insert.executeBatch();
			database.commit();
		}
		return rows;
	}

}
