package io.groupbatch.csv;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What others test of CSV readers, in data of our own: the cases of the npm package
 * csv-spectrum, and those in which the readers of the Java CSV comparison
 * (github.com/osiegmar/JavaCsvComparison) differ. There nobody is right or wrong; here
 * each has one answer, and none is a guess.
 */
class ConformanceTests {

	static Stream<Arguments> spectrum() {
		return Stream.of(
				arguments("comma_in_quotes", "name,place⏎Ann,\"1 High St, Kiel, DE\"⏎",
						List.of(row("name", "place"), row("Ann", "1 High St, Kiel, DE"))),
				arguments("empty", "a,b,c⏎1,\"\",\"\"⏎2,3,4⏎",
						List.of(row("a", "b", "c"), row("1", "", ""), row("2", "3", "4"))),
				arguments("empty_crlf", "a,b,c␍␊1,\"\",\"\"␍␊2,3,4␍␊",
						List.of(row("a", "b", "c"), row("1", "", ""), row("2", "3", "4"))),
				arguments("escaped_quotes", "a,b⏎1,\"ha \"\"ha\"\" ha\"⏎3,4⏎",
						List.of(row("a", "b"), row("1", "ha \"ha\" ha"), row("3", "4"))),
				arguments("json", "key,val⏎1,\"{\"\"type\"\": \"\"Point\"\", \"\"at\"\": [102.0, 0.5]}\"⏎",
						List.of(row("key", "val"), row("1", "{\"type\": \"Point\", \"at\": [102.0, 0.5]}"))),
				arguments("location_coordinates",
						"Contact Phone Number,Location⏎4,\"37°36'37.8\"\"N 97°27'12.2\"\"W\"⏎",
						List.of(row("Contact Phone Number", "Location"), row("4", "37°36'37.8\"N 97°27'12.2\"W"))),
				arguments("newlines", "a,b⏎1,\"Once␊upon␊a time\"⏎7,8⏎",
						List.of(row("a", "b"), row("1", "Once\nupon\na time"), row("7", "8"))),
				arguments("newlines_crlf", "a,b␍␊1,\"Once␍␊upon␍␊a time\"␍␊7,8␍␊",
						List.of(row("a", "b"), row("1", "Once\r\nupon\r\na time"), row("7", "8"))),
				arguments("quotes_and_newlines", "a,b⏎1,\"ha ␊\"\"ha\"\" ␊ha\"⏎3,4⏎",
						List.of(row("a", "b"), row("1", "ha \n\"ha\" \nha"), row("3", "4"))),
				arguments("simple", "a,b,c⏎1,2,3", List.of(row("a", "b", "c"), row("1", "2", "3"))),
				arguments("simple_crlf", "a,b,c␍␊1,2,3", List.of(row("a", "b", "c"), row("1", "2", "3"))),
				arguments("utf8", "a,b,c⏎1,2,3⏎4,5,ʤ⏎",
						List.of(row("a", "b", "c"), row("1", "2", "3"), row("4", "5", "ʤ"))));
	}

