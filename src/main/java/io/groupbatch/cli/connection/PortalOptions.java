package io.groupbatch.cli.connection;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.exit.FileErrors;
import io.groupbatch.cli.file.PrivateFiles;
import io.groupbatch.portal.http.ApiKey;
import io.groupbatch.portal.http.PortalSettings;
import io.groupbatch.portal.http.Route;
import picocli.CommandLine.Option;

import org.jspecify.annotations.Nullable;

/**
 * Which portal, and the key to it. The key is never an argument, because every user of
 * the computer can read those.
 */
public class PortalOptions {

	private static final String URL_VARIABLE = "DOCSPACE_PORTAL_URL";

	private static final String KEY_VARIABLE = "DOCSPACE_API_KEY";

	@Option(names = "--portal", paramLabel = "URL",
			description = "The portal's address. Default: the variable " + URL_VARIABLE)
	@Nullable String portal;

	@Option(names = "--api-key-file", paramLabel = "FILE",
			description = "A file with the API key, readable by you only. Default: the variable " + KEY_VARIABLE
					+ ", else you are asked")
	public @Nullable Path apiKeyFile;

	@Option(names = "--ca", paramLabel = "FILE",
			description = "Certificates (PEM) of authorities to trust in addition to those that Java trusts.")
	public @Nullable Path ca;

	@Option(names = "--sandbox", description = "Use a simulated portal that lasts as long as the command.")
	public boolean sandbox;

	@Option(names = "--allow-http", description = "Send the key unencrypted to another computer.")
	boolean allowHttp;

	/**
	 * Makes sure that a simulated portal is not used by a user who means another one.
	 * @throws CommandException when the command line names another one
	 */
	public void refuseOtherThanSandbox() {
		String given = (this.portal != null) ? "--portal" : (this.apiKeyFile != null) ? "--api-key-file"
				: (this.ca != null) ? "--ca" : this.allowHttp ? "--allow-http" : null;
		if (given != null) {
			throw new CommandException(ExitCode.USAGE, "--sandbox uses a simulated portal with an address and a key of"
					+ " its own, so " + given + " has no use. Leave one of the two out.");
		}
	}

	/** The portal's address. */
	public URI url(Map<String, String> environment) {
		return urlIfGiven(environment).orElseThrow(() -> new CommandException(ExitCode.CONFIGURATION,
				"Which portal? Give --portal https://docspace.example.com, or set " + URL_VARIABLE
						+ ", or try --sandbox."));
	}

	/** The portal's address, when anything says it. */
	public Optional<URI> urlIfGiven(Map<String, String> environment) {
		String text = (this.portal != null) ? this.portal : environment.getOrDefault(URL_VARIABLE, "");
		return text.isBlank() ? Optional.empty() : Optional.of(checked(parse(text.strip())));
	}

	/**
	 * All that is needed to be let into a portal.
	 * @param connections how many requests may be under way at once
	 */
	public PortalSettings portal(URI url, int connections, Map<String, String> environment, Terminal terminal) {
		Route route = route(url, environment);
		return new PortalSettings(url, key(environment, terminal), connections).by(route);
	}

	private Route route(URI url, Map<String, String> environment) {
		if (this.ca != null) {
			checkCertificates(this.ca);
		}
		boolean loopback = !"https".equals(url.getScheme()) && isLoopback(url);
		return new Route(this.ca, loopback ? null : new ProxyVariables(environment).proxy(url));
	}

	/**
	 * The settings, each with where it comes from; the key and the proxy's password are
	 * not told.
	 */
	public List<EffectiveSetting> settings(Map<String, String> environment) {
		URI url = url(environment);
		List<EffectiveSetting> settings = new ArrayList<>();
		settings.add(new EffectiveSetting("Portal", url.toString(), (this.portal != null) ? "--portal" : URL_VARIABLE));
		keySource(environment).ifPresent((source) -> settings.add(new EffectiveSetting("Key", "***", source)));
		Route route = route(url, environment);
		if (route.ca() != null) {
			settings.add(new EffectiveSetting("Also trusted", route.ca().toString(), "--ca"));
		}
		settings.add(new ProxyVariables(environment).setting(url, route.proxy()));
		return settings;
	}

