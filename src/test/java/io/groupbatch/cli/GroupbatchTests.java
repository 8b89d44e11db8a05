package io.groupbatch.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.groupbatch.cli.launch.ApplicationStarter;
import io.groupbatch.portal.http.PortalSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the command line answers before Spring starts, and when Spring does not start.
 */
class GroupbatchTests {

	private static final Map<String, String> PORTAL = Map.of("DOCSPACE_PORTAL_URL", "https://docspace.example.com",
			"DOCSPACE_API_KEY", "sk-1");

	private static final ApplicationStarter NEVER = (folder, settings) -> {
		throw new AssertionError("Spring was started");
	};

	private final PrintStream realOut = System.out;

	private final PrintStream realErr = System.err;

	private final String realHome = System.getProperty("groupbatch.home");

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	@TempDir
	private Path home;

	@BeforeEach
	void listen() {
		System.setOut(new PrintStream(this.out, true, StandardCharsets.UTF_8));
		System.setErr(new PrintStream(this.err, true, StandardCharsets.UTF_8));
		System.setProperty("groupbatch.home", this.home.toString());
	}

	@AfterEach
	void listenNoMore() {
		System.setOut(this.realOut);
		System.setErr(this.realErr);
		if (this.realHome != null) {
			System.setProperty("groupbatch.home", this.realHome);
		}
		else {
			System.clearProperty("groupbatch.home");
		}
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = ';', value = { "--help; Exit codes:", "-h; Without arguments", "--version; groupbatch ",
			"import --help; ./run.sh import input/onboarding.csv", "resume -h; ./run.sh resume 7",
			"sandbox --help; --latency", "people --help; standard output", "template --help; memberships",
			"runs --help; --state", "report --help; --json", "help; Exit codes:", "help import; --on-unknown-user" })
	void helpAndVersionAreAnsweredOnStandardOutput(String line, String words) {
		assertThat(run(NEVER, Map.of(), line.split(" "))).isZero();

		assertThat(out()).contains(words);
		assertThat(err()).isEmpty();
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = ';', value = { "import x.csv --potral https://p; --potral; --portal",
			"import x.csv --on-invalid=skp; skp; stop, skip", "imprt x.csv; imprt; import",
			"inport x.csv; inport; Did you mean import", "help imprt; There is no command 'imprt'.; --help",
			"teams.csv; teams.csv; ./run.sh import teams.csv", "my/teams --yes; my/teams; ./run.sh import my/teams",
			"import; FILE; import --help", "import x.csv --concurrency 0; --concurrency; 1 and 50",
			"import x.csv --concurrency 51; --concurrency; 1 and 50", "import x.csv --concurrency many; many; --help",
			"import x.csv --map Team; Team=groupName; --help",
			"import x.csv --map Team=gruop; did you mean groupName; --help",
			"import x.csv --on-unknown-user go; neither stop nor leave-out; --help", "template; KIND; template --help",
			"template grups; onboarding, memberships; --help", "report; RUN; report --help",
			"report seven; seven; --help", "runs --latency 5; --latency; runs --help",
			"sandbox --limit-per-day -1; --limit-per-day; whole number", "sandbox --latency 1.5; 1.5; whole number",
			"sandbox --fault x; --fault; --faults" })
	void aMistakeOfUsageIsSaidWithWhatWasMeant(String line, String mistake, String cure) {
		assertThat(run(NEVER, PORTAL, line.split(" "))).isEqualTo(64);

		assertThat(err()).contains(mistake, cure);
		assertThat(out()).isEmpty();
	}

	@Test
	void helpShowsOnePercentSignAndTheNameOfTheProgramAsItWasCalled() {
		System.setProperty("groupbatch.command", "groupbatch");
		try {
			assertThat(run(NEVER, Map.of(), "import", "--help")).isZero();
			assertThat(run(NEVER, Map.of(), "cancel")).isEqualTo(64);
		}
		finally {
			System.clearProperty("groupbatch.command");
		}

		assertThat(out()).contains("  groupbatch import input/onboarding.csv").doesNotContain("%%", "run.sh import");
		assertThat(err()).contains("Help: groupbatch cancel --help");
	}

	@Test
	void withoutAPortalNothingIsImported() throws IOException {
		assertThat(run(NEVER, Map.of(), "import", file())).isEqualTo(78);

		assertThat(err()).contains("--portal", "DOCSPACE_PORTAL_URL");
		assertThat(this.home.resolve("state")).doesNotExist();
	}

