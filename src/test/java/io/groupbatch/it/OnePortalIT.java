package io.groupbatch.it;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.sandbox.fault.FaultPolicy.Answer;
import io.groupbatch.sandbox.fault.FaultPolicy.Normal;
import io.groupbatch.support.HoldFrom;
import io.groupbatch.support.JournalEdit;
import io.groupbatch.support.Poll;
import io.groupbatch.support.Program;
import io.groupbatch.support.Report;
import io.groupbatch.support.StandardPortal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One portal is one, whatever address leads to it; a run stays with its address unless
 * the portal has moved.
 */
class OnePortalIT extends StandardPortal {

	private static final String[] BOTH = { "create,One,,ben.okafor@sandbox.example",
			"update,Sales,ada.admin@sandbox.example," };

	@ParameterizedTest(name = "the same key {0}")
	@ValueSource(booleans = { true, false })
	void aCreateInDoubtUnderOneAddressHoldsItUpUnderTheOther(boolean sameKey) throws IOException, InterruptedException {
		CountDownLatch late = new CountDownLatch(1);
		killedAtCreate(late);
		lateUntilLookedFor(late);

		String key = sameKey ? this.sandbox.apiKey() : this.sandbox.addKey("ada.admin@sandbox.example");
		Program other = new Program(this.folder, localhost(), key);
		Program.Result second = other.importing(file("two.csv", "create,New,,", "create,Free,,"));

		assertThat(this.sandbox.groups("New")).as(second.err()).hasSize(1);
		assertThat(other.report().rows().get(0)).containsEntry("status", "FAILED").containsEntry("code", "NAME_TAKEN");
		assertThat(other.report().rows().get(1)).containsEntry("status", "SUCCEEDED");
	}

	@Test
	void aDoubtOfAnEarlierVersionCountsUnderAnotherAddressToo() throws IOException, InterruptedException {
		CountDownLatch late = new CountDownLatch(1);
		killedAtCreate(late);
		JournalEdit.change(this.program.state(), "DELETE FROM portal_sign", "UPDATE run SET sender = NULL");
		lateUntilLookedFor(late);

		Program other = new Program(this.folder, localhost(), this.sandbox.apiKey());
		other.importing(file("two.csv", "create,New,,"));

		assertThat(this.sandbox.groups("New")).hasSize(1);
	}

	@Test
	void aRunIsNotGoneOnWithAtAnotherAddressUntilAPersonSaysThatThePortalHasMoved() throws IOException {
		interrupted();

		Program.Result resumed = moved("resume", "1", "--settle", Program.SETTLE);
		assertThat(resumed.exit()).as(resumed.err()).isEqualTo(78);
		assertThat(resumed.err()).contains(this.sandbox.url().toString(), localhost().toString(), "--portal-moved");
		assertThat(this.sandbox.groups("One")).isEmpty();

		Program.Result told = moved("resume", "1", "--settle", Program.SETTLE, "--portal-moved");
		assertThat(told.exit()).as(told.err()).isZero();
		assertThat(told.err()).contains("Portal: " + localhost());
		assertThat(this.sandbox.groups("One")).hasSize(1);
		assertThat(audit()).extracting((line) -> line.get("portal"))
			.as("each line with the address by which it was sent")
			.contains(this.sandbox.url().toString(), localhost().toString());
	}

	@Test
	void aPlanIsAppliedWhereThePortalHasMovedTo() throws IOException {
		assertThat(this.program
			.run("plan", file("rows.csv", BOTH).toString(), "--output", this.program.output().toString())
			.exit()).isZero();

		Program.Result without = moved("apply");
		assertThat(without.exit()).as(without.err()).isEqualTo(64);
		assertThat(without.err()).contains("No run is planned for " + localhost(), "Run 1 is, for ");
		assertThat(moved("apply", "1").exit()).isEqualTo(78);
		assertThat(this.sandbox.traffic().sent("PUT")).isZero();

		assertThat(moved("apply", "--portal-moved").exit()).isZero();
		assertThat(this.program.report().counts()).containsOnly(Map.entry("SUCCEEDED", 2L));
	}

	@Test
	void aMovedRunIsKnownWithAnotherAllowedKeyToo() throws IOException {
		interrupted();
		Program adas = new Program(this.folder, localhost(), this.sandbox.addKey("ada.admin@sandbox.example"));

		Program.Result told = adas.run("resume", "1", "--settle", Program.SETTLE, "--portal-moved",
				"--as-other-account");

		assertThat(told.exit()).as(told.err()).isZero();
		assertThat(this.sandbox.groups("One")).hasSize(1);
	}

	@Test
	void anImportSaysWhereTheFileWasBegunAndGoesOnThereWhenTold() throws IOException {
		interrupted();
		Program other = new Program(this.folder, localhost(), this.sandbox.apiKey());

		Program.Result told = other.importing(this.folder.resolve("rows.csv"), "--portal-moved");

		assertThat(told.exit()).as(told.err()).isZero();
		assertThat(told.err()).contains("Continuing run 1");
		assertThat(this.sandbox.groups("One")).hasSize(1);
	}

