package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.groupbatch.sandbox.fault.FaultPolicy.Answer;
import io.groupbatch.sandbox.fault.FaultPolicy.Cut;
import io.groupbatch.sandbox.fault.FaultPolicy.Normal;
import io.groupbatch.support.JournalEdit;
import io.groupbatch.support.Program;
import io.groupbatch.support.Report;
import io.groupbatch.support.StandardPortal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A run goes on with the key of the user with whose key it was planned, or says whose key
 * it is.
 */
class KeyOwnerIT extends StandardPortal {

	private static final String[] BOTH = { "create,One,,ben.okafor@sandbox.example",
			"update,Sales,ada.admin@sandbox.example," };

	@Test
	void aPlanIsNotAppliedWithAnotherPersonsKey() throws IOException {
		plan(BOTH);

		Program.Result applied = ada("apply");

		assertThat(applied.exit()).as(applied.err()).isEqualTo(4);
		assertThat(applied.err()).contains("Olga Owner", "Ada Admin", "--as-other-account", "Nothing was sent");
		assertThat(writes()).isZero();
		assertThat(olga("apply").exit()).as("the plan is kept").isZero();
	}

	@Test
	void whoSendsInsteadIsNamedEverywhere() throws IOException {
		plan(BOTH);

		Program.Result applied = ada("apply", "--as-other-account");

		assertThat(applied.exit()).as(applied.err()).isZero();
		assertThat(applied.out()).contains("as Ada Admin (planned as Olga Owner)");
		assertThat(applied.err()).contains("as Ada Admin (planned as Olga Owner)");
		JsonNode summary = summary();
		assertThat(summary.path("account").stringValue()).isEqualTo("Ada Admin");
		assertThat(summary.path("plannedAs").stringValue()).isEqualTo("Olga Owner");
		assertThat(audit()).hasSize(2).allSatisfy((line) -> assertThat(line.get("account")).startsWith("Ada Admin <"));
		assertThat(this.program.run("runs", "1").out()).contains("as Ada Admin (planned as Olga Owner)");
		assertThat(this.program.output().resolve("report.html")).content().contains("Planned with the key of");
	}

	@Test
	void theOwnKeyNamesOneAccountOnly() throws IOException {
		plan(BOTH);

		assertThat(olga("apply").err()).contains(" as Olga Owner").doesNotContain("(planned as");
		assertThat(summary().path("plannedAs").isNull()).isTrue();
	}

	@Test
	void aRunIsNotGoneOnWithWithAnotherPersonsKey() throws IOException {
		interrupted();

		Program.Result resumed = ada("resume", "1", "--settle", Program.SETTLE);
		assertThat(resumed.exit()).as(resumed.err()).isEqualTo(4);
		assertThat(resumed.err()).contains("Olga Owner", "Ada Admin", "--as-other-account");
		assertThat(this.sandbox.groups("One")).isEmpty();

		assertThat(ada("resume", "1", "--settle", Program.SETTLE, "--as-other-account").exit()).isZero();
		assertThat(this.sandbox.groups("One")).hasSize(1);
		assertThat(audit()).extracting((line) -> line.get("account").replaceAll(" <.*", ""))
			.as("each line with the key that sent it")
			.contains("Ada Admin");
	}

	@Test
	void anImportGoesOnWithAnotherPersonsRunOnlyWhenTold() throws IOException {
		interrupted();

		Program.Result again = adas().importing(this.folder.resolve("rows.csv"), "--as-other-account");

		assertThat(again.exit()).as(again.err()).isZero();
		assertThat(again.err()).contains("Continuing run 1");
		assertThat(this.sandbox.groups("One")).hasSize(1);
	}

	@Test
	void anImportWithAnotherPersonsKeyIsANewRunAndSaysSo() throws IOException {
		interrupted();

		Program.Result again = adas().importing(this.folder.resolve("rows.csv"));

		assertThat(again.out() + again.err()).contains("Run 2", "as Ada Admin");
		assertThat(again.err()).contains("Run 1 of this file is not finished", "Olga Owner", "--as-other-account");
	}

	@Test
	void whoWasAllowedOnceNeedNotSayItAgain() throws IOException {
		plan("create,One,,ben.okafor@sandbox.example");
		this.sandbox.setFaultPolicy((request) -> request.method().equals("POST") ? new Cut(false) : new Normal());
		assertThat(ada("apply", "--as-other-account", "--settle", Program.SETTLE).exit()).isEqualTo(3);

		assertThat(ada("resume", "1", "--settle", Program.SETTLE).exit()).isEqualTo(3);
		this.sandbox.setFaultPolicy((request) -> new Normal());
		assertThat(olga("resume", "1", "--settle", Program.SETTLE).exit()).isZero();
		assertThat(summary().path("account").stringValue()).as("who sent last").isEqualTo("Olga Owner");
		assertThat(audit().get(0).get("account")).startsWith("Olga Owner <");
	}

	@Test
	void aRunIsNotTakenBackWithAnotherPersonsKey() throws IOException {
		plan(BOTH);
		olga("apply");
		long before = writes();

		Program.Result undone = ada("undo", "1");
		assertThat(undone.exit()).as(undone.err()).isEqualTo(4);
		assertThat(undone.err()).contains("Olga Owner", "Ada Admin", "--as-other-account");
		assertThat(writes()).isEqualTo(before);

		Program.Result told = ada("undo", "1", "--as-other-account", "--output", this.program.output().toString());
		assertThat(told.exit()).as(told.err()).isZero();
		assertThat(told.out() + told.err()).contains("as Ada Admin").doesNotContain("Olga");
		assertThat(this.sandbox.groups("One")).isEmpty();
		assertThat(audit()).filteredOn((line) -> line.get("run").equals("2"))
			.isNotEmpty()
			.allSatisfy((line) -> assertThat(line.get("account")).startsWith("Ada Admin <"));
	}

