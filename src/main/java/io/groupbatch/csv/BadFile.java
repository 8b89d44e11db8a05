package io.groupbatch.csv;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The file as a whole cannot be read, or not be read on; carries every mistake found up
 * to there.
 */
public final class BadFile extends RuntimeException {

	private final transient List<Mistake> mistakes;

	public BadFile(List<Mistake> mistakes) {
		super(mistakes.stream().map(Mistake::describe).collect(Collectors.joining("\n")));
		this.mistakes = List.copyOf(mistakes);
	}

	/** The mistake of a file that is no CSV file at all. */
	static BadFile whole(String problem, String cure) {
		return new BadFile(List.of(new Mistake(1, 1, null, null, problem, cure)));
	}

	public List<Mistake> mistakes() {
		return mistakes;
	}

}
