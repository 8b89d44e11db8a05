package io.groupbatch.cli.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import io.groupbatch.batch.Progress;
import io.groupbatch.journal.TestClock;
import io.groupbatch.journal.row.RowStatus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessStatusFileTests {

	@TempDir
	private Path state;

	private final Progress progress = new Progress(Clock.systemUTC());

	@Test
	void saysWhoHoldsTheFolderAndHowFarItIs() {
		this.progress.begin("send");
		this.progress.add(12345);

		new ProcessStatusFile(this.state, "import").write(7L, this.progress,
				Map.of(RowStatus.SUCCEEDED, 12340L, RowStatus.FAILED, 5L));

		assertThat(holder()).contains("Process " + ProcessHandle.current().pid(), "(import)", "run 7", "send",
				"rows done", "5 FAILED");
	}

	/** Other processes rely on the names. */
	@Test
	void isWrittenAsJson() throws IOException {
		ProcessStatusFile now = new ProcessStatusFile(this.state, "import");
		now.write();
		String named = "{\"process\":PID,\"command\":\"import\",\"since\":\"TIME\"";
		assertThat(written()).isEqualTo(named + "}");

		this.progress.begin("send");
		this.progress.add(3);
		now.write(7L, this.progress, new EnumMap<>(Map.of(RowStatus.SUCCEEDED, 2L, RowStatus.FAILED, 1L)));
		assertThat(written()).isEqualTo(named + ",\"run\":7,\"stage\":\"send\",\"rowsDone\":3,"
				+ "\"counts\":{\"SUCCEEDED\":2,\"FAILED\":1},\"pausedUntil\":null}");

		this.progress.pausing(Duration.ofHours(1));
		now.write(null, this.progress, Map.of());
		assertThat(written())
			.isEqualTo(named + ",\"stage\":\"send\",\"rowsDone\":3,\"counts\":{},\"pausedUntil\":\"TIME\"}");
	}

	private String written() throws IOException {
		return Files.readString(this.state.resolve("now.json"))
			.replaceFirst("\"process\":" + ProcessHandle.current().pid(), "\"process\":PID")
			.replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "TIME");
	}

	@Test
	void saysThatThereIsAPauseAndNoMoreWhenItHasPassed() {
		TestClock clock = new TestClock();
		Progress paused = new Progress(clock);
		ProcessStatusFile now = new ProcessStatusFile(this.state, "import");
		paused.pausing(Duration.ofHours(1));
		paused.pausing(Duration.ofSeconds(1));
		clock.pass(Duration.ofMinutes(59));
		now.write(7L, paused, Map.of());
		assertThat(holder()).contains("paused until");

		clock.pass(Duration.ofMinutes(1));
		now.write(7L, paused, Map.of());
		assertThat(holder()).doesNotContain("paused");
	}

	@Test
	void aProcessThatHasNoRunYetSaysWhoItIs() {
		new ProcessStatusFile(this.state, "resume").write();

		assertThat(holder()).startsWith("Process " + ProcessHandle.current().pid() + " (resume) is at work since ");
	}

	@Test
	void aProcessThatIsDoneHoldsNothing() {
		ProcessStatusFile now = new ProcessStatusFile(this.state, "import");
		now.write();

		now.delete();

		assertThat(ProcessStatusFile.holder(this.state)).isEmpty();
		assertThat(this.state).isEmptyDirectory();
	}

	/** Numbers of processes are used again. */
	@Test
	void aProcessThatBeganLaterIsAnotherOne() throws IOException {
		Files.writeString(this.state.resolve("now.json"), "{\"process\":" + ProcessHandle.current().pid()
				+ ",\"command\":\"import\",\"since\":\"2001-01-01T00:00:00Z\"}");

		assertThat(ProcessStatusFile.holder(this.state)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "{\"process\":0}", "{\"process\":1,\"since\":\"yesterday\"}" })
	void aFileThatCannotBeReadTellsNothing(String content) throws IOException {
		Files.writeString(this.state.resolve("now.json"), content);

		assertThat(ProcessStatusFile.holder(this.state)).isEmpty();
	}

	@Test
	void aFolderThatIsNotThereIsNoMatter() {
		ProcessStatusFile now = new ProcessStatusFile(this.state.resolve("none"), "import");

		now.write();
		now.delete();

		assertThat(ProcessStatusFile.holder(this.state.resolve("none"))).isEmpty();
	}

	private String holder() {
		return ProcessStatusFile.holder(this.state).orElseThrow();
	}

}
