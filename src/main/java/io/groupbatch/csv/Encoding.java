package io.groupbatch.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The encoding of a file, as its first bytes and the user tell it.
 *
 * @param charset the encoding
 * @param byteOrderMark whether a byte order mark said so
 */
record Encoding(Charset charset, boolean byteOrderMark) {

	private static final int LOOK_AHEAD = 32;

	private static final Pattern WEB_PAGE = Pattern.compile("(?is)\\W*<(!doctype|html|head|\\?xml)\\b.*");

	/**
	 * Looks at the first bytes, and takes the byte order mark off.
	 * @param in where the file begins; afterwards, where its text begins
	 * @param given what the user says it is
	 * @return the encoding
	 */
	static Encoding of(BufferedInputStream in, @Nullable Charset given) throws IOException {
		in.mark(LOOK_AHEAD);
		byte[] first = in.readNBytes(LOOK_AHEAD);
		String start = HexFormat.of().formatHex(first);
		in.reset();
		if (start.startsWith("504b0304") || start.startsWith("d0cf11e0")) {
			throw CsvFileException.whole("This is a workbook (.xlsx, .ods or .xls) or an archive, not a CSV file",
					"Save it as CSV UTF-8 in Excel, and import that");
		}
		if (WEB_PAGE.matcher(new String(first, StandardCharsets.ISO_8859_1)).matches()) {
			throw CsvFileException.whole("This is a web page, not a CSV file: perhaps the page of a sign-in",
					"Sign in, download the file again, and import that");
		}
		for (Mark mark : Mark.values()) {
			if (start.startsWith(mark.hex)) {
				mark.refuseOther(given);
				skip(mark, in);
				return new Encoding(mark.charset, true);
			}
		}
		return new Encoding((given != null) ? given : StandardCharsets.UTF_8, false);
	}

	/** Programs that put a mark before each part of a file leave several. */
	private static void skip(Mark mark, BufferedInputStream in) throws IOException {
		int length = mark.hex.length() / 2;
		boolean another = true;
		while (another) {
			in.skipNBytes(length);
			in.mark(length);
			another = HexFormat.of().formatHex(in.readNBytes(length)).equals(mark.hex);
			in.reset();
		}
	}

	private enum Mark {

		UTF_8("efbbbf", StandardCharsets.UTF_8), UTF_16LE("fffe", StandardCharsets.UTF_16LE),
		UTF_16BE("feff", StandardCharsets.UTF_16BE);

		private final String hex;

		private final Charset charset;

		Mark(String hex, Charset charset) {
			this.hex = hex;
			this.charset = charset;
		}

		// UTF-16 without LE or BE leaves the order of the bytes to the mark
		void refuseOther(@Nullable Charset given) {
			boolean agrees = given == null || given.equals(charset)
					|| (given.equals(StandardCharsets.UTF_16) && this != UTF_8);
			if (!agrees) {
				throw CsvFileException.whole(
						"The file begins with the mark of " + charset + ", but --charset says " + given,
						"Leave --charset out");
			}
		}

	}

}
