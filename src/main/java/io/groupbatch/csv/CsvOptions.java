package io.groupbatch.csv;

import java.nio.charset.Charset;

import org.jspecify.annotations.Nullable;

/**
 * What the user says about a file; everything left out is found out from the file.
 *
 * @param charset the encoding
 * @param delimiter the character between two cells
 */
public record CsvOptions(@Nullable Charset charset, @Nullable Character delimiter) {

	public CsvOptions {
		if (delimiter != null && "\"\r\n\0\uFEFF".indexOf(delimiter) >= 0) {
			throw new IllegalArgumentException("A quote, a line break or a NUL cannot separate cells");
		}
	}

	/** Nothing is given, all is found out. */
	public static CsvOptions none() {
		return new CsvOptions(null, null);
	}

}