	/** Where the key is; nothing when it is nowhere, or cannot be used. */
	private Optional<String> keySource(Map<String, String> environment) {
		if (this.apiKeyFile == null) {
			return environment.getOrDefault(KEY_VARIABLE, "").isBlank() ? Optional.empty() : Optional.of(KEY_VARIABLE);
		}
		try {
			if (Files.isRegularFile(this.apiKeyFile) || Files.notExists(this.apiKeyFile)) {
				read(this.apiKeyFile);
			}
			return Optional.of("the file " + this.apiKeyFile);
		}
		catch (CommandException ex) {
			return Optional.empty();
		}
	}

	private URI checked(URI url) {
		if (!"https".equals(url.getScheme()) && !this.allowHttp && !isLoopback(url)) {
			throw new CommandException(ExitCode.CONFIGURATION, url
					+ " is not encrypted: others could read the API key on its way. Use https, or give --allow-http.");
		}
		return url;
	}

	/** The API key, from wherever it is kept. */
	ApiKey key(Map<String, String> environment, Terminal terminal) {
		String key = (this.apiKeyFile != null) ? read(this.apiKeyFile) : environment.get(KEY_VARIABLE);
		if (key == null || key.isBlank()) {
			key = terminal.askSecret("API key: ");
		}
		if (key == null || key.isBlank()) {
			throw new CommandException(ExitCode.CONFIGURATION,
					"There is no API key. Set " + KEY_VARIABLE + ", or give --api-key-file FILE.");
		}
		try {
			return ApiKey.of(key);
		}
		catch (IllegalArgumentException ex) {
			throw new CommandException(ExitCode.CONFIGURATION, ex.getMessage() + ".");
		}
	}

	private static URI parse(String text) {
		try {
			boolean bare = !text.contains("://");
			URI url = AddressText.parse(bare ? "https://" + text : text);
			String scheme = (bare && url.getHost() != null && isLoopback(url)) ? "http"
					: String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
			if (AddressText.hasServer(url) && (scheme.equals("https") || scheme.equals("http"))
					&& url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null) {
				String meant = scheme.equals("https") ? ":(443)?$" : ":(80)?$";
				return URI
					.create(scheme + "://" + url.getRawAuthority().toLowerCase(Locale.ROOT).replaceFirst(meant, "")
							+ url.getRawPath().replaceFirst("/*(/api(/2\\.0)?)?/*$", ""));
			}
		}
		catch (IllegalArgumentException ex) {
			// said below
		}
		throw new CommandException(ExitCode.CONFIGURATION,
				"\"" + AddressText.withoutAccount(text)
						+ "\" is not the address of a portal. Give one such as https://docspace.example.com"
						+ (text.contains("@") ? ", without a user name and a password." : "."));
	}

	private static boolean isLoopback(URI url) {
		try {
			return InetAddress.getByName(url.getHost()).isLoopbackAddress();
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

	/** Makes sure that a file holds certificates of authorities. */
	private static void checkCertificates(Path file) {
		try (InputStream in = Files.newInputStream(file)) {
			if (CertificateFactory.getInstance("X.509").generateCertificates(in).isEmpty()) {
				throw unusable(file, "there is no certificate in it");
			}
		}
		catch (IOException ex) {
			throw unusable(file, FileErrors.reason(ex));
		}
		catch (CertificateException ex) {
			throw unusable(file, "what it holds is no certificate, or a damaged one");
		}
	}

	private static CommandException unusable(Path file, String why) {
		return new CommandException(ExitCode.CONFIGURATION, "--ca " + file + " cannot be used: " + why
				+ ". It must hold one or several certificates as text, each from -----BEGIN CERTIFICATE----- on.");
	}

	private static String read(Path file) {
		try {
			Set<PosixFilePermission> permissions = PrivateFiles.permissions(file);
			if (permissions.contains(PosixFilePermission.OTHERS_READ)
					|| permissions.contains(PosixFilePermission.GROUP_READ)) {
				throw new CommandException(ExitCode.CONFIGURATION,
						"Others can read the API key in " + file + ". Change that: chmod 600 " + file);
			}
			String key = Files.readString(file);
			if (key.isBlank()) {
				throw new CommandException(ExitCode.CONFIGURATION,
						"There is no API key in " + file + ": the file is empty. Write the key into it.");
			}
			return key;
		}
		catch (IOException ex) {
			throw new CommandException(ExitCode.CONFIGURATION, "The API key cannot be read from " + file + ": "
					+ FileErrors.reason(ex) + ". Check its name, and who may read it.");
		}
	}

}
