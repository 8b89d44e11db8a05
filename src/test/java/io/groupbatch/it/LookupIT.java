package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.sandbox.Seed;
import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.sandbox.log.RecordedRequest;
import io.groupbatch.sandbox.state.CaseFolding;
import io.groupbatch.sandbox.state.Person;
import io.groupbatch.support.HoldFrom;
import io.groupbatch.support.JournalEdit;
import io.groupbatch.support.Program;
import io.groupbatch.support.Scene;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A name or an address that is there is found, though the portal's own search misses it.
 */
class LookupIT {

	private static final String MEMBER = "anna.muster@sandbox.example";

	@TempDir
	private Path folder;

	private Sandbox sandbox;

	private Program program;

	@AfterEach
	void stopPortal() {
		this.sandbox.close();
	}

	@ParameterizedTest
	@CsvSource({ "TURKISH, Team INFRA", "TURKISH, IT", "TURKISH, III", "TURKISH, İÇ İŞLER", "C, Übersicht Team",
			"C, ÄÖÜ", "C, ОТДЕЛ", "C, Team ÖST Ä", "ALIKE, 100%_\\'", "ALIKE, ' Sale '", "TURKISH, ' IÎ '" })
	void theSameFileEveryNightMakesOneGroup(CaseFolding fold, String name) throws IOException {
		start(fold);
		Path file = file("groupName,members", "\"" + name + "\"," + MEMBER);

		for (int night = 1; night <= 3; night++) {
			Program.Result imported = this.program.importing(file);

			assertThat(imported.exit()).as(imported.err()).isZero();
			assertThat(this.program.report().rows().get(0)).containsEntry("status",
					(night == 1) ? "SUCCEEDED" : "UNCHANGED");
		}
		assertThat(this.sandbox.groups(name)).hasSize(1);
		assertThat(this.sandbox.traffic().sent("POST")).isEqualTo(1);
	}

	@ParameterizedTest
	@EnumSource(CaseFolding.class)
	void everyOperationFindsItsGroup(CaseFolding fold) throws IOException {
		start(fold);
		Scene.group(this.sandbox, "GRUP IÄ", null, List.of());
		Scene.group(this.sandbox, "ZIEL Ö", null, List.of());

		Program.Result imported = this.program.importing(
				file("operation,groupName,newGroupName,members,targetGroup", "add-members,GRUP IÄ,," + MEMBER + ",",
						"move-members,GRUP IÄ,,,ZIEL Ö", "delete,GRUP IÄ,,,", "update,ZIEL Ö,IÜ,,"));

		assertThat(imported.exit()).as(imported.err()).isZero();
		assertThat(this.sandbox.groups("GRUP IÄ")).isEmpty();
		assertThat(this.sandbox.groups("IÜ").get(0).memberEmails()).containsExactly(MEMBER);
	}

	@ParameterizedTest
	@CsvSource({ "TURKISH, Team INFRA", "C, ÜÖÄ", "C, Übersicht" })
	void aTakenNameIsRefused(CaseFolding fold, String name) throws IOException {
		start(fold);
		Scene.group(this.sandbox, name, null, List.of());

		Program.Result imported = this.program.importing(file("operation,groupName", "create," + name));

		assertThat(imported.exit()).isEqualTo(65);
		assertThat(this.program.report().rows().get(0)).containsEntry("code", "NAME_TAKEN");
	}

