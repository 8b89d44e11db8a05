package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.sandbox.http.RateLimits;
import io.groupbatch.sandbox.log.RecordedRequest;
import io.groupbatch.sandbox.state.GroupView;
import io.groupbatch.support.HoldFrom;
import io.groupbatch.support.JournalEdit;
import io.groupbatch.support.Program;
import io.groupbatch.support.Report;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the program does when the portal cannot be used: it says so, sends nothing that
 * could be lost, and the next start sends what was not sent.
 */
class PortalTroubleIT {

	private static final int ROWS = 40;

	@TempDir
	private Path folder;

	private Sandbox sandbox;

	private Program program;

	@BeforeEach
	void startPortal() {
		start(SandboxOptions.standard());
	}

	@AfterEach
	void stopPortal() {
		this.sandbox.close();
	}

	@Test
	void anUnknownKeySendsNothing() throws IOException {
		Path file = creates();
		Program stranger = new Program(this.folder, this.sandbox.url(), "sk-nobody-knows-this-one");
		Program.Result refused = stranger.importing(file);
		assertThat(refused.exit()).isEqualTo(77);
		assertThat(refused.err()).contains("does not accept the API key");
		assertNothingWasSent();
		assertTheNextStartSendsTheRest(file);
	}

	@Test
	void aKeyThatIsRevokedMeanwhileStopsTheRun() throws IOException {
		Path file = creates();
		String key = this.sandbox.addKey("owner@sandbox.example");
		revokeAtWrite(10, key);
		Program.Result refused = new Program(this.folder, this.sandbox.url(), key).importing(file, "--concurrency",
				"3");
		assertThat(refused.exit()).as(refused.err()).isEqualTo(77);
		assertThat(refused.err()).contains("does not accept the API key");
		assertThat(this.program.report().counts()).containsOnlyKeys("SUCCEEDED", "NOT_SENT");
		this.sandbox.setFaultPolicy(FaultPolicy.none());
		assertTheNextStartSendsTheRest(file);
	}

	@Test
	void aKeyThatMayOnlyReadSendsNothing() throws IOException {
		Path file = creates();
		String key = this.sandbox.addKey("owner@sandbox.example", "accounts:read");
		Program.Result refused = new Program(this.folder, this.sandbox.url(), key).importing(file);
		assertThat(refused.exit()).as(refused.err()).isEqualTo(77);
		assertThat(refused.err()).contains("accounts:write");
		assertThat(this.sandbox.groups()).noneMatch((group) -> group.name().startsWith("New "));
		assertThat(this.program.report().counts()).containsOnly(Map.entry("NOT_SENT", (long) ROWS));
		assertTheNextStartSendsTheRest(file);
	}

	@Test
	void aKeyWithoutAnyRightSendsNothing() throws IOException {
		Path file = creates();
		String key = this.sandbox.addKey("owner@sandbox.example", "files:read");
		Program.Result refused = new Program(this.folder, this.sandbox.url(), key).importing(file);
		assertThat(refused.exit()).as(refused.err()).isEqualTo(77);
		assertThat(refused.err()).contains("accounts:read and accounts:write");
		assertNothingWasSent();
		assertTheNextStartSendsTheRest(file);
	}

	@Test
	void aClosedPortSendsNothing() throws IOException {
		Path file = creates();
		this.sandbox.close();
		Program.Result refused = this.program.importing(file);
		assertThat(refused.exit()).isEqualTo(69);
		assertThat(refused.err()).contains("No answer from " + this.program.portal());
		assertThat(this.program.report().counts()).containsOnly(Map.entry("NOT_SENT", (long) ROWS));
		restart(SandboxOptions.standard());
		assertTheNextStartSendsTheRest(file);
	}

	static Stream<FaultPolicy.Answer> otherServers() {
		String page = "<!DOCTYPE html><html><head><title>Sign in to the hotel</title></head></html>";
		return Stream.of(new FaultPolicy.Answer(200, "text/html", page, Map.of(), false),
				new FaultPolicy.Answer(404, "text/html", page, Map.of(), false),
				FaultPolicy.Answer.fromProxy(502, false), FaultPolicy.Answer.fromProxy(503, false));
	}