	@Test
	void aPortalThatDoesNotSayWhoseKeyItIsAnyMoreIsNotBelieved() throws IOException {
		plan(BOTH);
		untold();

		Program.Result applied = olga("apply");
		assertThat(applied.exit()).as(applied.err()).isEqualTo(4);
		assertThat(applied.err()).contains("does not say whose key this is", "Olga Owner");
		assertThat(writes()).isZero();

		Program.Result told = olga("apply", "--as-other-account");
		assertThat(told.exit()).as(told.err()).isZero();
		assertThat(told.out()).contains("(planned as Olga Owner)").doesNotContain(" as Ada");
		assertThat(audit()).hasSize(2).allSatisfy((line) -> assertThat(line).containsEntry("account", ""));
	}

	@Test
	void aPlanOfNobodyKnownIsSentByWhoeverItIs() throws IOException {
		untold();
		plan(BOTH);
		this.sandbox.setFaultPolicy((request) -> new Normal());

		Program.Result applied = ada("apply");

		assertThat(applied.exit()).as(applied.err()).isZero();
		assertThat(audit()).hasSize(2).allSatisfy((line) -> assertThat(line.get("account")).startsWith("Ada Admin <"));
		assertThat(summary().path("account").stringValue()).isEqualTo("Ada Admin");
	}

	@Test
	void whereNobodyIsEverToldNothingIsAsked() throws IOException {
		untold();
		plan(BOTH);

		assertThat(olga("apply").exit()).isZero();
		assertThat(audit()).hasSize(2).allSatisfy((line) -> assertThat(line).containsEntry("account", ""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "apply", "resume", "import" })
	void aPortalThatCannotSayNowIsSentNothing(String command) throws IOException {
		if (command.equals("apply")) {
			plan(BOTH);
		}
		else {
			interrupted();
		}
		long before = writes();
		this.sandbox.setFaultPolicy(
				(request) -> request.path().contains("keys/@self") ? Answer.fromProxy(500, false) : new Normal());

		Program.Result result = command.equals("import") ? this.program.importing(this.folder.resolve("rows.csv"))
				: olga(command, "1");

		assertThat(result.exit()).as(result.err()).isEqualTo(69);
		assertThat(writes()).isEqualTo(before);
		this.sandbox.setFaultPolicy((request) -> new Normal());
		assertThat(olga(command.equals("apply") ? "apply" : "resume", "1", "--settle", Program.SETTLE).exit()).isZero();
	}

	@Test
	void linesOfAnEarlierVersionKeepTheirAccount() throws IOException {
		plan(BOTH);
		olga("apply");
		List<Map<String, String>> before = audit();
		JournalEdit.change(this.program.state(),
				"UPDATE run_start SET account = NULL, account_name = NULL, portal = NULL",
				"UPDATE run SET sender = NULL, sender_name = NULL, audit_place = NULL", "DELETE FROM audit_block");

		this.program.run("plan", this.folder.resolve("rows.csv").toString());
		this.program.run("cancel", "2");

		assertThat(audit()).extracting((line) -> line.get("account"))
			.containsExactlyElementsOf(before.stream().map((line) -> line.get("account")).toList())
			.allSatisfy((account) -> assertThat(account).startsWith("Olga Owner <"));
	}

	private void untold() {
		this.sandbox.setFaultPolicy(
				(request) -> request.path().contains("keys/@self") ? Answer.fromProxy(404, false) : new Normal());
	}

	/** Sales is changed, One is not sent: the key was revoked. */
	private void interrupted() throws IOException {
		this.sandbox.setFaultPolicy(
				(request) -> request.method().equals("POST") ? new Answer(401, "", "", Map.of(), false) : new Normal());
		Program.Result stopped = this.program.importing(rows(BOTH[1], BOTH[0]), "--concurrency", "1");
		assertThat(stopped.exit()).as(stopped.err()).isEqualTo(77);
		this.sandbox.setFaultPolicy((request) -> new Normal());
	}

	private Program.Result plan(String... rows) throws IOException {
		Program.Result planned = olga("plan", rows(rows).toString(), "--output", this.program.output().toString());
		assertThat(planned.exit()).as(planned.err()).isZero();
		return planned;
	}

	private Program adas() {
		return new Program(this.folder, this.sandbox.url(), this.sandbox.addKey("ada.admin@sandbox.example"));
	}

	private Program.Result ada(String... arguments) {
		return adas().run(arguments);
	}

	private Program.Result olga(String... arguments) {
		return this.program.run(arguments);
	}

	private long writes() {
		return Stream.of("POST", "PUT", "DELETE").mapToLong(this.sandbox.traffic()::sent).sum();
	}

	private JsonNode summary() throws IOException {
		return JsonMapper.shared().readTree(Files.readString(this.program.output().resolve("summary.json")));
	}

	private List<Map<String, String>> audit() throws IOException {
		Path file = this.folder.resolve("audit.csv");
		Files.deleteIfExists(file);
		Program.Result written = this.program.run("audit", file.toString());
		assertThat(written.exit()).as(written.err()).isZero();
		return Report.read(file).rows();
	}

	private Path rows(String... rows) throws IOException {
		return Files.writeString(this.folder.resolve("rows.csv"),
				"operation,groupName,groupManager,members\n" + String.join("\n", rows) + "\n");
	}

}
