package io.groupbatch.text;

/**
 * Decides which characters show nothing: white space, control characters, and all that
 * Unicode lets a program leave out when it draws a text (zero-width characters, marks of
 * direction, variation selectors, tags, fillers), with the few letters and symbols whose
 * glyph is blank. A text of nothing else counts as blank everywhere.
 * <p>
 * Java knows white space only, and has no property {@code Default_Ignorable_Code_Point};
 * the ranges are those of Unicode 16.
 */
public final class Invisible {

	/** Pairs of a first and a last code point, in ascending order. */
	private static final int[] RANGES = { //
			0x00AD, 0x00AD, // soft hyphen
			0x034F, 0x034F, // combining grapheme joiner
			0x115F, 0x1160, // Hangul fillers
			0x17B4, 0x17B5, // inherent vowels of Khmer
			0x180B, 0x180F, // Mongolian variation selectors and vowel separator
			0x2065, 0x2065, // unassigned, to be ignored
			0x2800, 0x2800, // blank pattern of Braille
			0x3164, 0x3164, // Hangul filler
			0xFE00, 0xFE0F, // variation selectors
			0xFFA0, 0xFFA0, // halfwidth Hangul filler
			0xFFF0, 0xFFF8, // unassigned, to be ignored
			0x13441, 0x13442, // blank Egyptian hieroglyphs
			0x16FE4, 0x16FE4, // Khitan filler
			0x1D159, 0x1D159, // musical null notehead
			0xE0000, 0xE0FFF, // tags and further variation selectors
	};

	private Invisible() {
	}

	/**
	 * Whether a text shows nothing; an empty one does not.
	 */
	public static boolean isBlank(String text) {
		return text.codePoints().allMatch(Invisible::is);
	}

	/**
	 * The text without characters that show nothing, wherever they are.
	 */
	public static String removedFrom(String text) {
		if (text.codePoints().noneMatch(Invisible::is)) {
			return text;
		}
		StringBuilder visible = new StringBuilder(text.length());
		text.codePoints().filter((character) -> !is(character)).forEach(visible::appendCodePoint);
		return visible.toString();
	}

	/**
	 * Whether a character shows nothing.
	 */
	public static boolean is(int codePoint) {
		return switch (Character.getType(codePoint)) {
			case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
					Character.CONTROL ->
				true;
			case Character.FORMAT -> !isVisibleFormat(codePoint);
			default -> isInRanges(codePoint);
		};
	}

	/** Signs that stand around digits or letters are of the same category. */
	private static boolean isVisibleFormat(int codePoint) {
		return (codePoint >= 0x0600 && codePoint <= 0x0605) || codePoint == 0x06DD || codePoint == 0x070F
				|| codePoint == 0x0890 || codePoint == 0x0891 || codePoint == 0x08E2 || codePoint == 0x110BD
				|| codePoint == 0x110CD;
	}

	private static boolean isInRanges(int codePoint) {
		for (int i = 0; i < RANGES.length && RANGES[i] <= codePoint; i += 2) {
			if (codePoint <= RANGES[i + 1]) {
				return true;
			}
		}
		return false;
	}

}
