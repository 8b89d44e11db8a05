package io.groupbatch.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class Utf8Tests {

	private static final Charset WINDOWS = Charset.forName("windows-1252");

	private static final byte[] UTF_8 = "from;to\nMüller, Jörg;j@x\n".getBytes(StandardCharsets.UTF_8);

	@Test
	void whatIsWrittenOtherwiseIsWrittenInUtf8() {
		assertThat(Utf8.of("from;to\nMüller, Jörg;j@x\n".getBytes(WINDOWS), WINDOWS)).isEqualTo(UTF_8);
	}

	@Test
	void whatIsUtf8OrSaysWhatItIsStaysAsItIs() {
		byte[] marked = "\uFEFFMüller".getBytes(StandardCharsets.UTF_16LE);

		assertThat(Utf8.of(UTF_8, WINDOWS)).isSameAs(UTF_8);
		assertThat(Utf8.of(marked, WINDOWS)).isSameAs(marked);
		assertThat(Utf8.of(new byte[0], WINDOWS)).isEmpty();
	}

	@Test
	void whatNothingSaysHowToReadStaysAsItIs() {
		byte[] other = "Müller".getBytes(WINDOWS);

		assertThat(Utf8.of(other, null)).isSameAs(other);
		assertThat(Utf8.of(other, StandardCharsets.US_ASCII)).isSameAs(other);
	}

}
