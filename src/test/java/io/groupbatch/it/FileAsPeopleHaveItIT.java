package io.groupbatch.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.sandbox.state.Person;
import io.groupbatch.support.Folders;
import io.groupbatch.support.HoldFrom;
import io.groupbatch.support.Program;
import io.groupbatch.support.StandardPortal;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Headings and people as HR has them, from the first refusal to the last row.
 */
class FileAsPeopleHaveItIT extends StandardPortal {

	private static final String FILE = """
			Team,Chef,Leute
			Team A,"Muster, Anna",Ben Okafor;carla.rossi@old.example
			Team B,gina.guest@sandbox.example,=Nobody;Ben Okafor
			""";

	private static final String[] OPTIONS = { "--operation", "create", "--map", "Team=groupName", "--map",
			"Chef=manager", "--map", "Leute=members" };

	@Test
	void headingsThatAreNotKnownAreAnsweredWithTheOptionsThatHelp() throws IOException {
		Path file = file("x.csv", "Team,Name,Department\nTeam A,x,y\n");

		Program.Result refused = this.program.importing(file, "--operation", "create");
		assertThat(refused.exit()).isEqualTo(65);
		assertThat(refused.err()).contains("Row 1, Name: ", "--map Name=groupName", "--map Team=FIELD",
				"--ignore-column Department");

		Program.Result mapped = this.program.importing(file, "--operation", "create", "--map", "Name=groupName",
				"--ignore-other-columns");
		assertThat(mapped.exit()).isZero();
		assertThat(mapped.err()).contains("\"Name\" → groupName · ignored: \"Team\", \"Department\"");
	}

	@Test
	void peopleToFixIsTheUserMapOnceItIsFilledIn() throws IOException {
		Path file = file("hr.csv", FILE);

		Program.Result refused = this.program.importing(file, OPTIONS);

		assertThat(refused.exit()).isEqualTo(65);
		assertThat(refused.out()).contains("5 people of the file could not be matched or added",
				this.program.output().resolve("people-to-fix.csv").toString(), "give it with --user-map");
		List<CSVRecord> toFix = csv(this.program.output().resolve("people-to-fix.csv"));
		assertThat(toFix).extracting((line) -> String.join("|", line.toList()))
			.containsExactly("\uFEFFfrom|to|reason|didYouMean|groups|rows", "'=Nobody||no such user||Team B|3",
					"Ben Okafor||no such user|ben.okafor@sandbox.example|Team A; Team B|2 3",
					"Muster, Anna||no such user|anna.muster@sandbox.example|Team A|2",
					"carla.rossi@old.example||no such user|carla.rossi@sandbox.example|Team A|2",
					"gina.guest@sandbox.example||a guest||Team B|3");
		assertThat(this.program.output().resolve("people-to-fix.csv.unfinished")).doesNotExist();

		Path users = file("users.csv", fill(toFix, Map.of("'=Nobody", "elif.yilmaz@sandbox.example",
				"gina.guest@sandbox.example", "ada.admin@sandbox.example")));
		Program.Result mended = this.program.importing(file, with("--user-map", users.toString()));
		assertThat(mended.exit()).as(mended.err()).isZero();
		assertThat(mended.out()).doesNotContain("people-to-fix.csv");
		assertThat(this.sandbox.groups("Team B").get(0)).satisfies((group) -> {
			assertThat(group.managerEmail()).isEqualTo("ada.admin@sandbox.example");
			assertThat(group.memberEmails()).containsExactlyInAnyOrder("ada.admin@sandbox.example",
					"elif.yilmaz@sandbox.example", "ben.okafor@sandbox.example");
		});
	}

	@Test
	void aListThatIsNotFilledInLeavesEverybodyOutAndSaysSo() throws IOException {
		Path file = file("hr.csv", FILE);
		this.program.importing(file, OPTIONS);
		Path users = Files.copy(this.program.output().resolve("people-to-fix.csv"), this.folder.resolve("users.csv"));

		Program.Result left = this.program.importing(file, with("--user-map", users.toString()));

		assertThat(left.exit()).isEqualTo(1);
		assertThat(left.out()).contains("Complete your user map.");
		assertThat(this.program.report().rows()).hasSize(2).allSatisfy((row) -> {
			assertThat(row).containsEntry("status", "PARTIAL").containsEntry("code", "USER_LEFT_OUT");
			assertThat(row.get("message")).contains("Ben Okafor (left out by the user map)");
		});
	}

