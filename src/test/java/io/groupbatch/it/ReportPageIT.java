package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.support.Browser;
import io.groupbatch.support.Program;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code report.html} in a real browser: of a run with groups whose names would like to
 * be something else than names.
 */
class ReportPageIT {

	private static final String ROWS = "table[data-name=rows] tbody tr";

	private static final String GROUPS = "table[data-name=groups] tbody tr";

	private static final List<String> HOSTILE = List.of("<script>window.hacked=1</script>",
			"\"\"><img src=x onerror=window.hacked=1>", "</script><script>window.hacked=1</script>",
			"</style><svg onload=window.hacked=1>", "'-window.hacked=1-'", "{{{css}}}", "javascript:window.hacked=1",
			"Team \u202Eterces", "N".repeat(128), "=HYPERLINK(\"\"http://127.0.0.1/\"\")");

	@TempDir
	private static Path folder;

	private static Program program;

	private static Browser browser;

	@BeforeAll
	static void makeAPage() throws IOException {
		browser = Browser.start(folder.resolve("browser"));
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard())) {
			program = new Program(folder.resolve("program"), sandbox.url(), sandbox.apiKey());
			Program.Result result = program.importing(file(), "--on-invalid", "skip", "--on-unknown-user", "leave-out",
					"--note", "</title><script>window.hacked=1</script>");
			assertThat(result.exit()).as(result.err()).isEqualTo(1);
		}
	}

	@AfterAll
	static void closeTheBrowser() {
		if (browser != null) {
			browser.close();
		}
	}

	@BeforeEach
	void open() {
		browser.width(1280);
		browser.dark(false);
		browser.open(program.output().resolve("report.html"));
	}

	@Test
	void nothingIsFetchedAndNothingOfTheFileIsRun() {
		assertThat(browser.find("h1").getText()).isEqualTo("22 of 24 groups are complete. 2 need attention:");
		assertThat(browser.texts(ROWS + " .name")).contains(HOSTILE.get(0), "\"><img src=x onerror=window.hacked=1>",
				"Team \uFFFDterces", "{{{css}}}", "N".repeat(128));
		assertThat(browser.ask("window.hacked === undefined")).isEqualTo(true);
		assertThat(browser.ask("document.querySelectorAll('main script, img, iframe, object').length")).isEqualTo(0L);
		assertThat(browser.ask("performance.getEntriesByType('resource').length")).isEqualTo(0L);
		assertThat(browser.requests()).isNotEmpty()
			.allMatch((url) -> url.startsWith("file:") || url.startsWith("data:"));
		assertThat(browser.console()).isEmpty();
	}

	@Test
	void thePolicyStopsAScriptThatGotInNevertheless() {
		browser.ask("document.body.insertAdjacentElement('beforeend',"
				+ " Object.assign(document.createElement('img'), { src: 'http://127.0.0.1:9/x.png' }))");

		assertThat(browser.ask("(() => { try { document.body.innerHTML = '<p>'; } catch (ex) { return ex.name; } })()"))
			.isEqualTo("TypeError");
		assertThat(browser.console())
			.anyMatch((line) -> line.contains("http://127.0.0.1:9/x.png") && line.contains("Content Security Policy"));
	}

	@Test
	void rowsAreSearchedByKeyboard() {
		browser.tabTo("#search-rows");
		browser.type("GINA left");

		assertThat(browser.texts(ROWS + " .name")).containsExactly("Guests");
		assertThat(browser.texts("[aria-label='Search the rows'] output")).containsExactly("1 of 24 rows");

		browser.tabTo("[aria-label='Search the rows'] button");
		browser.type(Keys.ENTER);
		assertThat(browser.texts(ROWS)).hasSize(24);
	}

	@Test
	void rowsAreFilteredByStatusByKeyboardAndByMouse() {
		browser.tabTo("#status-rows");
		browser.type("Par");
		assertThat(browser.texts(ROWS + " .badge")).containsExactly("Partial");

		browser.find("#status-rows option[value=succeeded]").click();
		assertThat(browser.texts(ROWS + " .badge")).hasSize(22).containsOnly("Succeeded");
	}

	@Test
	void tablesAreSortedByMouseAndByKeyboard() {
		assertThat(browser.texts(ROWS + " td:first-child")).startsWith("24", "25", "2");
		browser.find("table[data-name=rows] th:first-child button").click();
		assertThat(browser.texts(ROWS + " td:first-child"))
			.isEqualTo(IntStream.rangeClosed(2, 25).mapToObj(String::valueOf).toList());
		assertThat(browser.find("table[data-name=rows] th:first-child").getDomAttribute("aria-sort"))
			.isEqualTo("ascending");

		browser.tabTo("table[data-name=groups] th:first-child button");
		browser.type(Keys.ENTER);
		browser.type(Keys.SPACE);
		assertThat(browser.find("table[data-name=groups] th:first-child").getDomAttribute("aria-sort"))
			.isEqualTo("descending");
		List<String> names = browser.texts(GROUPS + " .name");
		assertThat(names.indexOf("Berlin People 12")).isLessThan(names.indexOf("Berlin People 2"));
	}

	@Test
	void aCauseLeadsToItsRows() {
		browser.find("a[data-code=GROUP_MISSING]").click();

		assertThat(browser.texts(ROWS + " .name")).containsExactly("Nobody's group");
		assertThat(browser.texts("[aria-label='Search the rows'] output"))
			.containsExactly("1 of 24 rows (GROUP_MISSING)");
	}

	@Test
	void whoCannotSeeThePageIsToldTheSame() {
		assertThat(browser.ask("document.documentElement.lang")).isEqualTo("en");
		assertThat(browser.ask("document.querySelectorAll('h1').length")).isEqualTo(1L);
		assertThat(browser.ask("[...document.querySelectorAll('table')].every((table) => table.caption"
				+ " && [...table.tHead.rows[0].cells].every((head) => head.scope === 'col'))"))
			.isEqualTo(true);
		assertThat(browser.ask("[...document.querySelectorAll('svg')].every((svg) => svg.getAttribute('role') === 'img'"
				+ " && svg.getAttribute('aria-label').length > 20)"))
			.isEqualTo(true);
		assertThat(browser.ask("[...document.querySelectorAll('input, select')].every((field) => field.labels.length)"))
			.isEqualTo(true);
		assertThat(browser.ask("[...document.querySelectorAll('[id]')].length"
				+ " === new Set([...document.querySelectorAll('[id]')].map((one) => one.id)).size"))
			.isEqualTo(true);
	}

	@Test
	void fitsATelephoneAndIsATableThereToo() {
		browser.width(360);

		browser.assertNothingIsWiderThanTheWindow();
		assertThat(browser.find("table[data-name=rows]").getAriaRole()).isEqualTo("table");
		assertThat(browser.find(ROWS).getAriaRole()).isEqualTo("row");
		assertThat(browser.find(ROWS + " td").getAriaRole()).isEqualTo("cell");
	}

	@Test
	void isDarkForWhomPrefersThat() {
		String light = browser.find("body").getCssValue("background-color");
		browser.dark(true);

		assertThat(browser.find("body").getCssValue("background-color")).isNotEqualTo(light);
		assertThat(browser.find("body").getCssValue("color")).isNotEqualTo("rgba(24, 33, 44, 1)");
	}

	@Test
	void aPageToHandOnTellsNoAddressAndNoFolder() throws IOException {
		Path shared = folder.resolve("shared.html");

		Program.Result result = program.run("report", "1", "--share", shared.toString(), "--hide-emails");

		assertThat(result.exit()).as(result.err()).isZero();
		assertThat(result.out()).isEqualTo("Page: " + shared + "\n");
		assertThat(Files.readString(shared)).contains("a…@sandbox.example")
			.doesNotContain("anna.muster@", "gina.guest", folder.toString());
		browser.open(shared);
		assertThat(browser.texts(ROWS)).hasSize(24);
		assertThat(browser.console()).isEmpty();
	}

	@Test
	void aPageToHandOnDoesNotTakeThePlaceOfAnythingElse() throws IOException {
		Path list = Files.writeString(folder.resolve("list.csv"), "dear");

		Program.Result result = program.run("report", "1", "--share", list.toString());

		assertThat(result.exit()).isEqualTo(64);
		assertThat(list).hasContent("dear");
		assertThat(program.run("report", "1", "--hide-emails").exit()).isEqualTo(64);
		Program.Result nowhere = program.run("report", "1", "--share", folder.resolve("none/p.html").toString());
		assertThat(nowhere.exit()).isEqualTo(73);
		assertThat(nowhere.err()).contains("The page cannot be written to").doesNotContain("Exception");
	}

	private static Path file() throws IOException {
		Stream<String> teams = Stream.concat(HOSTILE.stream(),
				IntStream.rangeClosed(1, 12).mapToObj((team) -> "Berlin People " + team));
		List<String> lines = teams
			.map((name) -> "create,\"%s\",anna.muster@sandbox.example,ben.okafor@sandbox.example".formatted(name))
			.toList();
		return Files.writeString(folder.resolve("teams.csv"),
				"operation,groupName,groupManager,members\n" + String.join("\n", lines)
						+ "\ncreate,Guests,anna.muster@sandbox.example,gina.guest@sandbox.example\n"
						+ "add-members,Nobody's group,,anna.muster@sandbox.example\n");
	}

}
