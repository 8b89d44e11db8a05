package io.groupbatch.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/**
 * Decodes bytes without ever putting in a replacement character.
 * <p>
 * It exists because the reader of the JDK drops what it has decoded when it meets bytes
 * it cannot decode. This one hands that out first, so that whoever counts characters
 * knows where the bad bytes are; then it throws a
 * {@link java.nio.charset.CharacterCodingException}, again at every call.
 */
final class StrictDecoder extends Reader {

	private static final int SIZE = 8192;

	private final InputStream in;

	private final CharsetDecoder decoder;

	private final ByteBuffer bytes = ByteBuffer.allocate(SIZE).flip();

	private final CharBuffer chars = CharBuffer.allocate(SIZE).flip();

	private boolean allRead;

	private boolean flushed;

	StrictDecoder(InputStream in, Charset charset) {
		this.in = in;
		this.decoder = charset.newDecoder();
	}

	@Override
	public int read(char[] buffer, int offset, int length) throws IOException {
		while (!chars.hasRemaining()) {
			if (flushed) {
				return -1;
			}
			decode();
		}
		int count = Math.min(length, chars.remaining());
		chars.get(buffer, offset, count);
		return count;
	}

	private void decode() throws IOException {
		chars.clear();
		CoderResult result = decoder.decode(bytes, chars, allRead);
		if (result.isUnderflow() && allRead) {
			flushed = decoder.flush(chars).isUnderflow();
		}
		chars.flip();
		if (chars.hasRemaining()) {
			return;
		}
		if (result.isError()) {
			result.throwException();
		}
		fill();
	}

	private void fill() throws IOException {
		bytes.compact();
		int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
		allRead = count < 0;
		bytes.position(bytes.position() + Math.max(count, 0)).flip();
	}

	@Override
	public void close() throws IOException {
		in.close();
	}

}
