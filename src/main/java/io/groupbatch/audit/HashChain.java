package io.groupbatch.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.groupbatch.text.Sha256;

/**
 * Lines of which each holds the hash of itself and, through the hash before it, of all
 * before: SHA-256 over the hash before, a line feed, and the cells of the line, each in
 * double quotes (doubled inside) with commas between, in UTF-8. The hash before the first
 * line is 64 zeros.
 */
final class HashChain {

	static final String BEGIN = "0".repeat(64);

	private long number;

	private String head;

	HashChain() {
		this(BEGIN);
	}

	/** Goes on after a hash. */
	HashChain(String head) {
		this.head = head;
	}

	/** How many lines there are. */
	long length() {
		return this.number;
	}

	/** The hash of the last line. */
	String head() {
		return this.head;
	}

	/** A line with its number in front and its hash behind. */
	List<String> link(List<String> cells) {
		List<String> line = new ArrayList<>(cells.size() + 2);
		line.add(String.valueOf(++this.number));
		line.addAll(cells);
		// The number is for people: a run's lines have the same hashes in every file
		this.head = hash(this.head, cells);
		line.add(this.head);
		return line;
	}

	/** The hash of a line without its number, behind another hash. */
	static String hash(String before, List<String> cells) {
		String text = cells.stream()
			.map((cell) -> '"' + cell.replace("\"", "\"\"") + '"')
			.collect(Collectors.joining(",", before + "\n", ""));
		return Sha256.hex(text);
	}

}
