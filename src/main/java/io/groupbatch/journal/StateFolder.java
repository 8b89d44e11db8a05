package io.groupbatch.journal;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
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

import io.groupbatch.journal.row.Rows;
import io.groupbatch.journal.run.JournalGeneration;
import io.groupbatch.journal.run.PortalLimitStore;
import io.groupbatch.journal.run.Runs;
import io.groupbatch.journal.send.RequestResults;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import org.jspecify.annotations.Nullable;

/**
 * The folder that keeps the journal from one start to the next. Opening it takes its
 * lock: one process at a time. Only its owner can read it, because it holds personal
 * data. Thread-safe.
 */
public final class StateFolder implements AutoCloseable {

	/**
	 * WRITE_DELAY=0: else H2 loses acknowledged commits when the process is killed.
	 * DB_CLOSE_ON_EXIT=FALSE: else H2 closes itself on SIGTERM, before the run is tidied
	 * up. RETENTION_TIME: keeps the file small. TRACE_LEVEL_FILE=0: no log of its own
	 * beside the journal. QUERY_CACHE_SIZE: more than the statements of one turn of
	 * sending, else each is parsed again each time.
	 */
	private static final String SETTINGS = ";WRITE_DELAY=0;RETENTION_TIME=1000;DB_CLOSE_ON_EXIT=FALSE"
			+ ";TRACE_LEVEL_FILE=0;QUERY_CACHE_SIZE=100";

	private static final Set<Integer> STORAGE_CODES = Set.of(ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2,
			ErrorCode.DATABASE_IS_CLOSED, ErrorCode.DATABASE_CALLED_AT_SHUTDOWN, ErrorCode.DATABASE_IS_READ_ONLY,
			ErrorCode.CONNECTION_BROKEN_1, ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_RENAME_FAILED_2,
			ErrorCode.FILE_CREATION_FAILED_1);

	private static final String NEW = "new-journal";

	private static final String MAKE_ROOM = "Make room there, then give the same command again.";

	private static final String ELSEWHERE = "Give another one with --state.";

	private static final String DAMAGED = "its journal is damaged. Put a backup of the folder back, or give another one with"
			+ " --state.";

	/** Errors of the store with which it says that what it has read makes no sense. */
	private static final Set<Integer> DAMAGE_CODES = Set.of(DataUtils.ERROR_INTERNAL, DataUtils.ERROR_FILE_CORRUPT,
			DataUtils.ERROR_SERIALIZATION, DataUtils.ERROR_UNSUPPORTED_FORMAT, DataUtils.ERROR_CHUNK_NOT_FOUND,
			DataUtils.ERROR_BLOCK_NOT_FOUND, DataUtils.ERROR_READING_FAILED);

	private final HikariDataSource pool;

	private final FolderLock lock;

	private final JournalGeneration generation;

