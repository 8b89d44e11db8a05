package io.groupbatch.portal.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.groupbatch.portal.http.Answer.Shape;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections to one portal and tells, when one fails, whether a request can have
 * left. Nothing is repeated, redirected or remembered behind the caller's back, but for
 * what a proxy that asks for a password needs. Thread-safe.
 */
final class HttpClientFactory {

	/** A group of 10,000 members is 15 MB. */
	static final int LONGEST_BODY = 64 << 20;

	/** A head is some hundred bytes; an endless one would fill the memory. */
	private static final Http1Config HEADS = Http1Config.custom()
		.setMaxLineLength(1 << 16)
		.setMaxHeaderCount(200)
		.build();

	/**
	 * A portal that lets its answer drip is given up after so many read time-outs, each
	 * of which it would never reach.
	 */
	private static final int PATIENCE = 4;

	private static final String CONNECTED = "groupbatch.connected";

	private HttpClientFactory() {
	}

	/**
	 * Opens a client.
	 * @param leaving called in the thread that sends, when a request is about to leave
	 */
	static CloseableHttpClient open(PortalSettings settings, Runnable leaving) {
		Timeout patience = timeout(settings.readTimeout());
		HttpClientBuilder client = HttpClients.custom();
		boolean signsIn = ProxyConfigurer.use(settings.route().proxy(), client);
		return client.setConnectionManager(connections(settings))
			.setDefaultRequestConfig(RequestConfig.custom()
				.setConnectionRequestTimeout(patience)
				.setResponseTimeout(patience)
				.setAuthenticationEnabled(signsIn)
				.setProtocolUpgradeEnabled(false)
				.build())
			.setUserAgent("groupbatch")
			.disableAutomaticRetries()
			.disableRedirectHandling()
			.disableCookieManagement()
			.disableAuthCaching()
			.addExecInterceptorFirst("tell", HttpClientFactory::tellWhetherSent)
			.addExecInterceptorBefore(ChainElement.MAIN_TRANSPORT.name(), "exchange", (request, scope,
					chain) -> within(settings.readTimeout().multipliedBy(PATIENCE), request, scope, (sent, sending) -> {
						leaving.run();
						return chain.proceed(sent, sending);
					}))
			.build();
	}

	private static HttpClientConnectionManager connections(PortalSettings settings) {
		Timeout connect = timeout(PortalSettings.CONNECT_TIMEOUT);
		Path ca = settings.route().ca();
		return PoolingHttpClientConnectionManagerBuilder.create()
			.setTlsSocketStrategy((ca != null) ? new DefaultClientTlsStrategy(TrustStores.with(ca)) : null)
			.setConnectionFactory(ManagedHttpClientConnectionFactory.builder().http1Config(HEADS).build())
			.setMaxConnTotal(settings.connections())
			.setMaxConnPerRoute(settings.connections())
			.setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(connect).build())
			.setDefaultConnectionConfig(ConnectionConfig.custom()
				.setConnectTimeout(connect)
				.setSocketTimeout(timeout(settings.readTimeout()))
				.setValidateAfterInactivity(TimeValue.ofSeconds(1))
				.setTimeToLive(TimeValue.ofMinutes(5))
				.build())
			.build();
	}

	private static Timeout timeout(Duration duration) {
		return Timeout.of(duration);
	}

	private static ClassicHttpResponse tellWhetherSent(ClassicHttpRequest request, ExecChain.Scope scope,
			ExecChain chain) throws IOException, HttpException {
		ClassicHttpResponse response;
		try {
			response = chain.proceed(request, scope);
		}
		catch (IOException | HttpException | IllegalStateException | IllegalArgumentException ex) {
			// the last two: closed meanwhile, and a status of 000
			if (!isConnected(scope)) {
				throw NotSentException.because(ex, scope.route.getProxyHost());
			}
			throw ex;
		}
		if (!isConnected(scope)) {
			response.close();
			throw NotSentException.refused(response.getCode(), scope.route.getProxyHost());
		}
		return response;
	}

	private static boolean isConnected(ExecChain.Scope scope) {
		return scope.clientContext.getAttribute(CONNECTED) != null;
	}

	private static ClassicHttpResponse within(Duration limit, ClassicHttpRequest request, ExecChain.Scope scope,
			ExecChain chain) throws IOException, HttpException {
		CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
		CompletableFuture<@Nullable Void> watch = end.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
			.exceptionally((late) -> {
				scope.execRuntime.discardEndpoint();
				return null;
			});
		try {
			return exchange(request, scope, chain);
		}
		finally {
			end.complete(null);
			watch.join();
		}
	}

	/** Stands after the connecting and before the first byte of the request. */
	private static ClassicHttpResponse exchange(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
			throws IOException, HttpException {
		boolean mayAskForPassword = scope.route.getProxyHost() != null && !scope.route.isTunnelled();
		if (!mayAskForPassword) {
			if (isConnected(scope)) {
				throw new ProtocolException("The request has been sent already");
			}
			signInNoMore(scope.clientContext);
		}
		scope.clientContext.setAttribute(CONNECTED, true);
		ClassicHttpResponse response = responseTo(request, scope, chain);
		if (response.getCode() < 200 || response.getCode() > 999) {
			throw new ProtocolException("Status " + response.getCode());
		}
		HttpEntity entity = response.getEntity();
		if (entity != null) {
			response.setEntity(new ByteArrayEntity(read(entity, scope.execRuntime), null, entity.getContentEncoding()));
		}
		return response;
	}

	/**
	 * A proxy with a tunnel has been told the password by now. A 407 from the other end
	 * of the tunnel would make the client send the request once more. A proxy without one
	 * sees the request itself, and asks by answering it.
	 */
	private static void signInNoMore(HttpClientContext context) {
		context.setRequestConfig(
				RequestConfig.copy(context.getRequestConfigOrDefault()).setAuthenticationEnabled(false).build());
	}

	/** The client's own classes refuse a status of 000 as an error of the program. */
	private static ClassicHttpResponse responseTo(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
			throws IOException, HttpException {
		try {
			return chain.proceed(request, scope);
		}
		catch (IllegalArgumentException ex) {
			throw new ProtocolException(String.valueOf(ex.getMessage()), ex);
		}
	}

	/**
	 * Reads to the end, and gives the connection back: the client would do so for a body
	 * of its own only. An answer that does not end costs its connection; closing the
	 * stream would go on reading.
	 */
	private static byte[] read(HttpEntity entity, ExecRuntime connection) throws IOException {
		byte[] body = entity.getContent().readNBytes(LONGEST_BODY + 1);
		if (body.length > LONGEST_BODY) {
			connection.discardEndpoint();
		}
		else {
			connection.releaseEndpoint();
		}
		return body;
	}

	static Answer failure(Exception trouble, Duration patience) {
		for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
			if (cause instanceof NotSentException notSent) {
				return Answer.of(0, Shape.NOT_SENT, notSent.words());
			}
		}
		return Answer.of(0, Shape.LOST, whyLost(trouble.getCause(), patience));
	}

	private static String whyLost(@Nullable Throwable cause, Duration patience) {
		return (cause instanceof SocketTimeoutException) ? "no answer within " + NotSentException.brief(patience)
				: "the connection was cut";
	}

}
