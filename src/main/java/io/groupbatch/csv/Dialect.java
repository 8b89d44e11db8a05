package io.groupbatch.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How a file is written.
 *
 * @param charset the encoding
 * @param byteOrderMark whether the file begins with a byte order mark
 * @param delimiter the character between two cells
 */
public record Dialect(Charset charset, boolean byteOrderMark, char delimiter) {

	/** How our own files are written: UTF-8 without a byte order mark, commas. */
	public static final Dialect OURS = new Dialect(StandardCharsets.UTF_8, false, ',');

	/** The dialect in words, such as {@code semicolons, UTF-8 with BOM}. */
	public String describe() {
		return delimiters() + ", " + charset.name() + (byteOrderMark ? " with BOM" : "");
	}

	private String delimiters() {
		return switch (delimiter) {
			case ',' -> "commas";
			case ';' -> "semicolons";
			case '\t' -> "tabs";
			case '|' -> "vertical bars";
			default -> "\"" + CsvError.printable(String.valueOf(delimiter)) + "\" between cells";
		};
	}

}
