package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.journal.row.Operation;
import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.sandbox.state.GroupView;
import io.groupbatch.support.Folders;
import io.groupbatch.support.HoldFrom;
import io.groupbatch.support.JournalCopy;
import io.groupbatch.support.Program;
import io.groupbatch.support.Report;
import io.groupbatch.support.StandardPortal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every case is imported afresh, once more, and with a kill in the middle. What came of
 * it is left in {@code target/cases}, to be looked at and taken over when it is right.
 * <p>
 * Processes take seconds to start, so only one of the kills is a real one. In the others,
 * the next run gets a copy of the journal as it is at the kill, and the run that would be
 * dead is refused by the portal from then on.
 */
class GoldenCasesIT extends StandardPortal {

	private static final int CONCURRENCY = 4;

	/** The case whose kill is a real one, or {@code all}. */
	private static final String REAL_KILLS = System.getProperty("cases.kill", "every-operation");

	/**
	 * The last one: of several creates marked together, one may be held and the others
	 * not have left yet when the process is killed. That each came once is seen on the
	 * portal.
	 */
	private static final Set<String> AFTER_DOUBT = Set.of("ADOPTED", "REPEATED", "SENT_TWICE");

	/** Each case has one of them: other digits, calendars, separators and letters. */
	private static final List<Locale> LOCALES = Stream
		.of("fa-IR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "th-TH-u-ca-buddhist-nu-thai", "tr-TR", "de-DE")
		.map(Locale::forLanguageTag)
		.toList();

	private List<GroupView> before;

	@BeforeEach
	void makeReady() {
		this.before = this.sandbox.groups();
	}

	static Stream<GoldenCase> all() throws IOException {
		return GoldenCase.all();
	}

	@ParameterizedTest
	@MethodSource("all")
	void aFileIsImportedOnceHoweverOftenItIsGiven(GoldenCase given) throws IOException {
		Locale.setDefault(LOCALES.get(given.folder().getFileName().toString().length() % LOCALES.size()));
		Program.Result first = this.program.importing(given.input(), given.options());
		String report = GoldenCase.text(masked(given));
		String portal = GoldenCase.portal(this.sandbox, this.before);
		String mistakes = first.err()
			.lines()
			.filter((line) -> line.startsWith("Row "))
			.map((line) -> line + "\n")
			.collect(Collectors.joining());
		keep(given, report, portal, mistakes);
		assertThat(report).isEqualTo(given.report());
		assertThat(portal).isEqualTo(given.portal());
		assertThat(mistakes).isEqualTo(given.mistakes());
		assertThat(first.exit()).as(first.err()).isEqualTo(given.exit());

		Program.Result second = this.program.importing(given.input(), given.options());
		assertThat(GoldenCase.portal(this.sandbox, this.before)).isEqualTo(given.portal());
		assertThat(second.exit()).isEqualTo(given.exit());
		if (isWishOnly(given)) {
			assertThat(this.program.report().rows()).extracting((row) -> row.get("status")).containsOnly("UNCHANGED");
		}
		else {
			assertThat(GoldenCase.text(masked(given))).isEqualTo(given.report());
		}
	}

	@ParameterizedTest
	@MethodSource("all")
	void aKilledRunEndsWithTheSameReport(GoldenCase given) throws IOException, InterruptedException {
		HoldFrom hold = (given.writes() > 0) ? new HoldFrom((given.writes() + 1) / 2, HoldFrom::isWrite, true)
				: new HoldFrom(1, (request) -> request.path().contains("/api/2.0/group"), true);
		this.sandbox.setFaultPolicy(hold);
		if (REAL_KILLS.equals("all") || REAL_KILLS.equals(given.name())) {
			Program.Running running = this.program.start(given.input(), options(given));
			hold.awaitHeld();
			running.kill();
			hold.release();
			assertRestartEndsWithTheSame(given, this.program);
			return;
		}
		String key = this.sandbox.addKey("owner@sandbox.example");
		Program killed = new Program(this.folder, this.sandbox.url(), key);
		Program next = new Program(this.folder.resolve("next"), this.sandbox.url(), this.sandbox.apiKey());
		Thread run = new Thread(() -> killed.importing(given.input(), options(given)), "killed");
		run.start();
		hold.awaitHeld();
		this.sandbox.revoke(key);
		Folders.copy(killed.state(), next.state());
		hold.release();
		run.join();
		this.sandbox.traffic().awaitQuiet();
		assertRestartEndsWithTheSame(given, next);
	}

	private void assertRestartEndsWithTheSame(GoldenCase given, Program next) {
		this.sandbox.setFaultPolicy(FaultPolicy.none());
		int inDoubt = JournalCopy.marked(next.state());
		assertThat(inDoubt).isBetween((given.writes() > 0) ? 1 : 0, 2 * CONCURRENCY);

		Program.Result restarted = next.importing(given.input(), options(given));
		assertThat(restarted.exit()).as(restarted.out() + restarted.err()).isEqualTo(given.exit());
		assertSameButForDoubt(masked(given).rows(), given);
		assertThat(GoldenCase.portal(this.sandbox, this.before)).isEqualTo(given.portal());
		assertThat(this.sandbox.traffic().overlappingWrites()).isZero();

		Program.Result again = next.importing(given.input(), options(given));
		assertThat(again.exit()).isEqualTo(given.exit());
		assertThat(GoldenCase.portal(this.sandbox, this.before)).isEqualTo(given.portal());
	}

	/** A row whose answer was lost says so, and otherwise the same. */
	private static void assertSameButForDoubt(List<Map<String, String>> rows, GoldenCase given) {
		List<Map<String, String>> expected = Report.read(given.folder().resolve("report.csv")).rows();
		assertThat(rows).hasSameSizeAs(expected);
		for (int i = 0; i < rows.size(); i++) {
			Map<String, String> row = rows.get(i);
			Map<String, String> wanted = expected.get(i);
			if (AFTER_DOUBT.contains(row.get("code"))) {
				assertThat(row.get("message")).contains(wanted.get("message"));
				row.putAll(Map.of("code", wanted.get("code"), "message", wanted.get("message")));
			}
			if (row.get("httpStatus").isEmpty()) {
				row.put("httpStatus", wanted.get("httpStatus"));
				row.put("durationMs", wanted.get("durationMs"));
			}
			row.remove("attempts");
			wanted.remove("attempts");
			assertThat(row).isEqualTo(wanted);
		}
	}

	private static boolean isWishOnly(GoldenCase given) {
		return given.exit() != 65 && Report.read(given.folder().resolve("report.csv"))
			.rows()
			.stream()
			.allMatch((row) -> Operation.of(row.get("operation")).filter(Operation::isWish).isPresent());
	}

	private Report masked(GoldenCase given) {
		Set<String> seeded = this.before.stream().map((group) -> group.id().toString()).collect(Collectors.toSet());
		return given.masked(this.program.report(), seeded);
	}

	private static String[] options(GoldenCase given) {
		return Stream.concat(Stream.of(given.options()), Stream.of("--concurrency", "" + CONCURRENCY))
			.toArray(String[]::new);
	}

	private static void keep(GoldenCase given, String report, String portal, String mistakes) throws IOException {
		Path kept = Files.createDirectories(Path.of("target/cases", given.name()));
		Files.writeString(kept.resolve("report.csv"), report);
		Files.writeString(kept.resolve("portal.txt"), portal);
		Files.writeString(kept.resolve("mistakes.txt"), mistakes);
	}

}
