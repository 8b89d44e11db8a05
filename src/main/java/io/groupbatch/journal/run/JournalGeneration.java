package io.groupbatch.journal.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.support.DataAccessUtils;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A number that grows with every start and with every group of marks, kept in the journal
 * and, outside it, in a file of the state folder. The file is written only after the
 * journal's number is on the disk. So a journal whose number is lower than the file's has
 * lost something: it is an older copy, or its end was cut off, which the database passes
 * over silently.
 * <p>
 * The file is not forced to the disk, so after a power cut it may be behind the journal;
 * that proves nothing. For one thread at a time.
 */
public final class JournalGeneration implements AutoCloseable {

	public static final String FILE = "generation";

	private static final Logger logger = LoggerFactory.getLogger(JournalGeneration.class);

	private static final Pattern CONTENT = Pattern
		.compile("(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}) (\\d{1,18})\\s*");

	private final FileChannel file;

	private final UUID journal;

	private long number;

	private JournalGeneration(FileChannel file, UUID journal, long number) {
		this.file = file;
		this.journal = journal;
		this.number = number;
	}

	/**
	 * Compares both numbers, and begins the next generation.
	 * @throws Behind when the journal has lost something
	 */
	public static JournalGeneration begin(Path folder, JdbcTemplate jdbc) throws IOException {
		Path path = folder.resolve(FILE);
		Optional<Kept> outside = read(path);
		Kept inside = inside(jdbc);
		if (outside.isPresent() && outside.get().isAheadOf(inside)) {
			throw new Behind();
		}
		JournalGeneration generation = new JournalGeneration(
				FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE), inside.journal(),
				inside.number());
		generation.next(jdbc);
		generation.write();
		return generation;
	}

	/** Counts on in the journal, in the caller's transaction. */
	public void next(JdbcTemplate jdbc) {
		this.number++;
		jdbc.update("UPDATE journal_generation SET number = ?", this.number);
	}

	/** Writes the number to the file; the journal's is on the disk by now. */
	public void write() {
		try {
			this.file.write(ByteBuffer
				.wrap("%s %018d\n".formatted(this.journal, this.number).getBytes(StandardCharsets.US_ASCII)), 0);
		}
		catch (IOException ex) {
			logger.debug("The file of the generation could not be written", ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.file.close();
	}

	private static Kept inside(JdbcTemplate jdbc) {
		Optional<Kept> kept = DataAccessUtils
			.optionalResult(jdbc.query("SELECT journal, number FROM journal_generation",
					(rows, index) -> new Kept(rows.getObject(1, UUID.class), rows.getLong(2))));
		if (kept.isPresent()) {
			return kept.get();
		}
		Kept first = new Kept(UUID.randomUUID(), 0);
		jdbc.update("INSERT INTO journal_generation (journal, number) VALUES (?, ?)", first.journal(), first.number());
		return first;
	}

	/** A file that holds something else proves nothing. */
	private static Optional<Kept> read(Path path) throws IOException {
		if (!Files.isRegularFile(path) || Files.size(path) > 100) {
			return Optional.empty();
		}
		Matcher content = CONTENT.matcher(new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
		return content.matches()
				? Optional.of(new Kept(UUID.fromString(content.group(1)), Long.parseLong(content.group(2))))
				: Optional.empty();
	}

	/**
	 * What is kept in either place.
	 *
	 * @param journal the id of the journal, made with it
	 * @param number the generation
	 */
	private record Kept(UUID journal, long number) {

		boolean isAheadOf(Kept other) {
			return !this.journal.equals(other.journal) || this.number > other.number;
		}

	}

	/** The journal is older than its file outside says. */
	public static final class Behind extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

}