	@ParameterizedTest
	@CsvSource({ "TURKISH, Team INFRA", "TURKISH, IT", "C, ÜÖÄ", "C, Übersicht" })
	void aCreateWhoseAnswerIsLostIsFound(CaseFolding fold, String name) throws IOException {
		start(fold);
		loseTheFirstWrite();

		Program.Result imported = this.program
			.importing(file("operation,groupName,members", "create," + name + "," + MEMBER));

		assertThat(imported.exit()).as(imported.err()).isZero();
		assertThat(this.program.report().rows().get(0)).containsEntry("code", "ADOPTED");
		assertThat(this.sandbox.groups(name)).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "TURKISH, Team INFRA, none", "C, ÜÖÄ, none", "C, Übersicht, none", "C, Übersicht, Sales" })
	void applySeesThatANameIsNotFreeAnyMore(CaseFolding fold, String name, String changed) throws IOException {
		start(fold);
		Path file = file("operation,groupName,newGroupName", "create," + name + ",",
				changed.equals("none") ? "get,Support," : "update," + changed + ",Sold");
		this.program.run("plan", file.toString(), "--output", this.program.output().toString());
		Scene.group(this.sandbox, name, null, List.of());

		Program.Result applied = this.program.run("apply", "--yes");

		assertThat(applied.exit()).as(applied.err()).isEqualTo(4);
		assertThat(applied.out() + applied.err()).contains("There is a group \"" + name + "\" now.");
		assertThat(this.sandbox.groups(name)).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "TURKISH, Team INFRA", "TURKISH, IT", "C, ÜÖÄ", "C, Übersicht" })
	void anOldPlanLooksForTheName(CaseFolding fold, String name) throws IOException {
		start(fold);
		String key = this.sandbox.addKey("owner@sandbox.example");
		AtomicBoolean first = new AtomicBoolean(true);
		this.sandbox.setFaultPolicy((request) -> {
			if (HoldFrom.isWrite(request) && first.getAndSet(false)) {
				this.sandbox.revoke(key);
			}
			return new FaultPolicy.Normal();
		});
		new Program(this.folder, this.sandbox.url(), key).importing(
				file("operation,groupName,newGroupName", "update,Sales,Sales 2", "create," + name + ","),
				"--concurrency", "1");
		Scene.group(this.sandbox, name, null, List.of());
		JournalEdit.age(this.program.state(), 11);

		this.program.run("resume", "1", "--settle", Program.SETTLE);

		assertThat(this.program.report().rows()).anySatisfy((row) -> assertThat(row).containsEntry("groupName", name)
			.containsEntry("status", "FAILED")
			.containsEntry("code", "NAME_TAKEN"));
		assertThat(this.sandbox.groups(name)).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "TURKISH, INT, 'INTRANET|Intern|The INTERNs'", "C, äö, 'ÄÖ|äö 2|xÄöx'", "C, ÄÖ, 'ÄÖ|äö 2'",
			"ALIKE, %, '100%|%'" })
	void anExportFiltersByItself(CaseFolding fold, String filter, String names) throws IOException {
		start(fold);
		Stream.of(names.split("\\|", -1)).forEach((name) -> Scene.group(this.sandbox, name, null, List.of()));
		Path target = this.folder.resolve("groups.csv");

		Program.Result exported = this.program.run("export", target.toString(), "--filter", filter);

		assertThat(exported.exit()).as(exported.err()).isZero();
		List<String> lines = Files.readAllLines(target);
		assertThat(lines).hasSize(1 + names.split("\\|", -1).length);
		assertThat(lines.subList(1, lines.size())).extracting((line) -> line.split(",", -1)[1])
			.containsExactlyInAnyOrder(names.split("\\|", -1));
	}

	@ParameterizedTest
	@CsvSource({ "TURKISH, IVAN.I@sandbox.example", "C, JÖRG.Ä@sandbox.example", "C, jÖrg_x%@sandbox.example" })
	void aPersonIsFoundByTheAddress(CaseFolding fold, String email) throws IOException {
		start(fold);
		Person person = this.sandbox.add(Person.of("New", "Person", email));
		Scene.group(this.sandbox, "Of the person", person, List.of());

		for (UnaryOperator<String> spelled : List.<UnaryOperator<String>>of((text) -> text.toLowerCase(Locale.ROOT),
				(text) -> text.toUpperCase(Locale.ROOT))) {
			Program.Result imported = this.program.importing(
					file("operation,groupName,members", "add-members,Support," + spelled.apply(email)), "--rerun");

			assertThat(imported.exit()).as(imported.err()).isZero();
		}
		assertThat(this.sandbox.groups("Support").get(0).memberEmails()).contains(email);
		Program.Result exported = this.program.run("export", "--managed-by", email.toLowerCase(Locale.ROOT));
		assertThat(exported.exit()).as(exported.err()).isZero();
		assertThat(exported.out()).contains("Of the person");
	}

	@ParameterizedTest
	@CsvSource({ "TURKISH, Team INFRA, warning", "TURKISH, Team Nord, ok", "C, Übersicht, warning",
			"ALIKE, Übersicht, ok" })
	void doctorSaysWhetherThePortalsOwnSearchFindsAGroup(CaseFolding fold, String name, String level) {
		start(fold);
		Scene.group(this.sandbox, name, null, List.of());

		Program.Result examined = this.program.run("doctor");

		assertThat(examined.exit()).isZero();
		assertThat(examined.out()).containsPattern(level + " +Search: the portal (finds|does not find) \"");
		assertThat(examined.out().contains("An import can begin, but see the warnings above."))
			.isEqualTo(level.equals("warning"));
		assertThat(this.sandbox.traffic().writes()).hasSize(1);
	}

	@Test
	void namesThatShareASearchAreOneRequest() throws IOException {
		start(SandboxOptions.standard().withSeed(Seed.of(2000, 2000)));
		long before = this.sandbox.traffic().arrived();

		plan("Übersee Ä", "Übersee Ö", "Übersee Ü", "Team Ä");

		assertThat(searches(before)).containsExactlyInAnyOrder("bersee", "team");
	}

	@Test
	void oneNameThatCannotBeSearchedForReadsAllGroupsAndNothingElse() throws IOException {
		start(SandboxOptions.standard().withSeed(Seed.of(2000, 500)));
		long before = this.sandbox.traffic().arrived();

		plan("Отдел", "Team Nord", "Team Ost");

		assertThat(searches(before)).isEmpty();
		assertThat(paths(before, "/people/filter").stream().filter((path) -> path.contains("startIndex=100")))
			.isEmpty();
		assertThat(paths(before, "/group?sortBy=Title&count=100")).hasSize(5);
	}

	@Test
	void aTextThatIsInManyNamesReadsAllGroupsOnce() throws IOException {
		start(SandboxOptions.standard().withSeed(Seed.of(2000, 2000)));
		long before = this.sandbox.traffic().arrived();

		plan("Group Ä", "Group Ö", "Group Ü", "Group Ï");

		assertThat(searches(before)).containsExactly("group");
		assertThat(paths(before, "/group?sortBy=Title&count=100")).hasSize(20);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 12 })
	void manyLostCreatesThatCannotBeSearchedForShareReadings(int creates) throws IOException {
		start(SandboxOptions.standard().withSeed(Seed.of(20, 1500)));
		this.sandbox.setFaultPolicy(
				(request) -> request.method().equals("POST") ? new FaultPolicy.Cut(true) : new FaultPolicy.Normal());
		String[] rows = Stream
			.concat(Stream.of("operation,groupName"),
					Stream.iterate(1, (i) -> i + 1).limit(creates).map((i) -> "create,ИИ" + (char) ('А' + i)))
			.toArray(String[]::new);
		long before = this.sandbox.traffic().arrived();

		Program.Result imported = this.program.importing(file(rows));

		assertThat(imported.exit()).as(imported.err()).isZero();
		assertThat(this.program.report().counts()).containsOnlyKeys("SUCCEEDED");
		assertThat(this.sandbox.groups()).hasSize(1500 + creates);
		// One page of 15 for the plan, the closing check, and each of the readings.
		assertThat(paths(before, "startIndex=1400").size()).isLessThan(creates + 6);
	}

	private void start(CaseFolding fold) {
		start(SandboxOptions.standard().withFold(fold));
	}

	private void start(SandboxOptions options) {
		this.sandbox = Sandbox.start(options.withRememberedRequests(5000));
		this.program = new Program(this.folder, this.sandbox.url(), this.sandbox.apiKey()).withJournal();
	}

	private void plan(String... names) throws IOException {
		Path file = file(
				Stream.concat(Stream.of("operation,groupName"), Stream.of(names).map((name) -> "create," + name))
					.toArray(String[]::new));
		Program.Result planned = this.program.run("plan", file.toString(), "--output",
				this.program.output().toString());
		assertThat(planned.exit()).as(planned.err()).isZero();
	}

	private List<String> searches(long before) {
		return paths(before, "/group?filterValue=").stream()
			.map((path) -> path.replaceFirst(".*filterValue=([^&]*).*", "$1").replace("%20", " "))
			.distinct()
			.toList();
	}

	private List<String> paths(long before, String part) {
		return this.sandbox.traffic()
			.requests()
			.stream()
			.filter((request) -> request.number() > before)
			.map(RecordedRequest::path)
			.filter((path) -> path.contains(part))
			.toList();
	}

	private void loseTheFirstWrite() {
		AtomicBoolean first = new AtomicBoolean(true);
		this.sandbox.setFaultPolicy((request) -> (HoldFrom.isWrite(request) && first.getAndSet(false))
				? new FaultPolicy.Cut(true) : new FaultPolicy.Normal());
	}

	private Path file(String... lines) throws IOException {
		return Files.write(this.folder.resolve("rows.csv"), List.of(lines));
	}

}
