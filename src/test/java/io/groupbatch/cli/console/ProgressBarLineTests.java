package io.groupbatch.cli.console;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import io.groupbatch.batch.Progress;
import io.groupbatch.cli.console.ProgressBarLine.Shown;
import io.groupbatch.journal.row.RowStatus;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressBarLineTests {

	private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

	private final Progress progress = new Progress(Clock.systemUTC());

	@Test
	void whatIsDoneAndWhatIsLeftAreToldApart() {
		Shown shown = new Shown("send", 406, true, 101, HALF_A_MINUTE, Duration.ofSeconds(95),
				"97 SUCCEEDED, 4 UNCHANGED");

		assertThat(shown.bar(110)).isEqualTo(
				"send  [====>               ]  101 of 406 rows  0:30, about 1:35 left  97 SUCCEEDED, 4 UNCHANGED");
		assertThat(shown.text()).isEqualTo("send: 101 of 406 rows, 0:30, about 1:35 left, 97 SUCCEEDED, 4 UNCHANGED");
	}

	@Test
	void nothingIsMadeUpThatIsNotKnown() {
		assertThat(new Shown("plan", 0, false, 0, HALF_A_MINUTE, null, "12 answers of the portal").bar(110))
			.isEqualTo("plan  0:30  12 answers of the portal");
		assertThat(new Shown("groups", 300, false, 300, Duration.ofSeconds(3725), null, "").bar(110))
			.isEqualTo("groups  300 done  1:02:05");
	}

	@Test
	void aLineIsNeverLongerThanTheScreen() {
		Shown shown = new Shown("send", 13, true, 13, HALF_A_MINUTE, null, "13 SUCCEEDED");

		assertThat(shown.bar(110)).isEqualTo("send  [====================]  13 of 13 rows  0:30  13 SUCCEEDED");
		assertThat(shown.bar(40)).hasSize(40).endsWith("…");
	}

	@Test
	void aPortalThatIsReadIsSeenToAnswer() {
		this.progress.begin("plan");
		this.progress.answered(Duration.ofMillis(20));
		this.progress.answered(Duration.ofMillis(40));

		assertThat(told(13, 0, Map.of())).startsWith("plan: 0 of 13 rows, 0:0").endsWith(", 2 answers of the portal\n");
		assertThat(this.progress.answerTime()).isEqualTo(Duration.ofMillis(30));
	}

	@Test
	void whatIsInDoubtIsCountedDown() {
		this.progress.begin("send");
		this.progress.waitForDoubts(2, Duration.ofSeconds(89));

		assertThat(told(13, 11, Map.of(RowStatus.SUCCEEDED, 11L))).startsWith("send: 11 of 13 rows, 0:0")
			.contains("2 requests in doubt, checked in 1:2");

		this.progress.waitForDoubts(2, Duration.ZERO);

		assertThat(told(13, 11, Map.of(RowStatus.SUCCEEDED, 11L))).endsWith(", 11 SUCCEEDED\n");
	}

	private String told(long rows, long done, Map<RowStatus, Long> counts) {
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
		try (ProgressBarLine line = new ProgressBarLine(new Terminal(stream, stream, false, true), this.progress)) {
			line.tell(rows, done, counts);
		}
		return said.toString(StandardCharsets.UTF_8);
	}

}
