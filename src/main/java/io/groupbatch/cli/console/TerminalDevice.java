package io.groupbatch.cli.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The terminal that this process belongs to, as a device of the system: it is there also
 * when standard input and output are files or pipes.
 *
 * @param path the device
 */
record TerminalDevice(Path path) {

	private static final Path OWN = Path.of("/dev/tty");

	/** Standard input and standard error. */
	private static final List<Path> STREAMS = List.of(Path.of("/dev/fd/0"), Path.of("/dev/fd/2"));

	/**
	 * Finds it. A process in the background has none: the system stops it as soon as it
	 * reads.
	 */
	static Optional<TerminalDevice> find() {
		if (isInBackground()) {
			return Optional.empty();
		}
		if (opens(OWN)) {
			return Optional.of(new TerminalDevice(OWN));
		}
		return STREAMS.stream()
			.map(TerminalDevice::device)
			.flatMap(Optional::stream)
			.filter(TerminalDevice::opens)
			.findFirst()
			.map(TerminalDevice::new);
	}

	/** Whether standard output leads to a terminal, as far as the system tells it. */
	static boolean showsOutput() {
		return device(Path.of("/dev/fd/1")).isPresent();
	}

	/**
	 * Asks, and waits for a line.
	 * @return null when there is none
	 */
	@Nullable String ask(String question) throws IOException {
		Files.writeString(this.path, question, StandardOpenOption.WRITE);
		try (BufferedReader keyboard = Files.newBufferedReader(this.path, StandardCharsets.ISO_8859_1)) {
			return keyboard.readLine();
		}
	}

	/** The terminal that a stream leads to, where the system tells it. */
	private static Optional<Path> device(Path stream) {
		try {
			Path device = stream.toRealPath();
			return (device.startsWith("/dev/pts") || device.toString().startsWith(OWN.toString())) ? Optional.of(device)
					: Optional.empty();
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	/** One that is not ours, or not there at all, does not. */
	private static boolean opens(Path device) {
		try {
			Files.newInputStream(device).close();
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** Only Linux tells that in a file. */
	private static boolean isInBackground() {
		try {
			String[] told = Files.readString(Path.of("/proc/self/stat"), StandardCharsets.ISO_8859_1)
				.replaceFirst("(?s).*\\) ", "")
				.split(" ", -1);
			String group = told[2];
			String foreground = told[5];
			return !foreground.startsWith("-") && !foreground.equals("0") && !foreground.equals(group);
		}
		catch (IOException ex) {
			return false;
		}
	}

}