	@ParameterizedTest
	@MethodSource("otherServers")
	void aServerThatAnswersWithPagesGetsNothing(FaultPolicy.Answer answer) throws IOException {
		Path file = creates();
		this.sandbox.setFaultPolicy((request) -> answer);
		Program.Result refused = this.program.importing(file);
		assertThat(refused.exit()).as(refused.err()).isEqualTo(69);
		assertThat(refused.err()).contains(this.program.portal().toString() + " ");
		assertNothingWasSent();
		this.sandbox.setFaultPolicy(FaultPolicy.none());
		assertTheNextStartSendsTheRest(file);
	}

	@Test
	void aRedirectIsNotFollowed() throws IOException {
		Path file = creates();
		try (Sandbox elsewhere = Sandbox.start(SandboxOptions.standard())) {
			redirect(elsewhere, (request) -> true);
			Program.Result refused = this.program.importing(file);
			assertThat(refused.exit()).as(refused.err()).isEqualTo(69);
			assertThat(refused.err()).contains("redirects to " + elsewhere.url(), "--portal");
			assertThat(elsewhere.traffic().arrived()).isZero();
		}
		assertNothingWasSent();
		this.sandbox.setFaultPolicy(FaultPolicy.none());
		assertTheNextStartSendsTheRest(file);
	}

	@Test
	void aRedirectOfAWriteIsNotFollowed() throws IOException {
		Path file = creates();
		try (Sandbox elsewhere = Sandbox.start(SandboxOptions.standard())) {
			redirect(elsewhere, HoldFrom::isWrite);
			Program.Result refused = this.program.importing(file);
			assertThat(refused.exit()).as(refused.err()).isEqualTo(69);
			assertThat(refused.err()).contains("redirects to " + elsewhere.url(), "--portal");
			assertThat(elsewhere.traffic().arrived()).isZero();
		}
		assertThat(this.program.report().counts()).containsOnlyKeys("NOT_SENT", "UNKNOWN");
		assertThat(this.program.report().counts().get("UNKNOWN")).isLessThanOrEqualTo(30);
		this.sandbox.setFaultPolicy(FaultPolicy.none());
		assertTheNextStartSendsTheRest(file);
	}

	@Test
	void aPortalThatDiesMeanwhileLosesNothing() throws IOException, InterruptedException {
		Path file = creates();
		HoldFrom hold = new HoldFrom(10, HoldFrom::isWrite, false);
		this.sandbox.setFaultPolicy(hold);
		Program.Running running = this.program.start(List.of("-Dgroupbatch.send.patience=3s"),
				this.program.arguments(file, "--concurrency", "3"));
		hold.awaitHeld();
		this.sandbox.close();
		Program.Result stopped = running.end();
		assertThat(stopped.exit()).as(stopped.err()).isEqualTo(69);
		assertThat(stopped.err()).contains("No answer from " + this.program.portal());
		Report report = this.program.report();
		assertThat(report.with("UNKNOWN")).hasSizeBetween(1, 3);
		assertThat(report.with("SUCCEEDED")).hasSizeGreaterThanOrEqualTo(7);
		assertThat(report.with("SUCCEEDED").size() + report.with("NOT_SENT").size() + report.with("UNKNOWN").size())
			.isEqualTo(ROWS);

		List<String> done = names(report.with("SUCCEEDED"));
		List<String> waiting = names(report.with("NOT_SENT"));
		restart(SandboxOptions.standard());
		this.program.importing(file);
		assertThat(made()).containsAll(waiting).doesNotContainAnyElementsOf(done).doesNotHaveDuplicates();
		assertThat(this.program.report().with("NOT_SENT")).isEmpty();
	}

	@Test
	void limitsOfRequestsAtOnceCostNoRow() throws IOException {
		Path file = creates();
		restart(SandboxOptions.standard().withLimits(new RateLimits(0, 1, 2, 0)));
		assertEveryRowIsDone(this.program.importing(file));
	}

	@Test
	void theLimitOfAMinuteCostsNoRow() throws IOException {
		Path file = creates();
		AtomicInteger refusals = new AtomicInteger();
		Map<String, String> headers = Map.of("X-RateLimit-Limit", "1500", "X-RateLimit-Remaining", "0");
		this.sandbox.setFaultPolicy((request) -> (refusals.incrementAndGet() % 7 == 0)
				? new FaultPolicy.Answer(429, "", "", headers, false) : new FaultPolicy.Normal());
		assertEveryRowIsDone(this.program.importing(file, "--concurrency", "3"));
	}

