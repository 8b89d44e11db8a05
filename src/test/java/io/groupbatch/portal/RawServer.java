package io.groupbatch.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

import io.groupbatch.portal.http.Answer;
import io.groupbatch.portal.http.GroupRequest;
import io.groupbatch.portal.http.PortalClient;

/**
 * Misbehaves as no HTTP server would: each connection's requests are met by the given
 * deed, after which the connection is closed.
 */
final class RawServer implements AutoCloseable {

	private static final int TLS_HELLO = 0x16;

	final AtomicInteger requests = new AtomicInteger();

	private final ServerSocket socket;

	private final Deed deed;

	RawServer(Deed deed) {
		this.deed = deed;
		try {
			this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread thread = new Thread(this::serve, "raw-server");
		thread.setDaemon(true);
		thread.start();
	}

	/** What happens once the head of a request is there. */
	interface Deed {

		void meet(Socket connection, OutputStream out) throws IOException, InterruptedException;

	}

	static RawServer saying(String answer) {
		return new RawServer((connection, out) -> out.write(answer.getBytes(StandardCharsets.UTF_8)));
	}

	URI url() {
		return URI.create("http://localhost:" + this.socket.getLocalPort());
	}

	Answer answerTo(GroupRequest request) {
		try (PortalClient client = PretendPortal.client(url())) {
			return client.send(request);
		}
	}

	private void serve() {
		while (!this.socket.isClosed()) {
			try (Socket connection = this.socket.accept()) {
				readHead(connection.getInputStream());
				this.requests.incrementAndGet();
				this.deed.meet(connection, connection.getOutputStream());
			}
			catch (SocketException ex) {
				// closed by either side: the next one, or the end
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (InterruptedException ex) {
				return;
			}
		}
	}

	private static void readHead(InputStream in) throws IOException {
		int ends = 0;
		for (int c = in.read(); c >= 0 && c != TLS_HELLO && ends < 2; c = (ends < 2) ? in.read() : c) {
			ends = (c == '\n') ? ends + 1 : (c == '\r') ? ends : 0;
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
	}

}