	@Test
	void aRunGoesOnWithItsMapsWhenTheirFilesAreGone() throws IOException, InterruptedException {
		Path file = file("hr.csv", FILE);
		Path map = file("map.txt", "Team = groupName\nChef = manager\nLeute = members\n");
		Path users = file("users.csv", """
				from,to
				"Muster, Anna",anna.muster@sandbox.example
				ben okafor,wrong@case
				Ben Okafor,ben.okafor@sandbox.example
				carla.rossi@old.example,carla.rossi@sandbox.example
				""");
		HoldFrom hold = new HoldFrom(1, (request) -> request.path().contains("/people/filter"), true);
		this.sandbox.setFaultPolicy(hold);
		Program.Running running = this.program.start(file, "--operation", "create", "--map-file", map.toString(),
				"--user-map", users.toString(), "--on-unknown-user", "leave-out");
		hold.awaitHeld();
		running.kill();
		this.sandbox.setFaultPolicy(FaultPolicy.none());
		hold.release();
		Files.delete(file);
		Files.delete(map);
		Files.delete(users);

		Program.Result resumed = this.program.run("resume", "1");

		assertThat(resumed.exit()).as(resumed.err()).isEqualTo(1);
		assertThat(this.program.report().rows()).extracting((row) -> row.get("status") + " " + row.get("code"))
			.containsExactly("SUCCEEDED CREATED", "PARTIAL USER_MISSING");
		String report = Files.readString(this.program.output().resolve("report.csv"));
		assertThat(this.program.run("report", "1").exit()).isZero();
		assertThat(this.program.output().resolve("report.csv")).hasContent(report);
	}

	@Test
	void otherMapsAreAnotherRunTheSameOnesAreNot() throws IOException {
		Path file = file("hr.csv", "Team,Leute\nTeam A,anna.muster@sandbox.example\n");
		String[] base = { "--operation", "create", "--map", "Team=groupName" };
		Path users = file("users.csv", "from,to\nAnna,anna.muster@sandbox.example\n");
		Path map = file("map.txt", "# as before\nLeute = members\nTeam=groupName\n");

		assertThat(this.program.importing(file, base(base, "--map", "Leute=members", "--user-map", users.toString()))
			.exit()).isZero();
		file("users.csv", "to,from,why\nanna.muster@sandbox.example,Anna,x\n");
		Program.Result same = this.program.importing(file,
				base(base, "--map-file", map.toString(), "--user-map", users.toString()));
		assertThat(same.exit()).isZero();
		assertThat(same.err()).contains("Run 1 imported this file");

		file("users.csv", "from,to\nAnna,ben.okafor@sandbox.example\n");
		Program.Result other = this.program.importing(file,
				base(base, "--map", "Leute=members", "--user-map", users.toString()));
		assertThat(other.exit()).isEqualTo(65);
		assertThat(other.err()).contains("There is a group \"Team A\" already");
	}

	@Test
	void peopleAreListedForASpreadsheetOrAsTheyAre() throws IOException {
		Folders.delete(this.program.state());
		this.sandbox.add(Person.of("=cmd", "Jürgen & Ömer", "+plus@sandbox.example"));
		Path file = this.folder.resolve("people.csv");

		Program.Result listed = this.program.run("people", file.toString());

		assertThat(listed.exit()).as(listed.err()).isZero();
		assertThat(listed.out()).isEmpty();
		List<CSVRecord> lines = csv(file);
		assertThat(lines).hasSize(this.sandbox.people().size() + 1);
		assertThat(listed.err()).contains((lines.size() - 1) + " users of " + this.sandbox.url());
		assertThat(lines.get(0).toList()).containsExactly("email", "id", "name", "type", "status");
		assertThat(lines).extracting((line) -> line.get(0) + " " + line.get(2) + " " + line.get(3) + " " + line.get(4))
			.contains("'+plus@sandbox.example '=cmd Jürgen & Ömer user active",
					"owner@sandbox.example Olga Owner owner active",
					"gina.guest@sandbox.example Gina Guest guest active",
					"dora.disabled@sandbox.example Dora Disabled user disabled",
					"ada.admin@sandbox.example Ada Admin admin active",
					"rosa.rooms@sandbox.example Rosa Rooms room-admin active",
					"ivan.invited@sandbox.example Ivan Invited user invited");
		assertThat(this.folder.resolve("people.csv.unfinished")).doesNotExist();
		assertThat(this.program.state()).doesNotExist();

		Program.Result raw = this.program.run("people", "--raw");
		assertThat(raw.out()).startsWith("email,id,name,type,status\n")
			.contains("\n+plus@sandbox.example,", ",=cmd Jürgen & Ömer,");
	}

