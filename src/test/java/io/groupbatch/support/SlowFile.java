package io.groupbatch.support;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An input file that stops shortly before its end when it is read for the second time, so
 * that the program certainly stands in the middle of staging. (The first time it only
 * takes the file's SHA-256.) A named pipe takes its place in between.
 */
public final class SlowFile implements AutoCloseable {

	private final CountDownLatch mostlyRead = new CountDownLatch(1);

	private final CountDownLatch go = new CountDownLatch(1);

	private final Thread writer;

	private SlowFile(Path file, byte[] content, Path opened) {
		this.writer = new Thread(() -> write(file, content, opened), "slow file");
		this.writer.setDaemon(true);
		this.writer.start();
	}

	/**
	 * Makes the file.
	 * @param content far more than a pipe holds
	 * @param state the state folder of the program, which it opens between the two times
	 */
	public static SlowFile at(Path file, String content, Path state) {
		byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
		try {
			Files.write(file, bytes);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		return new SlowFile(file, bytes, state.resolve("now.json"));
	}

	/** Makes a named pipe. */
	public static void pipe(Path file) {
		try {
			assertThat(new ProcessBuilder("mkfifo", file.toString()).inheritIO().start().waitFor()).isZero();
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	/** Waits until nine tenths of it, but for what a pipe holds, were read. */
	public void awaitMostlyRead() throws InterruptedException {
		assertThat(this.mostlyRead.await(1, TimeUnit.MINUTES)).as("most of the file was read").isTrue();
	}

	/** Gives the rest. */
	public void letGo() {
		this.go.countDown();
	}

	private void write(Path file, byte[] content, Path opened) {
		try {
			Path pipe = file.resolveSibling(file.getFileName() + ".pipe");
			pipe(pipe);
			Poll.until(() -> Files.exists(opened));
			Files.move(pipe, file, StandardCopyOption.REPLACE_EXISTING);
			try (OutputStream out = Files.newOutputStream(file)) {
				int most = content.length / 10 * 9;
				out.write(content, 0, most);
				this.mostlyRead.countDown();
				this.go.await();
				out.write(content, most, content.length - most);
			}
		}
		catch (IOException ex) {
			// the reader ended first
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		this.writer.interrupt();
		letGo();
	}

}
