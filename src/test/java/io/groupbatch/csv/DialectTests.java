package io.groupbatch.csv;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DialectTests {

	private static final String TEXT = "groupName,members\nZürich 名 𝒳,ä@ö.ch\n";

	private static final Charset WINDOWS = Charset.forName("windows-1252");

	@ParameterizedTest(name = "{0} with mark {1} is {2}")
	@CsvSource(delimiter = '|',
			value = { "UTF-8    |        | commas, UTF-8", "UTF-8    | efbbbf | commas, UTF-8 with BOM",
					"UTF-16LE | fffe   | commas, UTF-16LE with BOM", "UTF-16BE | feff   | commas, UTF-16BE with BOM" })
	void unicodeIsFoundOut(String charset, String mark, String described) throws IOException {
		try (CsvFile file = CsvText.open(bytes(mark, TEXT, Charset.forName(charset)), CsvOptions.none())) {
			assertThat(file.dialect().describe()).isEqualTo(described);
			assertThat(file.header().cells()).containsExactly("groupName", "members");
			assertThat(CsvText.rest(file)).containsExactly(new CsvRow(2, 2, List.of("Zürich 名 𝒳", "ä@ö.ch")));
		}
	}

	@ParameterizedTest
	@CsvSource({ "windows-1252", "ISO-8859-1", "UTF-16LE", "UTF-16BE", "UTF-8" })
	void anEncodingThatIsGivenIsUsed(String charset) throws IOException {
		CsvOptions options = new CsvOptions(Charset.forName(charset), null);

		try (CsvFile file = CsvText.open("groupName\nZürich\n".getBytes(charset), options)) {
			assertThat(file.dialect().charset()).isEqualTo(Charset.forName(charset));
			assertThat(CsvText.rest(file)).containsExactly(new CsvRow(2, 2, List.of("Zürich")));
		}
	}

	@ParameterizedTest
	@CsvSource({ "efbbbf, UTF-8, UTF-8", "fffe, UTF-16LE, UTF-16LE", "feff, UTF-16BE, UTF-16BE",
			"fffe, UTF-16, UTF-16LE", "feff, UTF-16, UTF-16BE" })
	void aMarkMayAgreeWithTheEncodingThatIsGiven(String mark, Charset given, Charset written) throws IOException {
		try (CsvFile file = CsvText.open(bytes(mark, TEXT, written), new CsvOptions(given, null))) {
			assertThat(file.dialect()).isEqualTo(new Dialect(written, true, ','));
			assertThat(file.header().cells()).containsExactly("groupName", "members");
		}
	}

	@ParameterizedTest
	@CsvSource({ "efbbbf, windows-1252, UTF-8", "efbbbf, UTF-16, UTF-8", "fffe, UTF-16BE, UTF-16LE",
			"feff, UTF-8, UTF-16BE" })
	void aMarkMayNotContradictTheEncodingThatIsGiven(String mark, Charset given, Charset written) {
		CsvError mistake = CsvText.mistake(bytes(mark, TEXT, written), new CsvOptions(given, null));

		assertThat(mistake.problem()).contains(written.name()).contains(given.name());
		assertThat(mistake.cure()).contains("--charset");
	}

	@Test
	void bytesThatDoNotDecodeAreToldWithTheirPlace() {
		byte[] bytes = "groupName,members\n\"Bern\nBasel\",x\nZ𝒳Zürich,y\n".getBytes(StandardCharsets.UTF_8);
		byte[] broken = new String(bytes, StandardCharsets.ISO_8859_1).replace("\u00c3\u00bc", "\u00fc")
			.getBytes(StandardCharsets.ISO_8859_1);

		CsvError mistake = CsvText.mistake(broken, CsvOptions.none());

		assertThat(mistake.row()).isEqualTo(3);
		assertThat(mistake.line()).isEqualTo(4);
		assertThat(mistake.problem()).isEqualTo("Bytes that are not UTF-8 at character 4 of line 4");
		assertThat(mistake.value()).isEqualTo("Z𝒳Z");
		assertThat(mistake.cure()).contains("windows-1252: --charset windows-1252");
	}

	@Test
	void bytesThatDoNotDecodeInTheHeaderAreToldToo() {
		assertThat(CsvText.mistake("Müller;x\n".getBytes(WINDOWS), CsvOptions.none()).problem())
			.isEqualTo("Bytes that are not UTF-8 at character 2 of line 1");
	}

	@Test
	void bytesFarIntoTheFileAreToldWithTheirPlace() {
		String text = "groupName\n" + "0123456789\n".repeat(10_000) + "abcü\n";

		assertThat(CsvText.mistake(text.getBytes(WINDOWS), CsvOptions.none()).problem())
			.endsWith("at character 4 of line 10002");
	}

	@Test
	void aCharacterCutOffAtTheEndDoesNotDecode() {
		assertThat(CsvText.mistake(bytes("610a61c3", "", WINDOWS), CsvOptions.none()).problem())
			.endsWith("at character 2 of line 2");
	}

	@Test
	void anOtherEncodingThanUtf8GetsAnotherCure() {
		CsvOptions options = new CsvOptions(StandardCharsets.US_ASCII, null);

		assertThat(CsvText.mistake("ä".getBytes(StandardCharsets.UTF_8), options).cure()).doesNotContain("Excel");
	}

	@ParameterizedTest
	@ValueSource(strings = { "504b030414000600", "d0cf11e0a1b11ae1" })
	void aWorkbookIsExplained(String hex) {
		CsvError mistake = CsvText.mistake(bytes(hex, "", WINDOWS), CsvOptions.none());

		assertThat(mistake.problem()).contains("workbook");
		assertThat(mistake.cure()).contains("Save it as CSV UTF-8 in Excel");
	}

	@ParameterizedTest(name = "{0} is written with {1}")
	@CsvSource(delimiter = '!', value = { "a,b,c! commas", "a;b;c! semicolons", "a␉b␉c! tabs", "a|b|c! vertical bars",
			"a! commas", "a;b,c;d! semicolons", "'\"a,b,c\";d'! semicolons", "'\"a\"\",,\";d'! semicolons",
			"⏎⏎a;b! semicolons", "'\"a⏎,b,\";c⏎1,2,3,4'! semicolons", "a;b⏎1,2,3,4! semicolons", "a,b;c! commas" })
	void theDelimiterIsTheMostFrequentOfTheHeader(String visible, String described) throws IOException {
		try (CsvFile file = CsvText.open(CsvText.text(visible))) {
			assertThat(file.dialect().describe()).isEqualTo(described + ", UTF-8");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '!',
			value = { "sep=;⏎a,b;c⏎! ;", "SEP=|⏎a,b|c! |", "'\"sep=;\"⏎a,b;c'! ;", "sep=:⏎a,b:c! :" })
	void aSeparatorLineSaysTheDelimiter(String visible, char delimiter) throws IOException {
		try (CsvFile file = CsvText.open(CsvText.text(visible, "\r\n"))) {
			assertThat(file.dialect().delimiter()).isEqualTo(delimiter);
			assertThat(file.header().cells()).containsExactly("a,b", "c");
		}
	}

	@Test
	void aSeparatorLineMaySayTabs() throws IOException {
		assertThat(CsvText.cells("sep=\t\na,b\tc")).containsExactly(List.of("a,b", "c"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "sep=a\nb", "sep=\nb", "sep=;;\nb", "sepa\nb", "\"sep=;\nb\"" })
	void whatOnlyResemblesASeparatorLineIsAHeader(String text) throws IOException {
		try (CsvFile file = CsvText.open(text)) {
			assertThat(file.header().cells().get(0)).startsWith("sep");
		}
	}

	@Test
	void aDelimiterThatIsGivenWins() throws IOException {
		CsvOptions options = new CsvOptions(null, ':');

		try (CsvFile file = CsvText.open("a,b,c:d\n".getBytes(StandardCharsets.UTF_8), options);
				CsvFile separated = CsvText.open("sep=,\na,b,c:d\n".getBytes(StandardCharsets.UTF_8), options)) {
			assertThat(file.header().cells()).containsExactly("a,b,c", "d");
			assertThat(separated.header().cells()).containsExactly("a,b,c", "d");
		}
	}

	@ParameterizedTest
	@ValueSource(chars = { '"', '\n', '\r', '\0' })
	void aQuoteOrALineBreakIsNoDelimiter(char delimiter) {
		assertThatIllegalArgumentException().isThrownBy(() -> new CsvOptions(null, delimiter));
	}

	@Test
	void anyOtherDelimiterIsDescribedByItself() {
		assertThat(new Dialect(WINDOWS, false, ':').describe()).isEqualTo("\":\" between cells, windows-1252");
	}

	private static byte[] bytes(String startInHex, String text, Charset charset) {
		byte[] start = HexFormat.of().parseHex((startInHex != null) ? startInHex : "");
		byte[] rest = text.getBytes(charset);
		byte[] bytes = new byte[start.length + rest.length];
		System.arraycopy(start, 0, bytes, 0, start.length);
		System.arraycopy(rest, 0, bytes, start.length, rest.length);
		return bytes;
	}

}
