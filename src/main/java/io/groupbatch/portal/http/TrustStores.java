package io.groupbatch.portal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import org.jspecify.annotations.Nullable;

/**
 * The certificate authorities that are trusted: those of Java, and those of a file.
 */
public final class TrustStores {

	private TrustStores() {
	}

	/**
	 * What Java trusts, and the certificates of a file.
	 * @throws IllegalArgumentException when it holds no certificate, or one that is
	 * damaged
	 */
	public static SSLContext with(Path ca) {
		try {
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(null, managers(store(ca)), null);
			return context;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalArgumentException("The certificates cannot be read from " + ca, ex);
		}
	}

	/**
	 * The authorities that Java trusts, and those of a file.
	 * @throws IllegalArgumentException if the file has no certificate
	 */
	public static KeyStore store(Path ca) throws IOException, GeneralSecurityException {
		KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
		trusted.load(null, null);
		for (TrustManager manager : managers(null)) {
			if (manager instanceof X509TrustManager own) {
				add(own.getAcceptedIssuers(), "java-", trusted);
			}
		}
		add(certificates(ca), "own-", trusted);
		return trusted;
	}

	private static Certificate[] certificates(Path ca) throws IOException, GeneralSecurityException {
		try (InputStream in = Files.newInputStream(ca)) {
			Collection<? extends Certificate> found = CertificateFactory.getInstance("X.509").generateCertificates(in);
			if (found.isEmpty()) {
				throw new IllegalArgumentException("There is no certificate in " + ca);
			}
			return found.toArray(Certificate[]::new);
		}
	}

	private static void add(Certificate[] certificates, String name, KeyStore trusted) throws GeneralSecurityException {
		for (int i = 0; i < certificates.length; i++) {
			trusted.setCertificateEntry(name + i, certificates[i]);
		}
	}

	/**
	 * Those who decide by a store.
	 * @param trusted the store; null: the one of Java
	 */
	@SuppressWarnings("NullAway") // Java says that it may be null
	private static TrustManager[] managers(@Nullable KeyStore trusted) throws GeneralSecurityException {
		TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		factory.init(trusted);
		return factory.getTrustManagers();
	}

}
