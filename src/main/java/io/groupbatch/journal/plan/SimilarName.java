package io.groupbatch.journal.plan;

import java.text.Normalizer;
import java.util.Locale;

import io.groupbatch.text.Invisible;

/**
 * Tells names that people take for the same: they differ in case, Unicode form or
 * characters that show nothing only.
 */
public final class SimilarName {

	private SimilarName() {
	}

	/**
	 * What all names that look like this one have in common.
	 */
	public static String key(String name) {
		String plain = Normalizer.normalize(name, Normalizer.Form.NFKC)
			.toUpperCase(Locale.ROOT)
			.toLowerCase(Locale.ROOT);
		String bare = Invisible.removedFrom(Normalizer.normalize(plain, Normalizer.Form.NFKC));
		return bare.isEmpty() ? name : bare;
	}

}
