package io.groupbatch.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * The bytes of a small file that people write beside the one that they import, in UTF-8.
 */
public final class Utf8 {

	private static final byte[][] MARKS_OF_UTF_16 = { { (byte) 0xFF, (byte) 0xFE }, { (byte) 0xFE, (byte) 0xFF } };

	private Utf8() {
	}

	/**
	 * Writes text in UTF-8, when it is written otherwise.
	 * @param bytes the file
	 * @param other the encoding of a file that is not UTF-8 and does not begin with a
	 * byte order mark; null: not known
	 * @return the bytes in UTF-8, or as they are when nothing says how to read them
	 */
	public static byte[] of(byte[] bytes, @Nullable Charset other) {
		if (other == null || hasMarkOfUtf16(bytes) || decoded(bytes, StandardCharsets.UTF_8) != null) {
			return bytes;
		}
		CharBuffer text = decoded(bytes, other);
		return (text != null) ? text.toString().getBytes(StandardCharsets.UTF_8) : bytes;
	}

	private static boolean hasMarkOfUtf16(byte[] bytes) {
		for (byte[] mark : MARKS_OF_UTF_16) {
			if (bytes.length >= mark.length && bytes[0] == mark[0] && bytes[1] == mark[1]) {
				return true;
			}
		}
		return false;
	}

	private static @Nullable CharBuffer decoded(byte[] bytes, Charset charset) {
		try {
			return charset.newDecoder().decode(ByteBuffer.wrap(bytes));
		}
		catch (CharacterCodingException ex) {
			return null;
		}
	}

}
