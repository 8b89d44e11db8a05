package io.groupbatch.importjob.report.html;

import java.nio.file.Path;
import java.time.OffsetDateTime;

import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HtmlTextTests {

	private static final Run RUN = new Run(7, RunState.FINISHED,
			new Run.Source(Path.of("/home/anna/in/teams.csv"), "0", ""),
			new Run.Target("https://p/home", false, null, null), Path.of("/home/anna/in/out"), null,
			new Run.Span(OffsetDateTime.MIN, null, null), Run.Content.NONE, Run.Remarks.NONE, Run.Plan.NONE);

	@Test
	void nothingIsMarkup() {
		assertThat(HtmlText.whole().escape("</script><img src=x onerror='a(\"b\")'>&amp;"))
			.isEqualTo("&lt;/script&gt;&lt;img src&#x3D;x onerror&#x3D;&#39;a(&quot;b&quot;)&#39;&gt;&amp;amp;");
	}

	@ParameterizedTest(name = "U+{0}")
	@CsvSource({ "202E", "202A", "2066", "2069", "0000", "001B", "0085", "2028", "D800" })
	void whatCannotBeSeenIsShown(String character) {
		String text = "Team " + (char) Integer.parseInt(character, 16) + "x";

		assertThat(HtmlText.whole().escape(text)).isEqualTo("Team \uFFFDx");
	}

	@ParameterizedTest
	@CsvSource({ "Größe", "团队", "می‌خواهم", "👩‍💻 Team", "مرحبا" })
	void namesInAnyWritingStayAsTheyAre(String name) {
		assertThat(HtmlText.whole().escape(name)).isEqualTo(name);
	}

	@Test
	void aLongTextIsCutBetweenCharacters() {
		String escaped = HtmlText.whole().escape("x" + "👩".repeat(1000));

		assertThat(escaped).hasSizeLessThan(1010).endsWith("👩 …").doesNotContain("\uFFFD");
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '/',
			value = { "anna.muster@example.com / a…@example.com",
					"Created: manager anna@example.com, 3 members. / Created: manager a…@example.com, 3 members.",
					"Left out: bob@x (no such user). / Left out: b…@x (no such user).",
					"Anna <anna@example.com>;ben@example.com|c@d / Anna <a…@example.com>;b…@example.com|c…@d",
					"(anna@example.com) \"anna@example.com\" / (a…@example.com) \"a…@example.com\"",
					"anna＠example.com, ben﹫x.com, c%40d / a…＠example.com, b…﹫x.com, c…%40d",
					"\"anna muster\"@example.com / …@example.com", "o'brien+x:y(z)@example.com / o…@example.com",
					"émile@exämple.fr / é…@exämple.fr", "A name without, but a @ sign / A name without, but a @ sign" })
	void addressesAreHiddenTheSameWayEverywhere(String text, String hidden) {
		assertThat(unescaped(HtmlText.shared(RUN, true).escape(text))).isEqualTo(hidden);
	}

	@Test
	void anAddressAtTheCutIsHiddenAsWell() {
		assertThat(HtmlText.shared(RUN, true).escape("x ".repeat(497) + "anna.muster@example.com"))
			.doesNotContain("anna");
	}

	@Test
	void addressesStayWhenTheyMay() {
		assertThat(HtmlText.shared(RUN, false).escape("anna@example.com")).isEqualTo("anna@example.com");
	}

	@Test
	void foldersOfThisComputerAreNotToldToOthers() {
		HtmlText shared = HtmlText.shared(RUN, false);

		assertThat(shared.escape("/home/anna/in/teams.csv has changed.")).isEqualTo("teams.csv has changed.");
		assertThat(shared.escape("See /home/anna/in/out/report.csv.")).isEqualTo("See report.csv.");
		assertThat(shared.escape("In /home/anna/in.")).isEqualTo("In .");
		assertThat(shared.escape("https://p/home/anna/in/x")).isEqualTo("https://p/home/anna/in/x");
		assertThat(HtmlText.whole().escape("/home/anna/in/teams.csv")).isEqualTo("/home/anna/in/teams.csv");
	}

	private static String unescaped(String markup) {
		return markup.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
	}

}
