package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.groupbatch.support.JournalEdit;
import io.groupbatch.support.Program.Result;
import io.groupbatch.support.Report;
import io.groupbatch.support.StandardPortal;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The audit says what was changed, stays as it was, and shows when it was touched.
 */
class AuditIT extends StandardPortal {

	private static final Pattern HEAD = Pattern.compile("[0-9a-f]{64}");

	@Test
	void everyChangeIsThereWithWhoAndWhatBeforeAndAfter() throws IOException {
		importing("a.csv", "create,=Alpha,anna.muster@sandbox.example,ben.okafor@sandbox.example",
				"update,Sales,ben.okafor@sandbox.example,", "remove-members,Support,,carla.rossi@sandbox.example",
				"delete,Old Hands,,", "get,Sales,,", "upsert,Engineering,,");

		List<Map<String, String>> lines = audit();

		assertThat(lines).extracting((line) -> line.get("operation"))
			.containsExactlyInAnyOrder("create", "update", "remove-members", "delete");
		assertThat(lines).allSatisfy((line) -> assertThat(line).containsEntry("status", "SUCCEEDED")
			.containsEntry("portal", this.sandbox.url().toString())
			.containsEntry("osUser", System.getProperty("user.name"))
			.containsEntry("note", "TICKET-7")
			.hasEntrySatisfying("account", (account) -> assertThat(account).startsWith("Olga Owner <"))
			.hasEntrySatisfying("time", (time) -> assertThat(time).endsWith("Z"))
			.hasEntrySatisfying("sha256", (hash) -> assertThat(hash).matches(HEAD)));
		assertThat(line(lines, "create")).containsEntry("nameBefore", "").containsEntry("nameAfter", "'=Alpha");
		assertThat(line(lines, "create").get("managerAfter")).startsWith("anna.muster@sandbox.example <");
		assertThat(line(lines, "create").get("membersAdded")).startsWith("ben.okafor@sandbox.example <");
		assertThat(line(lines, "update").get("managerBefore")).startsWith("anna.muster@sandbox.example <");
		assertThat(line(lines, "update").get("managerAfter")).startsWith("ben.okafor@sandbox.example <");
		assertThat(line(lines, "remove-members").get("membersRemoved")).startsWith("carla.rossi@sandbox.example <");
		assertThat(line(lines, "delete")).containsEntry("nameBefore", "Old Hands").containsEntry("nameAfter", "");
	}

	@Test
	void whatARunPrintedVouchesForTheFileAlsoAfterFurtherRunsAndAPurge() throws IOException {
		String head = head(importing("a.csv", "create,Alpha,,ben.okafor@sandbox.example", "create,Beta,,"));
		importing("b.csv", "delete,Alpha,,");
		this.program.run("runs", "purge", "--keep", "0");
		audit();

		Result checked = check("--head", head);

		assertThat(checked.exit()).isZero();
		assertThat(checked.out()).contains("2 lines unchanged", "does not cover the 1 after it");
	}

	@Test
	void anAlteredARemovedASwappedLineAndACutEndAreFound() throws IOException {
		String head = head(importing("a.csv", "create,Alpha,,ben.okafor@sandbox.example", "create,Beta,,",
				"create,Gamma,,", "create,Delta,,"));
		audit();
		assertThat(check("--head", head).exit()).isZero();

		assertBroken((lines) -> with(lines, 2, lines.get(2).replace("Beta", "Bela")), "Line 3", "altered", head);
		assertBroken((lines) -> without(lines, 2), "Line 3", "removed", head);
		assertBroken((lines) -> swapped(lines, 2, 3), "Line 3", "moved", head);
		assertBroken((lines) -> without(lines, lines.size() - 1), "No line has the head", "missing", head);
	}

	@Test
	void oneLineForEachPersonWhoCameOrWent() throws IOException {
		importing("a.csv", "create,Alpha,,ben.okafor@sandbox.example;carla.rossi@sandbox.example",
				"remove-members,Support,,carla.rossi@sandbox.example");

		List<Map<String, String>> lines = audit("--format", "memberships");

		assertThat(lines).extracting((line) -> line.get("change"))
			.containsExactlyInAnyOrder("added", "added", "removed");
		assertThat(check().exit()).isZero();
	}

