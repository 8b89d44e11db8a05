package io.groupbatch.portal.http;

import java.net.ProxySelector;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.impl.auth.CredentialsProviderBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/**
 * Sends a client through a proxy. Only the proxy is told the user and the password of its
 * address.
 */
final class ProxyConfigurer {

	private ProxyConfigurer() {
	}

	/**
	 * Lets a client use a proxy.
	 * @param proxy its address; null: what the Java machine is set to
	 * @return whether the client has to sign in there
	 */
	static boolean use(@Nullable URI proxy, HttpClientBuilder client) {
		if (proxy == null) {
			client.setProxySelector(ProxySelector.getDefault());
			return false;
		}
		HttpHost host = new HttpHost(proxy.getScheme(), proxy.getHost(), proxy.getPort());
		client.setProxy(host);
		String account = proxy.getRawUserInfo();
		if (account == null) {
			return false;
		}
		String[] parts = account.split(":", 2);
		client.setDefaultCredentialsProvider(CredentialsProviderBuilder.create()
			.add(new AuthScope(host), plain(parts[0]), plain((parts.length > 1) ? parts[1] : "").toCharArray())
			.build());
		return true;
	}

	/** A plus sign is no blank here. */
	private static String plain(String encoded) {
		return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
	}

}
