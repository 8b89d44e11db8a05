package io.groupbatch.it;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.groupbatch.sandbox.fault.FaultPolicy.Cut;
import io.groupbatch.sandbox.fault.FaultPolicy.Normal;
import io.groupbatch.support.Program;
import io.groupbatch.support.Program.Result;
import io.groupbatch.support.Report;
import io.groupbatch.support.StandardPortal;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How the groups stand after a run, and its rows that are to be fixed or still open.
 */
class FilesBesideTheReportIT extends StandardPortal {

	@Test
	void everyGroupIsToldWithWhomItHasAndWhomItLacks() throws IOException {
		importing("create,Alpha,anna.muster@sandbox.example,ben.okafor@sandbox.example;gina.guest@sandbox.example",
				"create,Alpha,,carla.rossi@sandbox.example", "upsert,Support,,", "delete,Old Hands,,", "get,Nowhere,,");

		List<Map<String, String>> groups = groups();

		assertThat(groups).extracting((group) -> group.get("groupName"))
			.containsExactlyInAnyOrder("Alpha", "Support", "Old Hands", "Nowhere");
		assertThat(group(groups, "Alpha")).containsEntry("status", "PARTIAL")
			.containsEntry("groupManager", "anna.muster@sandbox.example")
			.containsEntry("wanted", "4")
			.containsEntry("present", "3")
			.containsEntry("missing", "gina.guest@sandbox.example")
			.containsEntry("url",
					this.sandbox.url() + "/accounts/groups/" + this.sandbox.groups("Alpha").get(0).id() + "/filter");
		assertThat(group(groups, "Alpha").get("members")).contains("ben.okafor@sandbox.example",
				"carla.rossi@sandbox.example");
		assertThat(group(groups, "Support")).containsEntry("status", "UNCHANGED");
		assertThat(group(groups, "Support").get("members")).contains("carla.rossi@sandbox.example");
		assertThat(group(groups, "Nowhere")).containsEntry("status", "INVALID").containsEntry("groupId", "");
	}

	@Test
	void theFailedRowsAreMendedAndImportedAsTheClosingLinesSay() throws IOException {
		Path file = this.folder.resolve("teams.csv");
		Files.write(file, "Gruppe;Mitglieder\nAlpha;ben.okafor@sandbox.example,müller@sandbox.example\nBeta;\n"
			.getBytes(Charset.forName("windows-1252")));
		Result first = this.program.importing(file, "--charset", "windows-1252", "--operation", "create", "--map",
				"Gruppe=groupName", "--map", "Mitglieder=members", "--on-unknown-user", "leave-out");
		Path failed = this.program.output().resolve("failed.csv");
		String mended = Files.readString(failed, Charset.forName("windows-1252"))
			.replace("müller@sandbox.example", "carla.rossi@sandbox.example");
		assertThat(mended).startsWith("Gruppe;Mitglieder;operation;groupId;status;code;message\nAlpha;")
			.doesNotContain("Beta");
		Files.write(failed, mended.getBytes(Charset.forName("windows-1252")));

		Result second = this.program.run(arguments(first, this.folder.resolve("second").toString()));

		assertThat(second.exit()).isZero();
		assertThat(second.out()).contains("Run 2, which fixes run 1: 1 SUCCEEDED");
		assertThat(this.sandbox.groups("Alpha")).singleElement()
			.satisfies((group) -> assertThat(group.memberEmails()).contains("ben.okafor@sandbox.example",
					"carla.rossi@sandbox.example"));
	}

	@Test
	void aColumnOfOnesOwnThatIsCalledStatusStays() throws IOException {
		Path file = Files.writeString(this.folder.resolve("teams.csv"),
				"groupName,members,Status\nAlpha,nobody@sandbox.example,active\n");
		this.program.importing(file, "--on-invalid", "skip");
		Path failed = this.program.output().resolve("failed.csv");
		assertThat(Files.readAllLines(failed).get(0)).isEqualTo("groupName,members,Status,status,code,message");

		Path again = Files.copy(failed, this.folder.resolve("again.csv"));
		this.program.importing(again, "--on-invalid", "skip");

		assertThat(Files.readAllLines(failed)).first().isEqualTo("groupName,members,Status,status,code,message");
		assertThat(Files.readAllLines(failed).get(1)).startsWith("Alpha,nobody@sandbox.example,active,INVALID,");
	}

	@Test
	void aMendedFileIsNotOverwrittenByItsOwnRun() throws IOException {
		importing("create,Alpha,,gina.guest@sandbox.example");
		Path failed = this.program.output().resolve("failed.csv");
		byte[] before = Files.readAllBytes(failed);

		Result second = this.program.importing(failed);

		assertThat(second.exit()).isEqualTo(64);
		assertThat(second.err()).contains("failed.csv would be overwritten", "--output");
		assertThat(failed).hasBinaryContent(before);
	}

	@Test
	void openRowsAreListedCannotBeImportedAndGoAwayWhenTheyAreDone() throws IOException {
		this.sandbox.setFaultPolicy((request) -> request.method().equals("PUT") ? new Cut(false) : new Normal());
		importing("update,Sales,ada.admin@sandbox.example,", "update,Sales,anna.muster@sandbox.example,");
		Path open = this.program.output().resolve("open.csv");
		assertThat(Report.read(open).rows()).extracting((row) -> row.get("status"))
			.containsExactly("UNKNOWN", "NOT_SENT");

		Result imported = this.program.run("import", open.toString(), "--output", this.folder.resolve("x").toString());
		assertThat(imported.exit()).isEqualTo(65);
		assertThat(imported.err()).contains("run that is not finished", "resume");

		this.sandbox.setFaultPolicy((request) -> new Normal());
		assertThat(this.program.run("resume", "1", "--settle", Program.SETTLE).exit()).isZero();
		assertThat(open).doesNotExist();
	}

	@Test
	void aRefusedFileIsMendedItself() throws IOException {
		importing("create,Alpha,,", "delete,Nowhere,,");
		assertThat(this.program.output().resolve("failed.csv")).exists();

		Result refused = this.program.importing(file("update,Nowhere,,"), "--rerun");

		assertThat(refused.exit()).isEqualTo(65);
		assertThat(this.program.output().resolve("failed.csv")).doesNotExist();
		assertThat(this.program.output().resolve("groups.csv")).doesNotExist();
	}

	/** What the line "Rows to fix" says to type, but for another output folder. */
	private static String[] arguments(Result result, String output) {
		String command = result.out()
			.lines()
			.filter((line) -> line.startsWith("Rows to fix"))
			.findFirst()
			.orElseThrow()
			.split("; then: ./run.sh ", 2)[1];
		return (command.split(" --state ", 2)[0] + " --output " + output).replace("'", "").split(" ");
	}

	private static Map<String, String> group(List<Map<String, String>> groups, String name) {
		return groups.stream().filter((group) -> group.get("groupName").equals(name)).findFirst().orElseThrow();
	}

	private List<Map<String, String>> groups() {
		return Report.read(this.program.output().resolve("groups.csv")).rows();
	}

	private void importing(String... rows) throws IOException {
		this.program.importing(file(rows), "--on-invalid", "skip", "--on-unknown-user", "leave-out");
	}

	private Path file(String... rows) throws IOException {
		return Files.writeString(this.folder.resolve("groups-" + rows.length + ".csv"),
				"operation,groupName,groupManager,members\n" + String.join("\n", rows) + "\n");
	}

}