	@Test
	void aMoveIsToldOfBothGroupsAndASetOfWhomItRemoved() throws IOException {
		Path file = Files.writeString(this.folder.resolve("m.csv"), """
				operation,groupName,members,targetGroup
				move-members,Support,,Sales
				set-members,Engineering,carla.rossi@sandbox.example,
				""");
		assertThat(this.program.importing(file, "--max-removals", "100%").exit()).isZero();

		List<Map<String, String>> lines = audit();

		assertThat(lines).extracting((line) -> line.get("nameAfter"))
			.containsExactlyInAnyOrder("Support", "Sales", "Engineering");
		assertThat(lines).filteredOn((line) -> line.get("nameAfter").equals("Sales"))
			.singleElement()
			.satisfies((line) -> assertThat(line.get("membersAdded")).contains("@sandbox.example"));
		assertThat(lines).filteredOn((line) -> !line.get("nameAfter").equals("Sales"))
			.allSatisfy((line) -> assertThat(line.get("membersRemoved")).contains("@sandbox.example"));
	}

	@Test
	void onlyThePeriodAndThePortalThatAreWanted() throws IOException {
		importing("a.csv", "create,Alpha,,");

		assertThat(audit("--to", "2020-01-01")).isEmpty();
		assertThat(audit("--from", "2020-01-01")).hasSize(1);
		assertThat(audit("--portal", "https://elsewhere.example.com")).isEmpty();
		assertThat(Files.readString(this.folder.resolve("audit.csv.about.txt")))
			.contains("https://elsewhere.example.com", "Lines:   0");
	}

	@Test
	void aRunIsInTheRecordWhenItsJobHasEndedAlsoThatOfASandbox() throws IOException {
		Path file = Files.writeString(this.folder.resolve("s.csv"), "operation,groupName\ncreate,Alpha\n");
		assertThat(this.program.run("import", file.toString(), "--sandbox", "--note", "TICKET-8").exit()).isZero();
		JournalEdit.change(this.program.state().resolve("sandbox"), "UPDATE run SET note = 'changed later'");

		assertThat(audit("--include-sandbox")).isNotEmpty()
			.allSatisfy((line) -> assertThat(line).containsEntry("note", "TICKET-8"));
	}

	private void assertBroken(UnaryOperator<List<String>> change, String where, String what, String head)
			throws IOException {
		Path file = this.folder.resolve("audit.csv");
		List<String> lines = Files.readAllLines(file);
		Files.write(file, change.apply(new ArrayList<>(lines)));
		Result checked = check("--head", head);
		Files.write(file, lines);
		assertThat(checked.exit()).isEqualTo(2);
		assertThat(checked.out()).contains(where, what);
	}

	private static List<String> with(List<String> lines, int place, String line) {
		lines.set(place, line);
		return lines;
	}

	private static List<String> without(List<String> lines, int place) {
		lines.remove(place);
		return lines;
	}

	private static List<String> swapped(List<String> lines, int one, int other) {
		Collections.swap(lines, one, other);
		return lines;
	}

	private static Map<String, String> line(List<Map<String, String>> lines, String operation) {
		return lines.stream().filter((line) -> line.get("operation").equals(operation)).findFirst().orElseThrow();
	}

	private List<Map<String, String>> audit(String... options) {
		Path file = this.folder.resolve("audit.csv");
		List<String> arguments = new ArrayList<>(List.of("audit", file.toString(), "--force"));
		arguments.addAll(List.of(options));
		assertThat(this.program.run(arguments.toArray(String[]::new)).exit()).isZero();
		return Report.read(file).rows();
	}

	private Result check(String... options) {
		List<String> arguments = new ArrayList<>(
				List.of("audit", "--check", this.folder.resolve("audit.csv").toString()));
		arguments.addAll(List.of(options));
		return this.program.run(arguments.toArray(String[]::new));
	}

	private static String head(Result imported) {
		Matcher line = Pattern.compile("Audit record up to here: (" + HEAD + ")").matcher(imported.out());
		assertThat(line.find()).isTrue();
		return line.group(1);
	}

	private Result importing(String name, String... rows) throws IOException {
		Path file = Files.writeString(this.folder.resolve(name),
				"operation,groupName,groupManager,members\n" + String.join("\n", rows) + "\n");
		return this.program.importing(file, "--note", "TICKET-7");
	}

}
