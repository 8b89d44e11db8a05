package io.groupbatch.audit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Some lines as bytes, compressed: they are kept for ever.
 */
final class CompressedLines {

	/** As many lines as one block has at the most. */
	static final int LINES = 200;

	private CompressedLines() {
	}

	static byte[] pack(List<List<String>> lines) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
			out.writeInt(lines.size());
			for (List<String> line : lines) {
				out.writeInt(line.size());
				for (String cell : line) {
					byte[] text = cell.getBytes(StandardCharsets.UTF_8);
					out.writeInt(text.length);
					out.write(text);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	static List<List<String>> unpack(byte[] block) {
		try (DataInputStream in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(block)))) {
			int count = in.readInt();
			List<List<String>> lines = new ArrayList<>(count);
			for (int i = 0; i < count; i++) {
				int cells = in.readInt();
				List<String> line = new ArrayList<>(cells);
				for (int j = 0; j < cells; j++) {
					line.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
				}
				lines.add(line);
			}
			return lines;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The audit lines cannot be read", ex);
		}
	}

}