	@Test
	void theLimitOfADayTakesAsManyStartsAsDays() throws IOException {
		restart(SandboxOptions.standard().withLimits(new RateLimits(0, 0, 0, 200)));
		Path file = creates(500);

		Program.Result first = this.program.importing(file);
		assertThat(first.exit()).as(first.err()).isEqualTo(75);
		assertThat(first.err()).contains("Give the same command again after", "--wait");
		assertThat(this.program.report().counts()).containsOnly(Map.entry("SUCCEEDED", 200L),
				Map.entry("NOT_SENT", 300L));

		long before = this.sandbox.traffic().sent("POST");
		Program.Result early = this.program.importing(file);
		assertThat(early.exit()).as(early.err()).isEqualTo(75);
		assertThat(early.err()).contains("Give the same command again after");
		assertThat(this.sandbox.traffic().sent("POST")).as("an early start sends nothing").isEqualTo(before);

		dayPasses();
		assertThat(this.program.importing(file).exit()).isEqualTo(75);
		dayPasses();
		Program.Result last = this.program.importing(file);
		assertThat(last.exit()).as(last.err()).isZero();
		assertThat(this.program.report().counts()).containsOnly(Map.entry("SUCCEEDED", 500L));
		assertThat(made()).hasSize(500).doesNotHaveDuplicates();
	}

	private void dayPasses() {
		this.sandbox.newDay();
		JournalEdit.change(this.program.state(),
				"UPDATE portal_limit SET paused_until = DATEADD(DAY, -1, paused_until)");
	}

	private void revokeAtWrite(int nth, String key) {
		AtomicInteger writes = new AtomicInteger();
		this.sandbox.setFaultPolicy((request) -> {
			if (HoldFrom.isWrite(request) && writes.incrementAndGet() == nth) {
				this.sandbox.revoke(key);
			}
			return new FaultPolicy.Normal();
		});
	}

	private void redirect(Sandbox elsewhere, Predicate<RecordedRequest> which) {
		this.sandbox.setFaultPolicy((request) -> which.test(request)
				? new FaultPolicy.Answer(307, "", "", Map.of("Location", elsewhere.url() + request.path()), false)
				: new FaultPolicy.Normal());
	}

	private void assertNothingWasSent() {
		assertThat(this.sandbox.traffic().sent("POST")).isZero();
		assertThat(this.program.report().counts()).containsOnly(Map.entry("NOT_SENT", (long) ROWS));
		assertThat(this.program.report().rows()).extracting((row) -> row.get("code")).containsOnly("NOT_REACHED");
	}

	private void assertTheNextStartSendsTheRest(Path file) {
		Program.Result next = this.program.importing(file);
		assertThat(next.err()).contains("Continuing run 1");
		assertEveryRowIsDone(next);
	}

	private void assertEveryRowIsDone(Program.Result result) {
		assertThat(result.exit()).as(result.err()).isZero();
		assertThat(this.program.report().counts()).containsOnly(Map.entry("SUCCEEDED", (long) ROWS));
		assertThat(made()).hasSize(ROWS).doesNotHaveDuplicates();
	}

	private List<String> made() {
		return this.sandbox.groups().stream().map(GroupView::name).filter((name) -> name.startsWith("New ")).toList();
	}

	private static List<String> names(List<Map<String, String>> rows) {
		return rows.stream().map((row) -> row.get("groupName")).toList();
	}

	private void start(SandboxOptions options) {
		this.sandbox = Sandbox.start(options);
		this.program = new Program(this.folder, this.sandbox.url(), this.sandbox.apiKey()).withJournal();
	}

	/** Another portal, at the same address. */
	private void restart(SandboxOptions options) {
		this.sandbox.close();
		start(options.withPort(this.program.portal().getPort()));
	}

	private Path creates() throws IOException {
		return creates(ROWS);
	}

	private Path creates(int count) throws IOException {
		List<String> rows = new ArrayList<>(List.of("operation,groupName,members"));
		for (int row = 1; row <= count; row++) {
			rows.add("create,New %d,anna.muster@sandbox.example".formatted(row));
		}
		return Files.write(this.folder.resolve("creates.csv"), rows);
	}

}
