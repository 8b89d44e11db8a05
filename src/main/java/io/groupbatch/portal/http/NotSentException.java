package io.groupbatch.portal.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.Locale;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/**
 * Proof that nothing of a request left for the portal; and why, for people. The message
 * is a sentence of its own, with what to do, when it ends as one.
 */
final class NotSentException extends IOException {

	private static final long serialVersionUID = 1L;

	private static final String PROXY_CURE = " Check HTTPS_PROXY, or name the portal's host in NO_PROXY.";

	private NotSentException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	/**
	 * No connection came about.
	 * @param proxy what the connection was to go through; null: nothing
	 */
	static NotSentException because(Throwable cause, @Nullable HttpHost proxy) {
		if (cause instanceof SSLException) {
			return new NotSentException(insecure(cause), cause);
		}
		// There is a connection, and the other end does not answer as one for https does.
		boolean noHandshake = cause instanceof SocketTimeoutException
				&& String.valueOf(cause.getMessage()).startsWith("Read");
		if (noHandshake && proxy == null) {
			return new NotSentException("no secure connection within " + brief(PortalSettings.CONNECT_TIMEOUT)
					+ ". Is it a port for http, or for something else?", cause);
		}
		String words = unconnected(cause);
		return new NotSentException(
				(proxy != null) ? "the proxy " + proxy + " cannot be reached: " + words + "." + PROXY_CURE : words,
				cause);
	}

	/** A proxy has answered in the portal's place, before there was a way to it. */
	static NotSentException refused(int status, @Nullable HttpHost proxy) {
		String cure = (status == 407)
				? " It wants a user and a password: write them into HTTPS_PROXY, as http://USER:PASSWORD@HOST:PORT."
				: PROXY_CURE;
		return new NotSentException("the proxy " + proxy + " does not connect to it (" + status + ")." + cure, null);
	}

	String words() {
		return String.valueOf(getMessage());
	}

	private static String unconnected(Throwable cause) {
		if (cause instanceof UnknownHostException) {
			return "no such host name";
		}
		if (cause instanceof SocketTimeoutException) {
			return "no connection within " + brief(PortalSettings.CONNECT_TIMEOUT);
		}
		String message = String.valueOf(cause.getMessage());
		return message.contains("refused") ? "connection refused" : "no connection: " + message;
	}

	private static String insecure(Throwable trouble) {
		for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
			if (cause instanceof CertificateExpiredException) {
				return "its certificate has expired. Its owner must renew it; or is this computer's clock wrong?";
			}
			if (cause instanceof CertificateNotYetValidException) {
				return "its certificate is not valid yet. Is this computer's clock right?";
			}
			if (cause instanceof CertPathBuilderException) {
				return "its certificate is not signed by an authority that this computer trusts."
						+ " If that was your own authority, give the authority's certificate: --ca FILE.";
			}
			if (cause instanceof SSLPeerUnverifiedException || isAboutTheName(cause)) {
				return "its certificate is for another host name. Use the name that the certificate is for.";
			}
		}
		return "no secure connection: " + trouble.getMessage();
	}

	/** Java has no type for it. */
	private static boolean isAboutTheName(Throwable cause) {
		return cause.getClass() == CertificateException.class && cause.getMessage() != null
				&& (cause.getMessage().contains("subject alternative") || cause.getMessage().contains("No name"));
	}

	/** 1m30s, not PT1M30S. */
	static String brief(Duration duration) {
		return duration.toString().substring(2).toLowerCase(Locale.ROOT);
	}

}
