package io.groupbatch.importjob.report.html;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

import io.groupbatch.importjob.report.csv.GroupCsvRows;
import io.groupbatch.journal.JournalExtension;
import io.groupbatch.journal.TestJournal;
import io.groupbatch.journal.plan.PlannedRow;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.RowResult;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.row.StagedRow;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.RunState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(JournalExtension.class)
class HtmlReportTests {

	private static final RowResult DONE = new RowResult(RowStatus.SUCCEEDED, Code.CREATED, "Created.");

	private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

	private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);

	@TempDir
	private Path folder;

	private TestJournal journal;

	private long run;

	@BeforeEach
	void open(TestJournal journal) {
		this.journal = journal;
		this.run = this.journal.runs
			.create(new Run.Source(this.folder.resolve("teams.csv"), "0".repeat(64), ""), TestJournal.target("Olga"),
					(number) -> this.folder)
			.number();
		this.journal.runs.describe(this.run, new Run.Header(List.of("groupName"), List.of("groupName")),
				new Run.Dialect("UTF-8", false, ',', "UTF-8"));
	}

	@Test
	void tellsWhatBecameOfTheRows() throws IOException {
		finish(DONE, failed("Refused: no."));
		this.journal.runs.remark(this.run, new Run.Remarks("HELP-1234", null, null, null));

		assertThat(page()).contains("<h1>1 of 2 groups are complete. 1 needs attention:</h1>", "https://p", "teams.csv",
				"HELP-1234", "The portal refused it", "Refused: no.", "Team 2", "Team 3", "Olga");
	}

	@Test
	void whatNeedsAttentionStandsFirst() throws IOException {
		finish(DONE, DONE, failed("Refused."));

		assertThat(page()).containsSubsequence("data-name=\"rows\"", "<tbody>", "Team 4", "Team 2", "Team 3",
				"</tbody>");
	}

	@Test
	void theBrowserRunsNothingButWhatBelongsToThePage() throws IOException {
		finish(DONE);

		String page = page();
		assertThat(page)
			.contains("default-src &#39;none&#39;; style-src " + hash(STYLE, page) + "; script-src "
					+ hash(SCRIPT, page) + "; img-src data:; base-uri &#39;none&#39;; form-action &#39;none&#39;")
			.doesNotContain("unsafe-", " style=", " onclick=");
		assertThat(page.split("<script", -1)).hasSize(2);
		assertThat(page.split("<style", -1)).hasSize(2);
	}

	@Test
	void hostileTextIsText() throws IOException {
		finish(failed("</script><script>window.hacked=1</script>"));

		assertThat(page()).contains("&lt;/script&gt;&lt;script&gt;").doesNotContain("<script>window.hacked");
	}

	@Test
	void aLongRunIsShownInPartAndThePageSaysSo() throws IOException {
		this.journal.inTransaction(() -> {
			plan(2, 6000, DONE);
			plan(6002, 3, failed("Refused."));
			return 0;
		});
		this.journal.bring(this.run, RunState.FINISHED);

		assertThat(page())
			.contains(
					"This page shows 5,000 of 6,003 rows: all that need attention, and the first of the others."
							+ " The file report.csv of this run has all of them.",
					"Team 6002<", "Team 6004<", "Team 4998<")
			.doesNotContain("Team 5000<");
	}

	@Test
	void thePageStaysSmallHoweverLongItsTextsAre() throws IOException {
		this.journal.inTransaction(() -> {
			plan(2, 3000, failed("<".repeat(2000)));
			return 0;
		});
		this.journal.bring(this.run, RunState.FINISHED);

		assertThat(page().getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1_900_000, 5_000_000);
		assertThat(page())
			.containsPattern("This page shows \\d+ of 3,000 rows: the first of the 3,000 that need attention\\.");
	}

	@Test
	void aPlanSaysThatNothingWasSentAndHowItIs() throws IOException {
		plan(2, 1, RowResult.OPEN);
		this.journal.bring(this.run, RunState.PLANNED);

		assertThat(page()).contains("Nothing was sent yet.", "This is a plan.",
				"./run.sh apply 1 --portal https://p --state &#39;a b&#39;");
	}

	@Test
	void aPageToHandOnDoesNotTellHowThisComputerIsSetUp() throws IOException {
		plan(2, 1, RowResult.OPEN);
		this.journal.bring(this.run, RunState.UNFINISHED);
		Path shared = this.folder.resolve("shared.html");

		report().share(this.run, shared, false);

		assertThat(Files.readString(shared)).contains("./run.sh resume 1 --portal https://p<", "<bdi>teams.csv</bdi>")
			.doesNotContain(this.folder.toString(), "a b");
	}

	@Test
	void addressesAreHiddenEverywhereInIt() throws IOException {
		this.journal.runs.remark(this.run, new Run.Remarks("asked by anna.muster@example.com", null, null, null));
		finish(failed("anna.muster@example.com is a guest."));
		Path shared = this.folder.resolve("shared.html");

		report().share(this.run, shared, true);

		assertThat(Files.readString(shared)).contains("asked by a…@example.com", "a…@example.com is a guest.")
			.doesNotContain("anna.muster");
	}

	private HtmlReport report() {
		GroupCsvRows groups = new GroupCsvRows(this.journal.people, this.journal.groupResults, this.journal.reportRows);
		return new HtmlReport(this.journal.runs, this.journal.reportRows, this.journal.people, this.journal.invitations,
				groups, this.journal.statistics, new PageProperties(" --state 'a b'"));
	}

	private String page() throws IOException {
		report().write(this.journal.runs.get(this.run));
		return Files.readString(this.folder.resolve("report.html"));
	}

	private void finish(RowResult... outcomes) {
		for (int i = 0; i < outcomes.length; i++) {
			plan(i + 2, 1, outcomes[i]);
		}
		this.journal.bring(this.run, RunState.FINISHED);
	}

	private void plan(long first, int count, RowResult outcome) {
		List<Long> rows = LongStream.range(first, first + count).boxed().toList();
		this.journal.rows.stage(this.run,
				rows.stream()
					.map((row) -> new StagedRow(row, row, List.of("Team " + row), "create", RowResult.OPEN))
					.toList());
		this.journal.plannedRows.add(this.run, rows.stream().map((row) -> PlannedRow.settled(row, outcome)).toList());
	}

	private static RowResult failed(String message) {
		return new RowResult(RowStatus.FAILED, Code.REFUSED_BY_PORTAL, message);
	}

	private static String hash(Pattern block, String page) {
		Matcher found = block.matcher(page);
		assertThat(found.find()).isTrue();
		return "&#39;sha256-" + sha256(found.group(1)).replace("=", "&#x3D;") + "&#39;";
	}

	private static String sha256(String text) {
		try {
			return Base64.getEncoder()
				.encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new AssertionError(ex);
		}
	}

}
