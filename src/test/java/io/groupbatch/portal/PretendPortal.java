package io.groupbatch.portal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.groupbatch.portal.http.Answer;
import io.groupbatch.portal.http.ApiKey;
import io.groupbatch.portal.http.GroupRequest;
import io.groupbatch.portal.http.PortalClient;
import io.groupbatch.portal.http.PortalSettings;

/**
 * A loopback server that gives the answers it was told to, in order (the last one over
 * and over), and keeps what it was sent.
 */
public final class PretendPortal implements AutoCloseable {

	public static final String KEY = "sk-0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

	public final List<Sent> sent = Collections.synchronizedList(new ArrayList<>());

	public final Set<InetSocketAddress> connections = ConcurrentHashMap.newKeySet();

	private final Queue<Reply> replies = new ArrayDeque<>();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final HttpServer server;

	public PretendPortal() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(this.threads);
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	record Sent(String method, String path, Headers headers, String body) {
	}

	private interface Reply {

		void give(HttpExchange exchange) throws IOException;

	}

	public PretendPortal json(int status, String body) {
		return reply(status, Map.of("Content-Type", "application/json; charset=utf-8"), body);
	}

	public PretendPortal problem(int status, String body) {
		return reply(status, Map.of("Content-Type", "application/problem+json; charset=utf-8"), body);
	}

	public PretendPortal empty(int status) {
		return reply(status, Map.of(), "");
	}

	public PretendPortal reply(int status, Map<String, String> headers, String body) {
		return reply(status, headers, body.getBytes(StandardCharsets.UTF_8));
	}

	public synchronized PretendPortal reply(int status, Map<String, String> headers, byte[] body) {
		this.replies.add((exchange) -> {
			headers.forEach(exchange.getResponseHeaders()::set);
			exchange.sendResponseHeaders(status, (body.length > 0) ? body.length : -1);
			try (OutputStream out = exchange.getResponseBody()) {
				out.write(body);
			}
		});
		return this;
	}

	public URI url() {
		return URI.create("http://localhost:" + this.server.getAddress().getPort());
	}

	public PortalClient client() {
		return client(url());
	}

	static PortalClient client(URI url) {
		return new PortalClient(new PortalSettings(url, ApiKey.of(KEY), 2, Duration.ofMillis(400)));
	}

	public Answer answerTo(GroupRequest request) {
		try (PortalClient client = client()) {
			return client.send(request);
		}
	}

	/** Waits for nothing; adds the pauses to the list. */
	static Directory directory(PortalClient client, List<Duration> pauses) {
		Consumer<Duration> sleep = pauses::add;
		return new Directory(client, sleep);
	}

	private void handle(HttpExchange exchange) throws IOException {
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		this.connections.add(exchange.getRemoteAddress());
		this.sent.add(new Sent(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
				exchange.getRequestHeaders(), body));
		next().give(exchange);
	}

	private synchronized Reply next() {
		return (this.replies.size() > 1) ? this.replies.remove() : this.replies.element();
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

}
