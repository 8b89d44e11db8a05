package io.groupbatch.cli.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * An output stream for a file of lines in UTF-8 that a terminal shows: control characters
 * other than line ends and tabs arrive there as a visible sign. A line arrives as a
 * whole, the last one when the stream is flushed. Closing it leaves the terminal open.
 * For one thread.
 */
final class VisibleOutput extends OutputStream {

	private final OutputStream terminal;

	private final ByteArrayOutputStream line = new ByteArrayOutputStream();

	VisibleOutput(OutputStream terminal) {
		this.terminal = terminal;
	}

	@Override
	public void write(int octet) throws IOException {
		this.line.write(octet);
		if (octet == '\n') {
			writeLine();
		}
	}

	@Override
	public void flush() throws IOException {
		writeLine();
		this.terminal.flush();
	}

	@Override
	public void close() throws IOException {
		flush();
	}

	private void writeLine() throws IOException {
		String text = this.line.toString(StandardCharsets.UTF_8);
		this.line.reset();
		String content = text.replaceFirst("\\r?\\n$", "");
		StringBuilder shown = new StringBuilder();
		for (String part : content.split("(?<=\t)|(?=\t)", -1)) {
			shown.append(part.equals("\t") ? part : TerminalText.printable(part));
		}
		this.terminal.write((shown + text.substring(content.length())).getBytes(StandardCharsets.UTF_8));
	}

}
