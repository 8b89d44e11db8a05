package io.groupbatch.csv;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

import org.jspecify.annotations.Nullable;

/**
 * A reader that passes strict CSV through, up to the first character that is not; then it
 * throws {@link CsvFileException}, at every call. So the rows before the error can still
 * be read.
 */
final class StrictCsvReader extends Reader {

	private final Reader in;

	private final Charset charset;

	private final SyntaxChecker syntax;

	private @Nullable CsvFileException bad;

	StrictCsvReader(Reader in, Charset charset, SyntaxChecker syntax) {
		this.in = in;
		this.charset = charset;
		this.syntax = syntax;
	}

	@Override
	public int read(char[] buffer, int offset, int length) throws IOException {
		if (bad != null) {
			throw bad;
		}
		int count = decoded(buffer, offset, length);
		if (count < 0) {
			syntax.end();
			return count;
		}
		int good = good(buffer, offset, count);
		if (good == 0 && bad != null) {
			throw bad;
		}
		return good;
	}

	private int decoded(char[] buffer, int offset, int length) throws IOException {
		try {
			return in.read(buffer, offset, length);
		}
		catch (CharacterCodingException ex) {
			bad = syntax.undecodable(charset);
			bad.initCause(ex);
			throw bad;
		}
	}

	private int good(char[] buffer, int offset, int count) {
		for (int i = 0; i < count; i++) {
			try {
				syntax.accept(buffer[offset + i]);
			}
			catch (CsvFileException ex) {
				bad = ex;
				return i;
			}
		}
		return count;
	}

	@Override
	public void close() throws IOException {
		in.close();
	}

}
