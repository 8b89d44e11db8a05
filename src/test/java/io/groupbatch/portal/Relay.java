package io.groupbatch.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;

/**
 * Hands on what it is sent to a server on this computer: as that server's secure front,
 * or as a proxy, whatever host is asked of it.
 */
public final class Relay implements AutoCloseable {

	/** The heads of the requests that a proxy has seen. */
	public final List<String> heads = Collections.synchronizedList(new ArrayList<>());

	private final ExecutorService threads = Executors.newCachedThreadPool((work) -> {
		Thread thread = new Thread(work, "relay");
		thread.setDaemon(true);
		return thread;
	});

	private final ServerSocket socket;

	private final int target;

	private final boolean proxy;

	private final @Nullable String account;

	private Relay(ServerSocket socket, int target, boolean proxy, @Nullable String account) {
		this.socket = socket;
		this.target = target;
		this.proxy = proxy;
		this.account = account;
		this.threads.execute(this::serve);
	}

	/** Speaks TLS in front of a server that does not. */
	public static Relay secure(SSLContext context, int target) throws IOException {
		return new Relay(context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
				target, false, null);
	}

	/** A proxy that lets everybody through. */
	public static Relay proxy(int target) throws IOException {
		return new Relay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target, true, null);
	}

	/** A proxy that lets one account through. */
	public static Relay proxyFor(String account, int target) throws IOException {
		return new Relay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target, true, account);
	}

	public int port() {
		return this.socket.getLocalPort();
	}

	private void serve() {
		while (!this.socket.isClosed()) {
			try {
				Socket client = this.socket.accept();
				this.threads.execute(() -> meet(client));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private void meet(Socket client) {
		try (client; Socket server = new Socket()) {
			server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.target));
			if (this.proxy && !isLetThrough(client, server)) {
				return;
			}
			this.threads.execute(() -> copy(client, server));
			copy(server, client);
		}
		catch (IOException ex) {
			// one of the two has gone
		}
	}

	/** A request for a tunnel is answered, any other one handed on. */
	private boolean isLetThrough(Socket client, Socket server) throws IOException {
		String head = readHead(client.getInputStream());
		while (!isSignedIn(head)) {
			this.heads.add(head);
			say(client,
					"HTTP/1.1 407 Who are you?\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n");
			head = readHead(client.getInputStream());
			if (head.isEmpty()) {
				return false;
			}
		}
		this.heads.add(head);
		if (head.startsWith("CONNECT ")) {
			say(client, "HTTP/1.1 200 Go on\r\n\r\n");
		}
		else {
			say(server, head);
		}
		return true;
	}

	private boolean isSignedIn(String head) {
		return this.account == null || head.contains("Proxy-Authorization: Basic "
				+ Base64.getEncoder().encodeToString(this.account.getBytes(StandardCharsets.UTF_8)));
	}

	private static void say(Socket socket, String words) throws IOException {
		socket.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
	}

	private static String readHead(InputStream in) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			int c = in.read();
			if (c < 0) {
				return "";
			}
			head.append((char) c);
		}
		return head.toString();
	}

	private static void copy(Socket from, Socket to) {
		try {
			OutputStream out = to.getOutputStream();
			from.getInputStream().transferTo(out);
			to.shutdownOutput();
		}
		catch (IOException | UnsupportedOperationException ex) {
			// one of the two has gone
		}
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.threads.shutdownNow();
	}

}