	@Test
	void anImportAtAnotherAddressSaysThatTheFileWasBegun() throws IOException {
		interrupted();
		Program other = new Program(this.folder, localhost(), this.sandbox.apiKey());

		Program.Result second = other.importing(this.folder.resolve("rows.csv"));

		assertThat(second.err()).contains("Run 1 of this file is not finished", "--portal-moved");
		assertThat(second.out()).contains("Run 2");
	}

	@Test
	void aPlanSaysThatARunUnderAnotherAddressStillHasToMakeItsGroup() throws IOException {
		interrupted();

		Program.Result planned = moved("plan", file("two.csv", "create,One,,").toString());

		assertThat(planned.err()).contains("Run 1 of",
				"is not finished, and it still has to change 1 group of this run");
	}

	@Test
	void aRunOnTheSameGroupsIsLaterAtAnyAddress() throws IOException {
		this.program.importing(file("one.csv", "update,Sales,ada.admin@sandbox.example,"));
		new Program(this.folder, localhost(), this.sandbox.apiKey())
			.importing(file("two.csv", "update,Sales,ben.okafor@sandbox.example,"));

		Program.Result undone = this.program.run("undo", "1");

		assertThat(undone.exit()).as(undone.err()).isEqualTo(4);
		assertThat(undone.err()).contains("Later runs have changed the same groups: 2");
	}

	@Test
	void aPortalThatShowsNoIdOfTheRunIsNotTheOneThatMoved() throws IOException {
		interrupted();
		try (Sandbox stranger = Sandbox.start(SandboxOptions.standard())) {
			stranger
				.setFaultPolicy((request) -> request.path().contains("keys/@self") || request.path().contains("people")
						? Answer.fromProxy(404, false) : new Normal());
			Program there = new Program(this.folder, stranger.url(), stranger.apiKey());

			Program.Result told = there.run("resume", "1", "--portal-moved");
			assertThat(told.exit()).as(told.err()).isEqualTo(78);
			assertThat(told.err()).contains("Nothing shows that the portal at", "Nothing was sent");
			Program.Result untold = there.run("resume", "1");
			assertThat(untold.exit()).as(untold.err()).isEqualTo(78);
			assertThat(untold.err()).contains("belongs to " + this.sandbox.url()).doesNotContain("--portal-moved");
			assertThat(stranger.groups("One")).isEmpty();
		}
	}

	private void killedAtCreate(CountDownLatch late) throws IOException, InterruptedException {
		CountDownLatch sent = new CountDownLatch(1);
		this.sandbox.setFaultPolicy((request) -> {
			if (!HoldFrom.isWrite(request)) {
				return new Normal();
			}
			sent.countDown();
			return new FaultPolicy.Hold(late, false);
		});
		Program.Running running = this.program.start(file("one.csv", "create,New,,"));
		assertThat(sent.await(1, TimeUnit.MINUTES)).isTrue();
		running.kill();
	}

	/**
	 * The late work is done after the search of the plan, at the first look, or at a
	 * second create.
	 */
	private void lateUntilLookedFor(CountDownLatch late) {
		int deeds = this.sandbox.traffic().writes().size();
		AtomicInteger looks = new AtomicInteger();
		this.sandbox.setFaultPolicy((request) -> {
			boolean look = request.method().equals("GET") && request.path().contains("filterValue=new");
			if ((look && looks.incrementAndGet() > 1) || request.method().equals("POST")) {
				late.countDown();
				Poll.until(() -> this.sandbox.traffic().writes().size() > deeds);
			}
			return new Normal();
		});
	}

	/** Sales is changed, One is not sent: the key was refused for a while. */
	private void interrupted() throws IOException {
		this.sandbox.setFaultPolicy(
				(request) -> request.method().equals("POST") ? new Answer(401, "", "", Map.of(), false) : new Normal());
		Program.Result stopped = this.program.importing(
				file("rows.csv", "update,Sales,ada.admin@sandbox.example,", "create,One,,ben.okafor@sandbox.example"),
				"--concurrency", "1");
		assertThat(stopped.exit()).as(stopped.err()).isEqualTo(77);
		this.sandbox.setFaultPolicy((request) -> new Normal());
	}

	private URI localhost() {
		return URI.create(this.sandbox.url().toString().replace("127.0.0.1", "localhost"));
	}

	private Program.Result moved(String... arguments) {
		return new Program(this.folder, localhost(), this.sandbox.apiKey()).run(arguments);
	}

	private List<Map<String, String>> audit() throws IOException {
		Path file = this.folder.resolve("audit.csv");
		Files.deleteIfExists(file);
		Program.Result written = this.program.run("audit", file.toString());
		assertThat(written.exit()).as(written.err()).isZero();
		return Report.read(file).rows();
	}

	private Path file(String name, String... rows) throws IOException {
		return Files.writeString(this.folder.resolve(name),
				"operation,groupName,groupManager,members\n" + String.join("\n", rows) + "\n");
	}

}
