package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.groupbatch.sandbox.fault.FaultPolicy.Cut;
import io.groupbatch.sandbox.fault.FaultPolicy.Normal;
import io.groupbatch.support.HoldFrom;
import io.groupbatch.support.Program;
import io.groupbatch.support.StandardPortal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A start without a terminal, and with hardly any variables, as cron makes it.
 */
@DisabledOnOs(OS.WINDOWS)
class CronIT extends StandardPortal {

	/** What cron gives to a job, and what this test needs to be one. */
	private static final List<String> CRON = List.of("sh", "-c",
			"exec env -i HOME=/ LOGNAME=groupbatch SHELL=/bin/sh PATH=/usr/bin:/bin CLASSPATH=\"$CLASSPATH\""
					+ " DOCSPACE_PORTAL_URL=\"$DOCSPACE_PORTAL_URL\" DOCSPACE_API_KEY=\"$DOCSPACE_API_KEY\""
					+ " setsid -w \"$@\" </dev/null",
			"sh");

	private static final String ROWS = "create,Nächtlich,ben.okafor@sandbox.example\nadd-members,Sales,elif.yilmaz@sandbox.example\n";

	@Test
	void nothingSteersATerminal() throws IOException {
		Program.Result result = start(file(ROWS));

		assertThat(result.exit()).as(result.err()).isZero();
		assertThat(result.out()).contains("Nächtlich", "2 SUCCEEDED");
		assertPlain(result);
	}

	@Test
	void aTerminalOfThatNameIsNotEnough() throws IOException {
		Program.Result result = this.program
			.startIn(List.of("sh", "-c", "TERM=xterm-256color exec \"$@\" </dev/null", "sh"), List.of(),
					this.program.arguments(file(ROWS)))
			.end();

		assertThat(result.exit()).as(result.err()).isZero();
		assertPlain(result);
	}

	@Test
	void quietAndWellSaysNothingAtAllThatNightAndTheNext() throws IOException {
		Path file = file("upsert,Nächtlich,ben.okafor@sandbox.example\n");

		assertThat(start(file, "-q")).isEqualTo(new Program.Result(0, "", ""));
		assertThat(this.program.importing(file, "-q")).isEqualTo(new Program.Result(0, "", ""));
		assertThat(this.sandbox.groups("Nächtlich")).hasSize(1);
	}

	@Test
	void quietAndWellAfterALostAnswerSaysNothingEither() throws IOException {
		AtomicBoolean lost = new AtomicBoolean();
		this.sandbox.setFaultPolicy((request) -> (HoldFrom.isWrite(request) && lost.compareAndSet(false, true))
				? new Cut(false) : new Normal());

		Program.Result result = this.program.importing(file(ROWS), "-q");

		assertThat(result).isEqualTo(new Program.Result(0, "", ""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "create,Sales,\n", "creat,New,\n", "add-members,Sales,nobody@sandbox.example\n" })
	void quietStillSaysWhatIsWrong(String row) throws IOException {
		Program.Result result = this.program.importing(file(row), "-q");

		assertThat(result.exit()).isEqualTo(65);
		assertThat(result.err()).contains("Row 2, ", "nothing was sent");
		assertPlain(result);
	}

	@Test
	void quietStillSaysThatThePortalIsNotThere() throws IOException {
		this.sandbox.close();

		Program.Result result = this.program.importing(file(ROWS), "-q");

		assertThat(result.exit()).isEqualTo(69);
		assertThat(result.err()).contains("No answer from");
		assertPlain(result);
	}

	private Program.Result start(Path file, String... options) {
		return this.program.startIn(CRON, List.of(), this.program.arguments(file, options)).end();
	}

	private Path file(String rows) throws IOException {
		return Files.writeString(this.folder.resolve("nightly.csv"), "operation,groupName,members\n" + rows);
	}

	private static void assertPlain(Program.Result result) {
		assertThat(result.out() + result.err()).doesNotContainPattern("[\\p{Cc}&&[^\\n]]");
	}

}
