package io.groupbatch.importjob.plan.state;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;

import io.groupbatch.text.Invisible;

/**
 * Compares e-mail addresses by how they look: without characters that show nothing, with
 * letters and their accents in one form, full-width signs as plain ones, and a domain
 * whether it is written in letters or as {@code xn--}.
 */
final class AddressNormalizer {

	private AddressNormalizer() {
	}

	/** What all addresses that look like this one have in common. */
	static String of(String address) {
		String plain = plain(address);
		int at = plain.lastIndexOf('@');
		return plain.substring(0, at + 1) + domain(plain.substring(at + 1));
	}

	/** Whether two addresses that look alike write their domain alike, too. */
	static boolean hasSameDomain(String address, String other) {
		return plain(address).equals(plain(other));
	}

	private static String plain(String address) {
		String visible = Invisible.removedFrom(Normalizer.normalize(address, Normalizer.Form.NFKC));
		return Normalizer.normalize(visible.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
	}

	private static String domain(String domain) {
		try {
			return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
		}
		catch (IllegalArgumentException ex) {
			return domain;
		}
	}

}
