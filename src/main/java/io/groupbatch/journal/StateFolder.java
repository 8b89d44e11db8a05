package io.groupbatch.journal;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Set;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.jspecify.annotations.Nullable;

/**
 * The folder that keeps the journal from one start to the next. Opening it takes the lock
 * of the database file: one process at a time. Only its owner can read it, for it holds
 * personal data. Thread-safe.
 */
public final class StateFolder implements AutoCloseable {

	/**
	 * WRITE_DELAY=0: else H2 loses acknowledged commits when the process is killed.
	 * DB_CLOSE_ON_EXIT=FALSE: else H2 closes itself on SIGTERM, before the run is tidied
	 * up. RETENTION_TIME: keeps the file small. TRACE_LEVEL_FILE=0: no log of its own
	 * beside the journal.
	 */
	private static final String SETTINGS = ";WRITE_DELAY=0;RETENTION_TIME=1000;DB_CLOSE_ON_EXIT=FALSE"
			+ ";TRACE_LEVEL_FILE=0";

	private static final Set<Integer> STORAGE_CODES = Set.of(ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2,
			ErrorCode.DATABASE_IS_CLOSED, ErrorCode.DATABASE_IS_READ_ONLY);

	private final HikariDataSource pool;

	private StateFolder(HikariDataSource pool) {
		this.pool = pool;
	}

	/**
	 * Opens the folder, making it when it is not there.
	 * @throws InUse when another process holds it
	 * @throws NotWritable when nothing can be kept there
	 */
	public static StateFolder open(Path folder) {
		prepare(folder);
		String url = "jdbc:h2:file:" + folder.toAbsolutePath().resolve("journal") + SETTINGS;
		try {
			// It holds the lock until the pool has connections of its own.
			Connection first = lock(folder, url);
			try {
				StateFolder opened = new StateFolder(pool(folder, url));
				opened.doubtMarked();
				return opened;
			}
			finally {
				first.close();
			}
		}
		catch (SQLException ex) {
			throw new NotWritable(folder, String.valueOf(ex.getMessage()), ex);
		}
	}

	/**
	 * Whether a failure comes from the disk under the journal, such as a full one.
	 */
	public static boolean isStorageTrouble(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException sql && STORAGE_CODES.contains(sql.getErrorCode())) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The database of the journal.
	 */
	public DataSource dataSource() {
		return this.pool;
	}

	/**
	 * We hold the lock, so whoever marked a request is dead: whatever looks at the
	 * journal from now on sees it in doubt.
	 */
	private void doubtMarked() {
		JdbcTemplate batch = new JdbcTemplate(this.pool);
		JdbcClient jdbc = JdbcClient.create(this.pool);
		Results results = new Results(batch, jdbc, new Rows(batch, jdbc));
		new TransactionTemplate(new JdbcTransactionManager(this.pool))
			.executeWithoutResult((status) -> results.doubtMarked());
	}

	/**
	 * The runs, for a look without the rest of the program.
	 */
	public Runs runs() {
		return new Runs(JdbcClient.create(this.pool), Clock.system(ZoneId.systemDefault()));
	}

	@Override
	public void close() {
		this.pool.close();
	}

	private static void prepare(Path folder) {
		if (folder.toString().contains(";")) {
			throw new NotWritable(folder, "its path contains a semicolon", null);
		}
		try {
			if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
				Files.createDirectories(folder,
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
			}
			else {
				Files.createDirectories(folder);
			}
			if (!Files.isWritable(folder)) {
				throw new NotWritable(folder, "it is read-only", null);
			}
		}
		catch (IOException ex) {
			throw new NotWritable(folder, String.valueOf(ex.getMessage()), ex);
		}
	}

	private static Connection lock(Path folder, String url) throws SQLException {
		JdbcDataSource database = new JdbcDataSource();
		database.setUrl(url);
		database.setUser("sa");
		database.setPassword("");
		try {
			return database.getConnection();
		}
		catch (SQLException ex) {
			if (ex.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
				throw new InUse(folder, ex);
			}
			throw ex;
		}
	}

	private static HikariDataSource pool(Path folder, String url) {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl(url);
		pool.setUsername("sa");
		pool.setPassword("");
		pool.setMaximumPoolSize(4);
		try {
			Flyway.configure().dataSource(pool).load().migrate();
			return pool;
		}
		catch (FlywayException ex) {
			pool.close();
			throw new NotWritable(folder, "another version of Groupbatch made it", ex);
		}
	}

	/** Another process holds the folder. */
	public static final class InUse extends RuntimeException {

		InUse(Path folder, Throwable cause) {
			super("Another Groupbatch is at work with the state folder " + folder
					+ ". Wait until it has ended, or give this one its own folder with --state.", cause);
		}

	}

	/** Nothing can be kept in the folder. */
	public static final class NotWritable extends RuntimeException {

		NotWritable(Path folder, String why, @Nullable Throwable cause) {
			super("The state folder " + folder + " cannot be used: " + why
					+ ". Nothing was sent. Give another one with --state.", cause);
		}

	}

}