	/** What is common to all files of a group: the header h,i, unless a case has none. */
	static Stream<Arguments> comparison() {
		return Stream.of(arguments("no line end at the end", "h,i⏎a,b", List.of(row("h", "i"), row("a", "b"))),
				arguments("line ends of all kinds", "h,i␍␊a,b␍c,d␊e,f",
						List.of(row("h", "i"), row("a", "b"), row("c", "d"), row("e", "f"))),
				arguments("blank lines before, between, behind", "⏎⏎h,i⏎⏎a,b⏎⏎⏎",
						List.of(row("h", "i"), row("a", "b"))),
				arguments("a line of blanks is blank", " ⏎h,i⏎ ⏎\u00a0␉\u200b⏎a,b⏎ ",
						List.of(row("h", "i"), row("a", "b"))),
				arguments("rows of blank cells", "h,i⏎ ,\u00a0⏎a,b⏎,⏎\u200b, ⏎,\u2800⏎",
						List.of(row("h", "i"), row(" ", "\u00a0"), row("a", "b"))),
				arguments("blanks belong to the cell", "h,i⏎ a , b ⏎", List.of(row("h", "i"), row(" a ", " b "))),
				arguments("blanks in quotes", "h,i⏎\" a \",\" \"⏎", List.of(row("h", "i"), row(" a ", " "))),
				arguments("empty and quoted empty", "h,i,j⏎,\"\",x⏎", List.of(row("h", "i", "j"), row("", "", "x"))),
				arguments("a row too short, a row too long", "h,i⏎a⏎b,c,d⏎",
						List.of(row("h", "i"), row("a"), row("b", "c", "d"))),
				arguments("only quotes", "h,i⏎\"\"\"\",\"\"\"\"\"\"⏎", List.of(row("h", "i"), row("\"", "\"\""))),
				arguments("a separator in quotes", "h,i⏎\",\",b⏎", List.of(row("h", "i"), row(",", "b"))),
				arguments("line ends in quotes stay", "h,i⏎\"a␍b␊c␍␊d\",e⏎",
						List.of(row("h", "i"), row("a\rb\nc\r\nd", "e"))),
				arguments("a BOM is no content", "\uFEFFh,i⏎a,b⏎", List.of(row("h", "i"), row("a", "b"))),
				arguments("nor are two", "\uFEFF\uFEFFh,i⏎a,b⏎", List.of(row("h", "i"), row("a", "b"))),
				arguments("a BOM within is content", "h,i⏎\uFEFFa,b⏎", List.of(row("h", "i"), row("\uFEFFa", "b"))),
				arguments("a hash begins no comment", "h,i⏎#a,b⏎", List.of(row("h", "i"), row("#a", "b"))),
				arguments("a backslash escapes nothing", "h,i⏎a\\,b⏎", List.of(row("h", "i"), row("a\\", "b"))),
				arguments("letters apart and joined are two", "h,i⏎é,e\u0301⏎",
						List.of(row("h", "i"), row("é", "e\u0301"))));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource({ "spectrum", "comparison" })
	void isRead(String name, String visible, List<List<String>> expected) throws IOException {
		assertThat(CsvText.cells(CsvText.text(visible))).isEqualTo(expected);
	}

	@ParameterizedTest(name = "{0}: {2} at character {4} of line {3}")
	@CsvSource(delimiter = '!', quoteCharacter = '`', value = {
	// @formatter:off
			"a quote within a cell         ! h,i⏎a\"b,c        ! A quote inside a cell       ! 2 ! 2",
			"a quote behind a cell         ! h,i⏎a\",b         ! A quote inside a cell       ! 2 ! 2",
			"blanks before a quote         ! h,i⏎a, \"b\"      ! A blank before the quote    ! 2 ! 4",
			"blanks behind a quote         ! h,i⏎\"a\" ,b      ! A blank after a closing     ! 2 ! 4",
			"text behind a quote           ! h,i⏎\"a\"b,c      ! Text after a closing quote  ! 2 ! 4",
			"a quote escaped by backslash  ! h,i⏎\"a\\\"b\",c  ! Text after a closing quote  ! 2 ! 5",
			"no closing quote              ! h,i⏎a,\"b⏎c       ! A quote that is never closed ! 2 ! 3",
			"only an opening quote         ! h,i⏎\"            ! A quote that is never closed ! 2 ! 1",
			"three quotes                  ! h,i⏎\"\"\"        ! A quote that is never closed ! 2 ! 1",
			"NUL in a cell                 ! h,i⏎a␀b,c        ! A NUL character             ! 2 ! 2"
	// @formatter:on
	})
	void isRefusedWithItsPlace(String name, String visible, String problem, long line, long column) {
		CsvError mistake = CsvText.mistake(CsvText.text(visible));

		assertThat(mistake.line()).isEqualTo(line);
		assertThat(mistake.problem()).startsWith(problem).endsWith("at character " + column + " of line " + line);
	}

	private static List<String> row(String... cells) {
		return List.of(cells);
	}

}
