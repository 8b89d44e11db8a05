package io.groupbatch.exportjob.read;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Tells the groups whose names contain a text, without regard to case. The portal's own
 * search does not find all of them.
 *
 * @param text what the names contain
 */
record NameFilter(String text) {

	boolean fits(String name) {
		return folded(name).contains(folded(this.text));
	}

	private static String folded(String name) {
		return Normalizer.normalize(name, Normalizer.Form.NFC).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
	}

}
