package io.groupbatch.cli.connection;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.ExitCode;

import org.jspecify.annotations.Nullable;

/**
 * The variables by which programs are told of a proxy: {@code HTTPS_PROXY} for https,
 * {@code HTTP_PROXY} for http, {@code NO_PROXY} for what is reached without. Each may be
 * written in small letters, which count first. This computer is reached without, always.
 *
 * @param environment the variables of the process
 */
record ProxyVariables(Map<String, String> environment) {

	private static final int HTTP = 80;

	/**
	 * The proxy for a portal.
	 * @return null: none
	 * @throws CommandException when the variable holds no address; its value is not told
	 */
	@Nullable URI proxy(URI portal) {
		String variable = variable(portal);
		String value = value(variable);
		return (value.isEmpty() || isLocal(portal.getHost()) || isLeftOut(portal)) ? null : parse(value, variable);
	}

	/** The name of the variable that counts for a portal. */
	static String variable(URI portal) {
		return portal.getScheme().toUpperCase(Locale.ROOT) + "_PROXY";
	}

	/**
	 * How a portal is reached, and which variable says so.
	 * @param proxy what {@link #proxy} has found
	 */
	EffectiveSetting setting(URI portal, @Nullable URI proxy) {
		String variable = written(variable(portal));
		if (proxy != null) {
			return new EffectiveSetting("Proxy", shown(proxy), variable);
		}
		boolean leftOut = !value(variable(portal)).isEmpty();
		return new EffectiveSetting("Proxy", "none",
				leftOut ? (isLeftOut(portal) ? written("NO_PROXY") : "this computer, which needs none")
						: EffectiveSetting.DEFAULT);
	}

	/** As the process has it. */
	private String written(String variable) {
		String small = variable.toLowerCase(Locale.ROOT);
		return this.environment.containsKey(small) ? small : variable;
	}

	/** A proxy for people, without its user and password. */
	static String shown(URI proxy) {
		return proxy.getScheme() + "://" + proxy.getHost() + ":" + proxy.getPort();
	}

	private String value(String variable) {
		String small = this.environment.get(variable.toLowerCase(Locale.ROOT));
		return ((small != null) ? small : this.environment.getOrDefault(variable, "")).strip();
	}

	/** Not by looking it up: behind a proxy, names of the world may not be known. */
	private static boolean isLocal(String host) {
		return host.equals("localhost") || host.endsWith(".localhost") || host.matches("127(\\.\\d{1,3}){3}")
				|| host.equals("[::1]");
	}

	private boolean isLeftOut(URI portal) {
		int port = (portal.getPort() >= 0) ? portal.getPort() : portal.getScheme().equals("https") ? 443 : HTTP;
		return Stream.of(value("NO_PROXY").toLowerCase(Locale.ROOT).split("[,\\s]+"))
			.anyMatch((entry) -> covers(entry, portal.getHost(), port));
	}

	private static boolean covers(String entry, String host, int port) {
		String name = entry;
		if (entry.matches("(\\[.*]|[^:]*):\\d+")) {
			name = entry.substring(0, entry.lastIndexOf(':'));
			if (!entry.endsWith(":" + port)) {
				return false;
			}
		}
		String domain = name.replaceFirst("^\\*?\\.", "");
		return name.equals("*") || (!domain.isEmpty()
				&& (host.equals(domain) || host.endsWith("." + domain) || host.equals("[" + domain + "]")));
	}

	private static URI parse(String value, String variable) {
		try {
			URI url = AddressText.parse(value.contains("://") ? value : "http://" + value);
			String rest = url.getRawPath() + ((url.getRawQuery() != null) ? "?" : "");
			if ("http".equalsIgnoreCase(url.getScheme()) && AddressText.hasServer(url) && rest.matches("/?")) {
				String account = (url.getRawUserInfo() != null) ? url.getRawUserInfo() + "@" : "";
				return URI
					.create("http://" + account + url.getHost() + ":" + ((url.getPort() >= 0) ? url.getPort() : HTTP));
			}
		}
		catch (IllegalArgumentException ex) {
			// said below, without the value: it may hold a password
		}
		throw new CommandException(ExitCode.CONFIGURATION, variable
				+ " does not hold the address of a proxy. Write it as"
				+ " http://proxy.example.com:3128, or as http://USER:PASSWORD@proxy.example.com:3128 with %40 for an @ in the password.");
	}

}
