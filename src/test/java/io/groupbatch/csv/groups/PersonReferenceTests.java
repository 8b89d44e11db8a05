package io.groupbatch.csv.groups;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import io.groupbatch.csv.CsvText;
import io.groupbatch.csv.SyntaxChecker;
import io.groupbatch.support.Fuzz;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class PersonReferenceTests {

	private static final String GUID = "0B6BC1F1-6d3e-4f3a-9c5b-4d0d3c2b1a00";

	private static final PersonReference ANNA = new PersonReference("anna@x.ch", "anna@x.ch", null);

	private static final PersonReference BOB = new PersonReference("bob@x.ch", "bob@x.ch", null);

	private static final PersonReference BY_ID = new PersonReference(GUID, null, UUID.fromString(GUID));

	static Stream<Arguments> cells() {
		return Stream.of(arguments("", List.of()), arguments(" ; ,|␊ ", List.of()),
				arguments("anna@x.ch", List.of(ANNA)), arguments(GUID, List.of(BY_ID)),
				arguments("anna@x.ch;bob@x.ch", List.of(ANNA, BOB)),
				arguments("anna@x.ch | bob@x.ch,", List.of(ANNA, BOB)),
				arguments("anna@x.ch,bob@x.ch", List.of(ANNA, BOB)),
				arguments("anna@x.ch␊bob@x.ch␍␊" + GUID, List.of(ANNA, BOB, BY_ID)),
				arguments("anna@x.ch bob@x.ch␉" + GUID, List.of(ANNA, BOB, BY_ID)),
				arguments("\u00a0anna@x.ch\u00a0bob@x.ch\u00a0", List.of(ANNA, BOB)),
				arguments("anna@x.ch;anna@x.ch", List.of(ANNA, ANNA)),
				arguments("Anna <anna@x.ch>", List.of(new PersonReference("Anna <anna@x.ch>", "anna@x.ch", null))),
				arguments("<anna@x.ch>;bob@x.ch", List.of(new PersonReference("<anna@x.ch>", "anna@x.ch", null), BOB)),
				arguments("Anna < anna@x.ch >", List.of(new PersonReference("Anna < anna@x.ch >", "anna@x.ch", null))),
				arguments("Anna <" + GUID + ">",
						List.of(new PersonReference("Anna <" + GUID + ">", null, UUID.fromString(GUID)))),
				arguments("anna@x.ch <Anna@X.ch>",
						List.of(new PersonReference("anna@x.ch <Anna@X.ch>", "Anna@X.ch", null))),
				arguments("Muster, Anna <anna@x.ch>", List.of(anna("Muster, Anna <anna@x.ch>"))),
				arguments("\"Muster, Anna\" <anna@x.ch>; Okafor, Bob <bob@x.ch>",
						List.of(anna("\"Muster, Anna\" <anna@x.ch>"), bob("Okafor, Bob <bob@x.ch>"))),
				arguments("\"Muster, Anna\" <anna@x.ch>, \"Okafor; Bob|␊x\" <bob@x.ch>",
						List.of(anna("\"Muster, Anna\" <anna@x.ch>"), bob("\"Okafor; Bob|␊x\" <bob@x.ch>"))),
				arguments("Muster, Anna, Dr. <anna@x.ch>, Okafor, Bob <bob@x.ch>",
						List.of(anna("Muster, Anna, Dr. <anna@x.ch>"), bob("Okafor, Bob <bob@x.ch>"))),
				arguments("bob@x.ch, Muster, Anna <anna@x.ch>,bob@x.ch",
						List.of(BOB, anna("Muster, Anna <anna@x.ch>"), BOB)),
				arguments("\"M. \"\"Nick\"\"; x\" <anna@x.ch>", List.of(anna("\"M. \"\"Nick\"\"; x\" <anna@x.ch>"))),
				arguments("\"M. \\\"Nick\\\"; <x>\" <anna@x.ch>",
						List.of(anna("\"M. \\\"Nick\\\"; <x>\" <anna@x.ch>"))),
				arguments("\"\" <anna@x.ch>;bob@x.ch", List.of(anna("\"\" <anna@x.ch>"), BOB)),
				arguments("'anna@x.ch' <anna@x.ch>", List.of(anna("'anna@x.ch' <anna@x.ch>"))),
				arguments("Muster, <anna@x.ch>", List.of(cut("Muster", "Muster, <anna@x.ch>"), anna("<anna@x.ch>"))),
				arguments("Muster, Anna <>", List.of(unknown("Muster, Anna <>"))),
				arguments("bob@x.ch Muster, Anna <anna@x.ch>",
						List.of(unknown("bob@x.ch Muster"), anna("Anna <anna@x.ch>"))),
				arguments("\"bob@x.ch; Muster\" <anna@x.ch>", List.of(unknown("\"bob@x.ch; Muster\" <anna@x.ch>"))),
				arguments("\"A; bob@x.ch; \"C\" <anna@x.ch>", List.of(unknown("\"A"), BOB, anna("\"C\" <anna@x.ch>"))),
				arguments("\"bob@x.ch", List.of(new PersonReference("\"bob@x.ch", "\"bob@x.ch", null))),
				arguments("anna@x.ch; \u200b ;\u2800,bob@x.ch", List.of(ANNA, BOB)),
				arguments("Anna Muster;bob@x.ch", List.of(unknown("Anna Muster"), BOB)),
				arguments("anna@x.ch Muster", List.of(unknown("anna@x.ch Muster"))),
				arguments("Anna <a;b,c|d>", List.of(unknown("Anna <a;b,c|d>"))),
				arguments("Anna <>", List.of(unknown("Anna <>"))),
				arguments("Anna <anna@x.ch;bob@x.ch", List.of(unknown("Anna <anna@x.ch;bob@x.ch"))),
				arguments("A <anna@x.ch> B <bob@x.ch>", List.of(unknown("A <anna@x.ch> B <bob@x.ch>"))),
				arguments("anna@x.ch <bob@x.ch>", List.of(unknown("anna@x.ch <bob@x.ch>"))),
				arguments("-", List.of(unknown("-"))));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cells")
	void aCellHoldsThesePeople(String visible, List<PersonReference> people) {
		assertThat(PersonReference.split(CsvText.text(visible))).isEqualTo(people);
	}

	static Stream<Arguments> translatedCells() {
		PersonReference anna = new PersonReference("Anna Muster", "anna@x.ch", null);
		return Stream.of(arguments("Anna Muster", List.of(anna)),
				arguments("Anna\u00a0 Muster", List.of(new PersonReference("Anna\u00a0 Muster", "anna@x.ch", null))),
				arguments("Anna Muster; bob@x.ch", List.of(anna, BOB)),
				arguments("anna muster", List.of(unknown("anna muster"))),
				arguments("Jörg,Anna Muster", List.of(new PersonReference("Jörg", null, UUID.fromString(GUID)), anna)),
				arguments("Jo\u0308rg", List.of(new PersonReference("Jo\u0308rg", null, UUID.fromString(GUID)))),
				arguments("Old@X.ch", List.of(new PersonReference("Old@X.ch", "anna@x.ch", null))),
				arguments("Anna <old@x.ch>", List.of(new PersonReference("Anna <old@x.ch>", "anna@x.ch", null))),
				arguments("bob@x.ch old@x.ch", List.of(BOB, new PersonReference("old@x.ch", "anna@x.ch", null))),
				arguments("Muster, Bea;bob@x.ch", List.of(new PersonReference("Muster, Bea", "bea@x.ch", null), BOB)),
				arguments("Muster, Bea, bob@x.ch", List.of(new PersonReference("Muster, Bea", "bea@x.ch", null), BOB)),
				arguments("Okafor, Bob, Muster, Bea",
						List.of(unknown("Okafor, Bob"), new PersonReference("Muster, Bea", "bea@x.ch", null))),
				arguments("Nobody", List.of(new PersonReference("Nobody", null, null, true))),
				arguments("anna@x.ch <old@x.ch>", List.of(unknown("anna@x.ch <old@x.ch>"))));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("translatedCells")
	void aUserMapSaysWhoIsMeant(String visible, List<PersonReference> people) {
		UserMap users = UserMap.of(Map.of("Anna Muster", "anna@x.ch", "Jörg", GUID, "old@x.ch", "anna@x.ch",
				"Muster, Bea", "bea@x.ch", "Nobody", ""));

		assertThat(PersonReference.split(CsvText.text(visible), PeopleSyntax.of(users))).isEqualTo(people);
	}

	static Stream<Arguments> namesWithCommas() {
		return Stream.of(arguments("Kim, David", List.of(unknown("Kim, David"))),
				arguments("Kim, David, Okafor, Bob", List.of(unknown("Kim, David"), unknown("Okafor, Bob"))),
				arguments("van der Berg, Anna", List.of(unknown("van der Berg, Anna"))),
				arguments("Sharma, Mary Jane; Okafor, Bob",
						List.of(unknown("Sharma, Mary Jane"), unknown("Okafor, Bob"))),
				arguments("de la Cruz, Ana Maria", List.of(unknown("de la Cruz, Ana Maria"))),
				arguments("Anna Muster, Bob Okafor",
						List.of(cut("Anna Muster", "Anna Muster, Bob Okafor"),
								cut("Bob Okafor", "Anna Muster, Bob Okafor"))),
				arguments("Nobody, Anna Muster",
						List.of(cut("Nobody", "Nobody, Anna Muster"), cut("Anna Muster", "Nobody, Anna Muster"))),
				arguments("Kim, David, anna@x.ch", List.of(unknown("Kim, David"), ANNA)),
				arguments("Kim, anna@x.ch", List.of(cut("Kim", "Kim, anna@x.ch"), ANNA)));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("namesWithCommas")
	void aCommaMayBelongToAName(String cell, List<PersonReference> people) {
		Set<String> names = Set.of("Kim, David", "de la Cruz, Ana Maria", "Anna Muster");

		assertThat(PersonReference.split(cell, PeopleSyntax.of(UserMap.NONE).knowing(names::contains)))
			.isEqualTo(people);
	}

	@Test
	void onlyTheSeparatorThatIsSaidAndANewLineSeparatePeople() {
		PeopleSyntax slash = new PeopleSyntax(UserMap.NONE, (text) -> false, '/');

		assertThat(PersonReference.split("Kim, David/anna@x.ch\nA; B|C", slash)).containsExactly(unknown("Kim, David"),
				ANNA, unknown("A; B|C"));
		assertThat(PersonReference.split("Kim, David;bob@x.ch",
				new PeopleSyntax(UserMap.of(Map.of("Kim", "anna@x.ch")), (text) -> false, ',')))
			.containsExactly(new PersonReference("Kim", "anna@x.ch", null),
					new PersonReference("David;bob@x.ch", "David;bob@x.ch", null));
	}

	@Test
	void aManagerIsTranslatedAsAWhole() {
		UserMap users = UserMap.of(Map.of("Muster, Anna; Dr.", "anna@x.ch"));

		assertThat(PersonReference.of(" Muster, Anna; Dr. ", PeopleSyntax.of(users)))
			.isEqualTo(new PersonReference("Muster, Anna; Dr.", "anna@x.ch", null));
		assertThat(PersonReference.of("Muster, Bea", PeopleSyntax.of(users))).isEqualTo(unknown("Muster, Bea"));
	}

	@ParameterizedTest
	@CsvSource({ "Anna <anna@x.ch>, anna@x.ch", "anna@x.ch, anna@x.ch", "Anna Muster, Anna Muster", "Anna <>, Anna <>",
			"b@x.ch <anna@x.ch>, b@x.ch <anna@x.ch>" })
	void aUserMapCallsAPersonByTheAddressWhenThereIsOne(String written, String from) {
		assertThat(PersonReference.of(written).from()).isEqualTo(from);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a@b", "ä.ö+x@sub.example.com", "o'neill@x.ch", "\"q\"@x.ch", "=x@y" })
	void anAddressNeedsNoMoreThanSomethingOnBothSides(String address) {
		assertThat(PersonReference.of(address)).isEqualTo(new PersonReference(address, address, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "@x.ch", "anna@", "@", "a@b@c", "anna", "<>", "a>b@c", "anna\u2003@x.ch", "1-1-1-1-1",
			"0b6bc1f16d3e4f3a9c5b4d0d3c2b1a00", "{0b6bc1f1-6d3e-4f3a-9c5b-4d0d3c2b1a00}",
			"0b6bc1f1-6d3e-4f3a-9c5b-4d0d3c2b1a0g" })
	void anythingElseIsAnUnknownPerson(String written) {
		assertThat(PersonReference.split(written)).containsExactly(unknown(written));
	}

	@Test
	void anAddressHasAtMost255Characters() {
		String longest = "a".repeat(250) + "@x.ch";

		assertThat(PersonReference.of(longest).email()).isEqualTo(longest);
		assertThat(PersonReference.of("a" + longest)).isEqualTo(unknown("a" + longest));
	}

	@Test
	void aManagerIsOnePerson() {
		assertThat(PersonReference.of(" anna@x.ch; ")).isEqualTo(ANNA);
		assertThat(PersonReference.of(GUID)).isEqualTo(BY_ID);
		assertThat(PersonReference.of("anna@x.ch bob@x.ch")).isEqualTo(unknown("anna@x.ch bob@x.ch"));
		assertThat(PersonReference.of("anna@x.ch; Bob ")).isEqualTo(unknown("anna@x.ch; Bob"));
		assertThat(PersonReference.of(" ")).isEqualTo(unknown(""));
	}

	@ParameterizedTest
	@ValueSource(strings = { " ", "<", "<>", "a@b ", "a;", ";", "@", "\u00a0x", "a,", "a,<b>", "\"", "\"a;", "\"\"x;",
			"\"\"\"x;", "\\\"", "\"\\", "\"a\" <b>,", "a,b <" })
	void theLongestCellIsSplitInShortTime(String repeated) {
		String cell = "x" + repeated.repeat(SyntaxChecker.LONGEST_CELL / repeated.length()) + "x";

		assertThat(PersonReference.split(cell)).isNotEmpty();
	}

	@Test
	void plainAddressesAndIdsAreReadAsEver() {
		List<String> plain = List.of("anna@x.ch", "\"q\"@x.ch", "\"a@x", "b@x\"", "'c@x'", "d\"e@x", GUID, "(f)@x",
				"\\@x");
		List<String> between = List.of(";", ",", "|", "\n", " ", ", ", " ;\u00a0", ";;", "\r\n");
		new Fuzz().attack((chance) -> {
			List<String> words = chance.ints(1 + chance.nextInt(6), 0, plain.size()).mapToObj(plain::get).toList();
			String cell = words.stream()
				.reduce((one, other) -> one + between.get(chance.nextInt(between.size())) + other)
				.orElseThrow();

			assertThat(PersonReference.split(cell)).as(cell)
				.isEqualTo(words.stream().map(PersonReference::ofWord).toList());
		});
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "Muster, Anna <anna@x.ch>", " \"Muster, Anna\" <anna@x.ch>;", "\"Muster; Anna\" <anna@x.ch>" })
	void aManagersNameMayHoldSeparators(String cell) {
		assertThat(PersonReference.of(cell).email()).isEqualTo("anna@x.ch");
		assertThat(PersonReference.of(cell).from()).isEqualTo("anna@x.ch");
	}

	private static PersonReference anna(String visible) {
		return new PersonReference(CsvText.text(visible), "anna@x.ch", null);
	}

	private static PersonReference bob(String visible) {
		return new PersonReference(CsvText.text(visible), "bob@x.ch", null);
	}

	private static PersonReference unknown(String written) {
		return new PersonReference(written, null, null);
	}

	private static PersonReference cut(String written, String text) {
		return new PersonReference(written, null, null, false, text);
	}

}
