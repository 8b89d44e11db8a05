package io.groupbatch.csv;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown when a file cannot be read, or cannot be read further; carries every error found
 * up to there.
 */
public final class CsvFileException extends RuntimeException {

	private final transient List<CsvError> mistakes;

	public CsvFileException(List<CsvError> mistakes) {
		super(mistakes.stream().map(CsvError::describe).collect(Collectors.joining("\n")));
		this.mistakes = List.copyOf(mistakes);
	}

	/** The error of a file that is no CSV file at all. */
	static CsvFileException whole(String problem, String cure) {
		return new CsvFileException(List.of(new CsvError(1, 1, null, null, problem, cure)));
	}

	public List<CsvError> mistakes() {
		return mistakes;
	}

}
