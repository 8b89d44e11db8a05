package io.groupbatch.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class InvisibleTests {

	@ParameterizedTest
	@ValueSource(ints = { ' ', '\t', '\n', 0, 0x7F, 0x85, 0xA0, 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x1680, 0x17B4,
			0x17B5, 0x180B, 0x180E, 0x180F, 0x2003, 0x2007, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029,
			0x202A, 0x202E, 0x202F, 0x205F, 0x2060, 0x2061, 0x2064, 0x2065, 0x2066, 0x2069, 0x206F, 0x2800, 0x3000,
			0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9, 0xFFFB, 0x13441, 0x16FE4, 0x1BCA0, 0x1D159, 0x1D173,
			0xE0001, 0xE0020, 0xE007F, 0xE0100, 0xE01EF })
	void showsNothing(int character) {
		String text = Character.toString(character);

		assertThat(Invisible.is(character)).isTrue();
		assertThat(Invisible.isBlank(text + text)).isTrue();
		assertThat(Invisible.isBlank(text + "x")).isFalse();
		assertThat(Invisible.removedFrom("a" + text + "b")).isEqualTo("ab");
	}

	@ParameterizedTest
	@ValueSource(ints = { '-', '_', '.', 'a', 0xB7, 0x0301, 0x0600, 0x06DD, 0x070F, 0x08E2, 0x110BD, 0x2010, 0x2801,
			0x3163, 0xFFFC, 0xFFFD, 0x1F389, 0xD83D, 0x10FFFF })
	void showsSomething(int character) {
		assertThat(Invisible.is(character)).isFalse();
	}

	@Test
	void allOfJavasWhiteSpaceShowsNothing() {
		for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
			if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
				assertThat(Invisible.is(character)).as("U+%04X", character).isTrue();
			}
		}
	}

	@Test
	void anEmptyTextIsBlank() {
		assertThat(Invisible.isBlank("")).isTrue();
		assertThat(Invisible.removedFrom("")).isEmpty();
	}

}
