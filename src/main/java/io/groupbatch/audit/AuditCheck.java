package io.groupbatch.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.groupbatch.csv.CsvFile;
import io.groupbatch.csv.CsvFileException;
import io.groupbatch.csv.CsvOptions;
import io.groupbatch.csv.CsvRow;
import io.groupbatch.csv.FormulaEscape;

import org.jspecify.annotations.Nullable;

/**
 * Checks whether an audit file is as it was written. Used once.
 */
public final class AuditCheck {

	private static final int MOST_PROBLEMS = 50;

	private final @Nullable String head;

	private final List<String> problems = new ArrayList<>();

	private String before = HashChain.BEGIN;

	private long number;

	private long lines;

	private long upToHead = -1;

	private boolean intact = true;

	private AuditCheck(@Nullable String head) {
		this.head = (head != null) ? head.toLowerCase(Locale.ROOT) : null;
		meetHead();
	}

	/**
	 * Checks a file.
	 * @param head the hash of a line that was kept elsewhere, null: there is none
	 */
	public static Finding check(Path file, @Nullable String head) throws IOException {
		AuditCheck check = new AuditCheck(head);
		try (InputStream in = Files.newInputStream(file); CsvFile csv = CsvFile.open(in, new CsvOptions(null, ','))) {
			if (Arrays.stream(AuditFormat.values()).noneMatch((format) -> isOf(format, csv.header().cells()))) {
				return new Finding(0, 0, List.of(file + " is no audit file: it has other headings."));
			}
			for (CsvRow row = csv.next(); row != null; row = csv.next()) {
				check.add(row);
			}
		}
		catch (CsvFileException ex) {
			ex.mistakes()
				.forEach((mistake) -> check.problem("Line %d: %s.".formatted(mistake.line(), mistake.problem())));
		}
		return check.finding();
	}

	private static boolean isOf(AuditFormat format, List<String> headings) {
		return headings.size() == format.headings().size() + 2
				&& headings.subList(1, headings.size() - 1).equals(format.headings());
	}

	private void add(CsvRow row) {
		this.lines++;
		List<String> cells = row.cells().stream().map(FormulaEscape::off).toList();
		if (cells.size() < 2) {
			problem("Line %d is no line of such a file.".formatted(row.line()));
			return;
		}
		String hash = cells.get(cells.size() - 1);
		long says = number(cells.get(0));
		boolean follows = says == this.number + 1;
		boolean fits = hash.equals(HashChain.hash(this.before, cells.subList(1, cells.size() - 1)));
		if (!follows) {
			problem("Line %d: number %s follows number %d: a line was removed, added or moved here."
				.formatted(row.line(), cells.get(0), this.number));
		}
		else if (!fits) {
			problem("Line %d (number %d) was altered.".formatted(row.line(), says));
		}
		this.number = (says > 0) ? says : this.number + 1;
		this.before = hash;
		meetHead();
	}

	private void meetHead() {
		if (this.intact && this.before.equals(this.head)) {
			this.upToHead = this.lines;
		}
	}

	private void problem(String sentence) {
		this.intact = false;
		if (this.problems.size() < MOST_PROBLEMS) {
			this.problems.add(sentence);
		}
	}

	private Finding finding() {
		if (this.intact && this.head != null && this.upToHead < 0) {
			problem("No line has the head " + this.head
					+ ": the head is mistyped or belongs to another file, or lines at the end are missing, or the file was created again.");
		}
		return new Finding(this.lines, Math.max(this.upToHead, 0), List.copyOf(this.problems));
	}

	private static long number(String cell) {
		return cell.matches("[1-9]\\d{0,17}") ? Long.parseLong(cell) : 0;
	}

	/**
	 * What was found.
	 *
	 * @param lines how many lines there are
	 * @param upToHead how many of them the head vouches for
	 * @param problems a sentence for each; empty: the file is as it was written
	 */
	public record Finding(long lines, long upToHead, List<String> problems) {
	}

}
