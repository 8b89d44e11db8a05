package io.groupbatch.journal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells names that people take for the same: they differ in blanks, case or Unicode form
 * only.
 */
public final class Alike {

	private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

	private Alike() {
	}

	/**
	 * What all names that look like this one have in common.
	 */
	public static String key(String name) {
		String plain = Normalizer.normalize(name, Normalizer.Form.NFKC)
			.toUpperCase(Locale.ROOT)
			.toLowerCase(Locale.ROOT);
		String bare = UNSEEN.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKC)).replaceAll("");
		return bare.isEmpty() ? name : bare;
	}

}