	@ParameterizedTest
	@CsvSource({ "--portal, https://docspace.example.com", "--api-key-file, key.txt", "--ca, ca.pem" })
	void whoNamesAnotherPortalIsNotGivenTheSimulatedOne(String option, String value) throws IOException {
		assertThat(run(NEVER, PORTAL, "import", file(), "--sandbox", option, value)).isEqualTo(64);

		assertThat(err()).contains("--sandbox uses a simulated portal", option + " has no use");
	}

	@Test
	void theHelpOfACommandHasNoOptionThatItRefuses() {
		for (String command : List.of("apply", "resume", "undo")) {
			assertThat(run(NEVER, PORTAL, command, "--help")).isZero();
		}
		assertThat(out()).contains("--portal").doesNotContain("--sandbox");
	}

	@Test
	void withoutAKeyNothingIsImported() throws IOException {
		assertThat(run(NEVER, Map.of("DOCSPACE_PORTAL_URL", "https://p"), "import", file())).isEqualTo(78);

		assertThat(err()).contains("DOCSPACE_API_KEY");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "--sandbox" })
	void aFileThatIsNotThereIsBadInput(String option) {
		assertThat(run(NEVER, PORTAL, ("import " + this.home.resolve("none.csv") + " " + option).strip().split(" ")))
			.isEqualTo(65);

		assertThat(err()).contains("There is no file", "none.csv");
	}

	@Test
	void aFaultsFileThatIsNotUnderstoodStartsNoSandbox() throws IOException {
		Path faults = this.home.resolve("faults.properties");
		assertThat(run(NEVER, PORTAL, "sandbox", "--port", "0", "--faults", faults.toString())).isEqualTo(65);
		assertThat(err()).contains("faults.properties cannot be read: it is not there.");
		Files.writeString(faults, "cut-befor = 2%\nlag = 5");

		assertThat(run(NEVER, PORTAL, "sandbox", "--port", "0", "--faults", faults.toString())).isEqualTo(65);
		assertThat(err()).contains("faults.properties: lag is \"5\"; write a time, such as 200ms, 3s or 2m.",
				"There is no \"cut-befor\". Did you mean \"cut-before\"? All keys are in input/faults.properties.");
		assertThat(out()).isEmpty();
	}

	@Test
	void aFolderIsNoFile() {
		assertThat(run(NEVER, PORTAL, "import", this.home.toString())).isEqualTo(65);

		assertThat(err()).contains("is a folder");
	}

	@Test
	void aWrongDelimiterIsAMistakeOfUsage() throws IOException {
		assertThat(run(NEVER, PORTAL, "import", file(), "--delimiter", "::")).isEqualTo(64);
	}

	@Test
	void optionsThatSayTwoThingsOfOneColumnAreRefused() throws IOException {
		Path map = Files.writeString(this.home.resolve("map.txt"), "team name = groupName\n");

		assertThat(run(NEVER, PORTAL, "import", file(), "--map-file", map.toString(), "--map", "Team_Name=members"))
			.isEqualTo(64);
		assertThat(run(NEVER, PORTAL, "import", file(), "--map", "Lead=members", "--ignore-column", "LEAD"))
			.isEqualTo(64);

		assertThat(err()).contains("\"Team_Name\" → members and \"team name\" → groupName",
				"\"Lead\" → members and \"LEAD\" → ignored");
	}

	@Test
	void mistakesOfAMapFileAreToldALineEach() throws IOException {
		Path map = Files.writeString(this.home.resolve("map.txt"), "Team\nLead = x\n");

		assertThat(run(NEVER, PORTAL, "import", file(), "--map-file", map.toString())).isEqualTo(65);

		assertThat(err().lines()).hasSize(3).first().asString().startsWith("Line 1: ");
	}

	@Test
	void aUserMapThatCannotBeUsedIsToldBeforeAnythingElse() throws IOException {
		Path users = Files.writeString(this.home.resolve("users.csv"), "from,to\nAnna,x\nBea,y\n");

		assertThat(run(NEVER, PORTAL, "import", file(), "--user-map", users.toString())).isEqualTo(65);
		assertThat(err().lines()).hasSize(3).last().asString().contains("users.csv", "nothing was sent");
		assertThat(run(NEVER, PORTAL, "import", file(), "--user-map", users + "x")).isEqualTo(65);
		assertThat(err()).contains("users.csvx cannot be read: it is not there");
		assertThat(this.home.resolve("state")).doesNotExist();
	}

	@Test
	void aUserMapIsNotOverwrittenByTheRunThatUsesIt() throws IOException {
		Path users = Files.writeString(this.home.resolve("people-to-fix.csv"), "from,to\nAnna,a@x\n");

		assertThat(run(NEVER, PORTAL, "import", file(), "--user-map", users.toString(), "--output",
				this.home.resolve("x/..").toString()))
			.isEqualTo(64);

		assertThat(err()).contains("would be overwritten");
	}

	@ParameterizedTest
	@ValueSource(strings = { "onboarding", "memberships" })
	void aTemplateIsTheExampleOfThatName(String kind) throws IOException {
		String example = Files.readString(Path.of("input", kind + ".csv"));
		Path file = this.home.resolve("mine.csv");

		assertThat(run(NEVER, Map.of(), "template", kind)).isZero();
		assertThat(out()).isEqualTo(example);
		assertThat(run(NEVER, Map.of(), "template", kind, file.toString())).isZero();
		assertThat(file).hasContent(example);
		assertThat(err()).contains("import " + file + " --sandbox");
	}

	@Test
	void aTemplateNeverReplacesAFile() throws IOException {
		String file = file();
		String before = Files.readString(Path.of(file));

		assertThat(run(NEVER, Map.of(), "template", "onboarding", file)).isEqualTo(73);

		assertThat(err()).contains("already exists");
		assertThat(Path.of(file)).hasContent(before);
	}

	@Test
	void peopleNeedAPortalAndAKey() {
		assertThat(run(NEVER, Map.of(), "people")).isEqualTo(78);
		assertThat(run(NEVER, Map.of("DOCSPACE_PORTAL_URL", "https://p"), "people")).isEqualTo(78);

		assertThat(err()).contains("--portal", "DOCSPACE_API_KEY");
		assertThat(this.home.resolve("state")).doesNotExist();
	}

	@Test
	void withoutArgumentsTheExampleGoesIntoASandbox() throws IOException {
		Files.createDirectories(this.home.resolve("input"));
		Files.writeString(this.home.resolve("input/groups.csv"), "groupName\nTeam\n");
		ApplicationStarter starter = (folder, settings) -> {
			assertThat(settings.options()).filteredOn(PortalSettings.class::isInstance)
				.singleElement()
				.extracting((portal) -> ((PortalSettings) portal).url().getHost())
				.isEqualTo("127.0.0.1");
			throw new UncheckedIOException(new IOException("far enough"));
		};

		assertThat(run(starter, PORTAL)).isEqualTo(73);

		assertThat(err()).contains("far enough");
		assertThat(this.home.resolve("state/sandbox/journal.mv.db")).exists();
		assertThat(this.home.resolve("state/journal.mv.db")).doesNotExist();
	}

	@Test
	void aMistakeOfOursIsToldAsOne() throws IOException {
		ApplicationStarter starter = (folder, settings) -> {
			throw new IllegalStateException("Oops\u001b[31m");
		};

		assertThat(run(starter, PORTAL, "import", file())).isEqualTo(70);

		assertThat(err()).contains("IllegalStateException: Oops␦[31m", "-v").doesNotContain("at io.groupbatch");
	}

	@Test
	void aMistakeOfOursIsToldInFullWhenAsked() throws IOException {
		ApplicationStarter starter = (folder, settings) -> {
			throw new IllegalStateException("Oops");
		};

		assertThat(run(starter, PORTAL, "import", file(), "-v")).isEqualTo(70);

		assertThat(err()).contains("at io.groupbatch.cli");
	}

	@Test
	void aStateFolderThatCannotBeUsedIsSaid() throws IOException {
		assertThat(run(NEVER, PORTAL, "import", file(), "--state", file())).isEqualTo(73);

		assertThat(err()).contains("state folder", "nothing was sent");
	}

	@Test
	void aSandboxCannotBeResumed() {
		assertThat(run(NEVER, PORTAL, "resume", "--sandbox")).isEqualTo(64);

		assertThat(err()).contains("sandbox --port");
	}

	@Test
	void withoutAnUnfinishedRunThereIsNothingToResume() {
		assertThat(run(NEVER, PORTAL, "resume")).isEqualTo(64);
		assertThat(run(NEVER, PORTAL, "resume", "7")).isEqualTo(64);

		assertThat(err()).contains("No run is unfinished", "There is no run 7");
	}

	@Test
	void withoutRunsTheListSaysSo() {
		assertThat(run(NEVER, Map.of(), "runs")).isZero();

		assertThat(out()).contains("There are no runs yet.");
		assertThat(run(NEVER, Map.of(), "runs", "7")).isEqualTo(64);
	}

	private int run(ApplicationStarter starter, Map<String, String> environment, String... args) {
		return Groupbatch.run(args, starter, environment);
	}

	private String file() throws IOException {
		return Files.writeString(this.home.resolve("groups.csv"), "operation,groupName\ncreate,Team\n").toString();
	}

	private String out() {
		return this.out.toString(StandardCharsets.UTF_8);
	}

	private String err() {
		return this.err.toString(StandardCharsets.UTF_8);
	}

}