	/** A device is stood in for by a pipe, which is no file to be replaced either. */
	@Test
	@EnabledOnOs(OS.LINUX)
	void onlyAFileIsReplacedAndOnlyWhenThatIsSaid() throws IOException, InterruptedException {
		Path file = file("people.csv", "precious");
		Path link = Files.createSymbolicLink(this.folder.resolve("link.csv"), file);
		for (String command : List.of("people", "export", "audit")) {
			assertThat(this.program.run(command, file.toString()).exit()).isEqualTo(73);
			assertThat(this.program.run(command, link.toString()).err()).contains("already exists", "--force");
		}
		assertThat(file).hasContent("precious");

		assertThat(this.program.run("people", link.toString(), "--force").exit()).isZero();
		assertThat(link).isSymbolicLink();
		assertThat(file).content().contains("anna.muster@sandbox.example");

		Path pipe = this.folder.resolve("pipe");
		assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
		for (String command : List.of("people", "export", "audit")) {
			Path read = this.folder.resolve(command + ".txt");
			Process reader = new ProcessBuilder("cat", pipe.toString()).redirectOutput(read.toFile()).start();
			assertThat(this.program.run(command, pipe.toString()).exit()).isZero();
			assertThat(reader.waitFor()).isZero();
			assertThat(read).isNotEmptyFile();
			assertThat(Files.isRegularFile(pipe)).isFalse();
		}
	}

	@Test
	void whatIsThereStaysWhenTheListCannotBeRead() throws IOException {
		Path file = file("people.csv", "precious");
		String revoked = this.sandbox.addKey("owner@sandbox.example");
		this.sandbox.revoke(revoked);
		Program stranger = new Program(this.folder, this.sandbox.url(), revoked);

		assertThat(stranger.run("people", file.toString(), "--force").exit()).isEqualTo(77);
		this.sandbox.close();
		assertThat(this.program.run("people", this.folder.resolve("none/people.csv").toString()).exit()).isEqualTo(73);

		assertThat(file).hasContent("precious");
		assertThat(this.folder.resolve("people.csv.unfinished")).doesNotExist();
	}

	@ParameterizedTest
	@ValueSource(strings = { "onboarding", "memberships" })
	void aTemplateIsImportedAsItIs(String kind) {
		Path file = this.folder.resolve("template.csv");
		assertThat(this.program.run("template", kind, file.toString()).exit()).isZero();

		Program.Result imported = this.program.importing(file);

		assertThat(imported.exit()).as(imported.err()).isZero();
		assertThat(this.program.report().counts()).containsOnlyKeys("SUCCEEDED");
	}

	private String[] with(String... options) {
		return base(OPTIONS, options);
	}

	private static String[] base(String[] base, String... options) {
		return Stream.concat(Stream.of(base), Stream.of(options)).toArray(String[]::new);
	}

	private Path file(String name, String text) throws IOException {
		return Files.writeString(this.folder.resolve(name), text);
	}

	/** Takes what is suggested, and these for the others. */
	private static String fill(List<CSVRecord> lines, Map<String, String> others) throws IOException {
		StringBuilder filled = new StringBuilder();
		for (CSVRecord line : lines) {
			String[] cells = line.values().clone();
			if (line.getRecordNumber() > 1) {
				cells[1] = others.getOrDefault(cells[0], cells[3]);
			}
			CSVFormat.RFC4180.printRecord(filled, (Object[]) cells);
		}
		return filled.toString();
	}

	private static List<CSVRecord> csv(Path file) throws IOException {
		try (CSVParser csv = CSVParser.parse(file, StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
			return csv.getRecords();
		}
	}

}
