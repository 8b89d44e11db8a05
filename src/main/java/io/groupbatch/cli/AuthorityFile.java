package io.groupbatch.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;

/**
 * A file with the certificates of authorities, as {@code --ca} names it.
 */
final class AuthorityFile {

	private AuthorityFile() {
	}

	/**
	 * Makes sure that it can be used.
	 * @throws Stop when it cannot
	 */
	static void check(Path file) {
		try (InputStream in = Files.newInputStream(file)) {
			if (CertificateFactory.getInstance("X.509").generateCertificates(in).isEmpty()) {
				throw unusable(file, "there is no certificate in it");
			}
		}
		catch (IOException ex) {
			throw unusable(file, FileTrouble.reason(ex));
		}
		catch (CertificateException ex) {
			throw unusable(file, "what it holds is no certificate, or a damaged one");
		}
	}

	private static Stop unusable(Path file, String why) {
		return new Stop(ExitCode.CONFIGURATION, "--ca " + file + " cannot be used: " + why
				+ ". It must hold one or several certificates as text, each from -----BEGIN CERTIFICATE----- on.");
	}

}
