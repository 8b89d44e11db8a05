import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/**
 * The least that a program can do: send the requests, read the answers, keep nothing.
 * {@code Loop apache|jdk URL ROWS THREADS create|lanes [FILE]} prints the requests of a
 * second. With a file, the least that a program can do that must know after a crash what
 * it may have sent: each request is written to the file, and the file forced to the disk,
 * before it is sent; all that wait share one force.
 */
final class Loop {

	private static final int LANES = 15;

	private static final String MANAGER = "20000000-0000-4000-8000-%012x";

	private final String url;

	private final boolean lanes;

	private Loop(String url, boolean lanes) {
		this.url = url;
		this.lanes = lanes;
	}

	public static void main(String[] args) throws Exception {
		int rows = Integer.parseInt(args[2]);
		int threads = Integer.parseInt(args[3]);
		Loop loop = new Loop(args[1] + "/api/2.0/group", args[4].equals("lanes"));
		Sender plain = args[0].equals("apache") ? loop.apache(threads) : loop.jdk();
		Sender sender = (args.length > 5) ? marking(new Marks(Path.of(args[5])), plain) : plain;
		AtomicInteger next = new AtomicInteger();
		Thread[] running = new Thread[threads];
		long begin = System.nanoTime();
		for (int i = 0; i < threads; i++) {
			running[i] = new Thread(() -> {
				for (int row = next.getAndIncrement(); row < rows; row = next.getAndIncrement()) {
					try {
						sender.send(row);
					}
					catch (Exception ex) {
						throw new IllegalStateException(ex);
					}
				}
			});
			running[i].start();
		}
		for (Thread thread : running) {
			thread.join();
		}
		System.out.printf("%.1f%n", rows * 1e9 / (System.nanoTime() - begin));
		System.exit(0);
	}

	private String address(int row) {
		return this.lanes ? this.url + "/10000000-0000-4000-8000-%012x".formatted(row % LANES + 1) : this.url;
	}

	private byte[] body(int row) {
		String body = this.lanes ? "{\"groupManager\":\"" + MANAGER.formatted(row / LANES % 2 + 1) + "\"}"
				: "{\"groupName\":\"Group " + row + "\",\"members\":[]}";
		return body.getBytes(StandardCharsets.UTF_8);
	}

	private Sender apache(int threads) {
		CloseableHttpClient client = HttpClients.custom()
			.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
				.setMaxConnTotal(threads)
				.setMaxConnPerRoute(threads)
				.build())
			.disableAutomaticRetries()
			.build();
		return (row) -> {
			HttpUriRequestBase request = new HttpUriRequestBase(this.lanes ? "PUT" : "POST", URI.create(address(row)));
			request.setHeader("Authorization", "Bearer key");
			request.setEntity(new ByteArrayEntity(body(row), ContentType.APPLICATION_JSON));
			client.execute(request, (response) -> {
				EntityUtils.consume(response.getEntity());
				return check(response.getCode());
			});
		};
	}

	private Sender jdk() {
		java.net.http.HttpClient client = java.net.http.HttpClient.newHttpClient();
		return (row) -> {
			HttpRequest request = HttpRequest.newBuilder(URI.create(address(row)))
				.header("Authorization", "Bearer key")
				.header("Content-Type", "application/json")
				.method(this.lanes ? "PUT" : "POST", HttpRequest.BodyPublishers.ofByteArray(body(row)))
				.build();
			check(client.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode());
		};
	}

	private static Sender marking(Marks marks, Sender sender) {
		return (row) -> {
			marks.mark(row);
			sender.send(row);
		};
	}

	private static int check(int status) {
		if (status != 200) {
			throw new IllegalStateException("status " + status);
		}
		return status;
	}

	/** An append-only file of marks. Thread-safe. */
	private static final class Marks {

		private final FileChannel file;

		private long written;

		private long durable;

		private boolean forcing;

		private Marks(Path file) throws IOException {
			this.file = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
					StandardOpenOption.TRUNCATE_EXISTING);
		}

		/** Returns when the mark is on the disk: by a force of its own, or by another's. */
		private void mark(int row) throws IOException, InterruptedException {
			long mine;
			synchronized (this) {
				this.file.write(ByteBuffer.wrap((row + "\n").getBytes(StandardCharsets.US_ASCII)));
				mine = ++this.written;
			}
			while (true) {
				long upTo;
				synchronized (this) {
					while (this.forcing && this.durable < mine) {
						wait();
					}
					if (this.durable >= mine) {
						return;
					}
					this.forcing = true;
					upTo = this.written;
				}
				this.file.force(false);
				synchronized (this) {
					this.durable = upTo;
					this.forcing = false;
					notifyAll();
				}
			}
		}

	}

	/** Sends one request. */
	private interface Sender {

		void send(int row) throws Exception;

	}

}