	private StateFolder(HikariDataSource pool, FolderLock lock, JournalGeneration generation) {
		this.pool = pool;
		this.lock = lock;
		this.generation = generation;
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
			FolderLock lock = FolderLock.take(folder);
			try {
				beginNew(folder);
				return open(folder, url, lock);
			}
			catch (IOException | SQLException | RuntimeException ex) {
				lock.close();
				throw ex;
			}
		}
		catch (IOException | SQLException | FlywayException | DataAccessException | TransactionException
				| PoolInitializationException | MVStoreException | Schema.Foreign ex) {
			throw notWritable(folder, ex);
		}
	}

	/**
	 * Makes ready for a journal that is not there yet. As long as the file {@value #NEW}
	 * is there, nothing was ever kept in the journal: a process died while it made it.
	 */
	private static void beginNew(Path folder) throws IOException {
		Path marker = folder.resolve(NEW);
		Path journal = journal(folder);
		if (Files.exists(marker)) {
			Files.deleteIfExists(journal);
		}
		if (!Files.exists(journal)) {
			if (Files.exists(folder.resolve(JournalGeneration.FILE))) {
				throw NotWritable.behind(folder, folder.resolve(JournalGeneration.FILE));
			}
			Files.writeString(marker, "");
		}
		else if (Files.size(journal) == 0) {
			throw new NotWritable(folder, DAMAGED, null);
		}
	}

	private static StateFolder open(Path folder, String url, FolderLock lock) throws SQLException, IOException {
		// Says in the clearest way when another program has opened the database.
		Connection first = connect(folder, url);
		try {
			return prepared(folder, pool(url), lock);
		}
		finally {
			first.close();
		}
	}

	/**
	 * Whether a failure comes from the disk under the journal, such as a full one. The
	 * database then closes itself, and whatever uses it fails in a way of its own.
	 */
	public static boolean isStorageTrouble(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof MVStoreException
					|| (cause instanceof SQLException sql && STORAGE_CODES.contains(sql.getErrorCode()))) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether a failure says that what was read from the journal makes no sense. The
	 * database then fails in many ways, also in ones of its inside.
	 */
	public static boolean isDamage(Throwable failure) {
		boolean damaged = false;
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof IOException && !(cause instanceof EOFException)) {
				return false;
			}
			damaged |= (cause instanceof MVStoreException store && DAMAGE_CODES.contains(store.getErrorCode()))
					|| (cause instanceof SQLException sql && (sql.getErrorCode() == ErrorCode.FILE_CORRUPTED_1
							|| sql.getErrorCode() == ErrorCode.GENERAL_ERROR_1));
		}
		return damaged;
	}

	private static NotWritable notWritable(Path folder, Exception failure) {
		Throwable root = failure;
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			root = cause;
		}
		if (isDamage(failure)) {
			return new NotWritable(folder, DAMAGED, failure);
		}
		if (root instanceof IOException || isStorageTrouble(failure)) {
			return new NotWritable(folder, root.getMessage() + ". " + MAKE_ROOM, failure);
		}
		return new NotWritable(folder, (failure instanceof Schema.Foreign)
				? "another version of Groupbatch made it. Use that version with it, or give another folder with --state."
				: DAMAGED, failure);
	}

	/**
	 * The database of the journal.
	 */
	public DataSource dataSource() {
		return this.pool;
	}

	/**
	 * Whether the database has a sequence; ours has none, so it tells what others keep.
	 * @param name in capital letters
	 */
	public boolean hasSequence(String name) {
		return !new JdbcTemplate(this.pool)
			.queryForList("SELECT 1 FROM INFORMATION_SCHEMA.SEQUENCES WHERE SEQUENCE_NAME = ?", Integer.class, name)
			.isEmpty();
	}

	/**
	 * The file of the journal.
	 */
	public static Path journal(Path folder) {
		return folder.resolve("journal.mv.db");
	}

	private static StateFolder prepared(Path folder, HikariDataSource pool, FolderLock lock) throws IOException {
		try {
			Schema.migrate(pool);
			Files.deleteIfExists(folder.resolve(NEW));
			StateFolder open = new StateFolder(pool, lock, JournalGeneration.begin(folder, new JdbcTemplate(pool)));
			open.doubtMarked();
			open.runData().deleteUnkept();
			return open;
		}
		catch (JournalGeneration.Behind ex) {
			pool.close();
			throw NotWritable.behind(folder, folder.resolve(JournalGeneration.FILE));
		}
		catch (IOException | RuntimeException ex) {
			pool.close();
			throw ex;
		}
	}

	/**
	 * What tells an older copy of the journal.
	 */
	public JournalGeneration generation() {
		return this.generation;
	}

	/**
	 * We hold the lock, so whoever marked a request is dead: whatever looks at the
	 * journal from now on sees it in doubt.
	 */
	private void doubtMarked() {
		JdbcTemplate jdbc = new JdbcTemplate(this.pool);
		RequestResults results = new RequestResults(jdbc, new Rows(jdbc));
		new TransactionTemplate(new JdbcTransactionManager(this.pool))
			.executeWithoutResult((status) -> results.doubtMarked());
	}

	/** Likewise: whoever verified is dead. */
	private RunData runData() {
		return new RunData(new JdbcTemplate(this.pool), new JdbcTransactionManager(this.pool));
	}

	/**
	 * What is known of the limits of portals, likewise.
	 */
	public PortalLimitStore limits() {
		return new PortalLimitStore(new JdbcTemplate(this.pool), Clock.system(ZoneId.systemDefault()));
	}

	/**
	 * The runs, for a look without the rest of the program.
	 */
	public Runs runs() {
		return new Runs(new JdbcTemplate(this.pool), Clock.system(ZoneId.systemDefault()));
	}

	/**
	 * Gives the room of what was dropped back to the disk, and ends the use of the
	 * journal. It is written again and then takes its own place, so a kill leaves it as
	 * it was.
	 */
	public void shrink() {
		new JdbcTemplate(this.pool).execute("SHUTDOWN COMPACT");
	}

	@Override
	public void close() {
		this.pool.close();
		try {
			this.generation.close();
			this.lock.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void prepare(Path folder) {
		if (folder.toString().contains(";")) {
			throw new NotWritable(folder, "its path contains a semicolon. " + ELSEWHERE, null);
		}
		try {
			if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
				Files.createDirectories(folder,
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
			}
			else {
				Files.createDirectories(folder);
			}
			if (!Files.isWritable(folder) || (Files.exists(journal(folder)) && !Files.isWritable(journal(folder)))) {
				throw new NotWritable(folder, "it is read-only. Make it writable, then give the same command again.",
						null);
			}
		}
		catch (IOException ex) {
			throw new NotWritable(folder, ((ex instanceof FileSystemException system && system.getReason() != null)
					? system.getReason() : "it cannot be made") + ". " + ELSEWHERE, ex);
		}
	}

	private static Connection connect(Path folder, String url) throws SQLException {
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

	private static HikariDataSource pool(String url) {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl(url);
		pool.setUsername("sa");
		pool.setPassword("");
		pool.setMaximumPoolSize(4);
		return pool;
	}

	/** Another process holds the folder. */
	public static final class InUse extends RuntimeException {

		InUse(Path folder, @Nullable Throwable cause) {
			super("Another Groupbatch is at work with the state folder " + folder
					+ ". Wait until it has ended, stop it with Ctrl-C where it runs, or give this one its own folder with --state.",
					cause);
		}

	}

	/** Nothing can be kept in the folder. */
	public static final class NotWritable extends RuntimeException {

		NotWritable(Path folder, String why, @Nullable Throwable cause) {
			super("The state folder " + folder + " cannot be used, and nothing was sent: " + why, cause);
		}

		/**
		 * The journal has lost something that was kept in it.
		 * @param generation the file that tells
		 */
		static NotWritable behind(Path folder, Path generation) {
			return new NotWritable(folder,
					("its journal is older than the one that was used here last, or its end is missing. What was sent since"
							+ " is not in it. Put the newer journal back. If there is none, delete %s and give the same"
							+ " command again: then each group is looked at before it is changed.")
						.formatted(generation),
					null);
		}

	}

}
