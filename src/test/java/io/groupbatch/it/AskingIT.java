package io.groupbatch.it;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.support.HoldFrom;
import io.groupbatch.support.Program;
import io.groupbatch.support.StandardPortal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing is changed without a yes: whoever can be asked is asked, wherever input and
 * output go to, and without a terminal {@code --yes} is needed. A terminal is made by the
 * program "script".
 */
@EnabledOnOs(OS.LINUX)
class AskingIT extends StandardPortal {

	/** No terminal at all. */
	private static final List<String> ALONE = List.of("sh", "-c", "exec setsid -w \"$@\" </dev/null", "sh");

	private static final String CREATES = "create,Asked,\n";

	@ParameterizedTest
	@ValueSource(strings = { ">OUT", "2>OUT", "2>&1 | tee OUT", "</dev/null >OUT 2>&1" })
	void whoSitsAtATerminalIsAsked(String streams) throws IOException {
		assertThat(answered("n", streams, importing(CREATES)).exit()).isEqualTo(exit(4, streams));
		assertThat(this.sandbox.groups("Asked")).isEmpty();
		assertThat(summary().path("state").asString()).isEqualTo("PLANNED");

		assertThat(answered("y", streams, "apply", "1").exit()).isZero();

		assertThat(this.sandbox.groups("Asked")).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<FILE", "<FILE >OUT 2>&1" })
	void whoHandsOverTheFileIsAskedAtTheTerminal(String streams) throws IOException {
		file(CREATES);

		assertThat(answered("n", streams, this.program.arguments(Path.of("-"))).exit()).isEqualTo(4);
		assertThat(this.sandbox.groups("Asked")).isEmpty();

		assertThat(answered("y", streams, this.program.arguments(Path.of("-"))).exit()).isZero();
		assertThat(this.sandbox.groups("Asked")).hasSize(1);
	}

	/** As "setsid" at a terminal makes one. */
	@Test
	void aTerminalThatIsNotOnesOwnWillDo() throws IOException {
		Program.Running running = this.program.startOnTerminal("exec setsid -w", ">" + out(), importing(CREATES));

		assertThat(answered("y", running).exit()).isZero();
		assertThat(this.sandbox.groups("Asked")).hasSize(1);
	}

	@Test
	void inTheBackgroundNobodyIsAsked() throws IOException {
		Program.Running running = this.program.startOnTerminal("set -m; background() { \"$@\" & wait $!; }; background",
				"</dev/null >" + out() + " 2>&1", importing(CREATES));

		assertThat(running.end().exit()).isEqualTo(4);
		assertThat(Files.readString(Path.of(out()))).contains("no terminal to ask at");
	}

	@Test
	void whereNobodyCanBeAskedThePlanIsKept() throws IOException {
		Program.Result result = alone(importing(CREATES));

		assertThat(result.exit()).as(result.err()).isEqualTo(4);
		assertThat(result.err()).contains("Nothing was sent", "--yes was not given", "a scheduled job", "with apply",
				"the same command again with --yes");
		assertThat(result.out()).contains("Continue with: ./run.sh apply 1");
		assertThat(summary().path("stopReason").asString()).isEqualTo("NOT_APPROVED");
		assertThat(summary().path("message").asString()).contains("--yes was not given");
		assertThat(this.program.report().rows())
			.allSatisfy((row) -> assertThat(row.get("message")).contains("no terminal to ask at"));
		assertThat(this.sandbox.traffic().writes()).isEmpty();

		assertThat(alone("apply", "1").exit()).isEqualTo(4);
		assertThat(this.sandbox.traffic().writes()).isEmpty();

		assertThat(this.program.run("apply", "1", "--yes").exit()).isZero();
		assertThat(this.sandbox.groups("Asked")).hasSize(1);
	}

	@Test
	void theSameCommandWithAYesGoesOnAsWell() throws IOException {
		String[] importing = importing(CREATES);
		assertThat(alone(with(importing, "-q")).err()).contains("--yes was not given");

		assertThat(this.program.run(with(importing, "--yes")).exit()).isZero();

		assertThat(this.sandbox.groups("Asked")).hasSize(1);
	}

	@Test
	void standardInputFollowsTheSameRule() throws IOException {
		Path file = file(CREATES);
		List<String> fed = List.of("sh", "-c", "exec setsid -w \"$@\" <'" + file + "'", "sh");

		Program.Result result = this.program.startWithoutYes(fed, this.program.arguments(Path.of("-"))).end();

		assertThat(result.exit()).as(result.err()).isEqualTo(4);
		assertThat(result.err()).contains("--yes was not given");
		assertThat(this.program.run("apply", "1", "--yes").exit()).isZero();
		assertThat(this.sandbox.groups("Asked")).hasSize(1);
	}

	@Test
	void whatChangesNothingNeedsNoYes() throws IOException {
		assertThat(alone(importing("get,Sales,\n")).exit()).isZero();
	}

	@Test
	void theSandboxNeedsNoYes() throws IOException {
		assertThat(alone(with(importing(CREATES), "--sandbox")).exit()).isZero();
	}

	@Test
	void aYesIsNoLeaveForMassDeletes() throws IOException {
		String[] importing = with(importing("delete,Sales,\n"), "--max-deletes=0");

		Program.Result unasked = alone(importing);
		assertThat(unasked.exit()).isEqualTo(4);
		assertThat(unasked.err()).contains("--yes was not given", "--max-deletes");

		Program.Result yes = this.program.run(with(importing, "--yes"));
		assertThat(yes.exit()).isEqualTo(4);
		assertThat(yes.err()).contains("--max-deletes").doesNotContain("--yes was not given");
		assertThat(this.sandbox.traffic().writes()).isEmpty();
	}

	@Test
	void anUndoIsAskedAbout() throws IOException {
		this.program.importing(file(CREATES));
		String[] undo = { "undo", "1", "--output", this.folder.resolve("undo").toString() };

		assertThat(alone(undo).exit()).isEqualTo(4);
		assertThat(this.sandbox.groups("Asked")).hasSize(1);

		assertThat(answered("y", ">OUT", undo).exit()).isZero();
		assertThat(this.sandbox.groups("Asked")).isEmpty();
	}

	@Test
	void aResumeIsAskedAboutUntilThePlanWasAgreedTo() throws Exception {
		HoldFrom hold = new HoldFrom(1, (request) -> request.path().contains("/group"), true);
		this.sandbox.setFaultPolicy(hold);
		Program.Running planning = this.program.startWithoutYes(ALONE, importing(CREATES));
		hold.awaitHeld();
		planning.killAll();
		this.sandbox.setFaultPolicy(FaultPolicy.none());

		assertThat(alone("resume", "1").exit()).isEqualTo(4);
		assertThat(this.sandbox.groups("Asked")).isEmpty();

		HoldFrom sending = new HoldFrom(1, HoldFrom::isWrite, true);
		this.sandbox.setFaultPolicy(sending);
		Program.Running running = this.program.startWithoutYes(ALONE, "apply", "1", "--yes", "--settle",
				Program.SETTLE);
		sending.awaitHeld();
		running.killAll();
		this.sandbox.setFaultPolicy(FaultPolicy.none());

		assertThat(alone("resume", "1", "--settle", Program.SETTLE).exit()).isZero();
		assertThat(this.sandbox.groups("Asked")).hasSize(1);
	}

	private Program.Result alone(String... arguments) {
		return this.program.startWithoutYes(ALONE, arguments).end();
	}

	private Program.Result answered(String answer, String streams, String... arguments) throws IOException {
		String shell = streams.replace("OUT", out()).replace("FILE", file().toString());
		return answered(answer, this.program.startOnTerminal("", shell, arguments));
	}

	private static Program.Result answered(String answer, Program.Running running) throws IOException {
		running.awaitSaid("[y/N]");
		try (OutputStream keyboard = running.process().getOutputStream()) {
			keyboard.write((answer + "\n").getBytes(StandardCharsets.UTF_8));
			keyboard.flush();
			return running.end();
		}
	}

	/** A pipe tells how its last command ended. */
	private static int exit(int code, String streams) {
		return streams.contains("|") ? 0 : code;
	}

	private String[] importing(String rows) throws IOException {
		return this.program.arguments(file(rows));
	}

	private static String[] with(String[] arguments, String option) {
		return Stream.concat(Stream.of(arguments), Stream.of(option)).toArray(String[]::new);
	}

	private String out() {
		return this.folder.resolve("shown.txt").toString();
	}

	private Path file() {
		return this.folder.resolve("asked.csv");
	}

	private Path file(String rows) throws IOException {
		return Files.writeString(file(), "operation,groupName,members\n" + rows);
	}

	private JsonNode summary() throws IOException {
		return JsonMapper.shared().readTree(Files.readString(this.program.output().resolve("summary.json")));
	}

}
