package io.groupbatch.portal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * An authority that no client trusts, and servers that it has certified, made by the
 * JDK's keytool for the length of a test.
 */
public final class Authority {

	/** The host that every proper certificate is for, in addition localhost. */
	public static final String HOST = "portal.example";

	private static final char[] PASSWORD = "for this test".toCharArray();

	private final Path folder;

	private Authority(Path folder) {
		this.folder = folder;
	}

	/** Makes one that keeps its files in a folder. */
	public static Authority in(Path folder) throws IOException, InterruptedException {
		Authority authority = new Authority(folder);
		authority.keytool("authority", "-ext", "bc:c");
		return authority;
	}

	/** Its certificate, as a file. */
	public Path certificate() throws IOException, GeneralSecurityException {
		String text = Base64.getMimeEncoder().encodeToString(keys().getCertificate("authority").getEncoded());
		return Files.writeString(this.folder.resolve("authority.pem"),
				"-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");
	}

	/** What a server needs that it has certified. */
	public SSLContext server() throws IOException, InterruptedException, GeneralSecurityException {
		return server("good", "dns:localhost,dns:" + HOST);
	}

	SSLContext server(String alias, String names, String... options)
			throws IOException, InterruptedException, GeneralSecurityException {
		List<String> all = new ArrayList<>(List.of("-signer", "authority", "-ext", "san=" + names));
		all.addAll(List.of(options));
		keytool(alias, all.toArray(String[]::new));
		KeyStore own = KeyStore.getInstance("PKCS12");
		own.load(null, null);
		KeyStore keys = keys();
		own.setKeyEntry(alias, keys.getKey(alias, PASSWORD), PASSWORD, keys.getCertificateChain(alias));
		KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		factory.init(own, PASSWORD);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(factory.getKeyManagers(), null, null);
		return context;
	}

	private KeyStore keys() throws IOException, GeneralSecurityException {
		KeyStore keys = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(store())) {
			keys.load(in, PASSWORD);
		}
		return keys;
	}

	private Path store() {
		return this.folder.resolve("keys.p12");
	}

	private void keytool(String alias, String... options) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias",
						alias, "-dname", "CN=" + alias, "-keyalg", "EC", "-keystore", store().toString(), "-storetype",
						"PKCS12", "-storepass", new String(PASSWORD)));
		command.addAll(List.of(options));
		Path said = this.folder.resolve("keytool.txt");
		int code = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(said.toFile())
			.start()
			.waitFor();
		if (code != 0) {
			throw new AssertionError(Files.readString(said));
		}
	}

}
