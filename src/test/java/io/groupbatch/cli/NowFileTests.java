package io.groupbatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NowFileTests {

	@TempDir
	private Path state;

	@Test
	void saysWhoHoldsTheFolderAndHowFarItIs() {
		new NowFile(this.state).write(7, "send", 12345);

		assertThat(new NowFile(this.state).holder().orElseThrow())
			.contains(Long.toString(ProcessHandle.current().pid()), "run 7", "send", "rows done");
	}

	@Test
	void aProcessThatIsDoneHoldsNothing() {
		NowFile now = new NowFile(this.state);
		now.write(7, "send", 1);

		now.delete();

		assertThat(now.holder()).isEmpty();
		assertThat(this.state).isEmptyDirectory();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "{\"process\":0}", "{\"process\":1,\"since\":\"yesterday\"}" })
	void aFileThatCannotBeReadTellsNothing(String content) throws IOException {
		Files.writeString(this.state.resolve("now.json"), content);

		assertThat(new NowFile(this.state).holder()).isEmpty();
	}

	@Test
	void aFolderThatIsNotThereIsNoMatter() {
		NowFile now = new NowFile(this.state.resolve("none"));

		now.write(7, "send", 1);
		now.delete();

		assertThat(now.holder()).isEmpty();
	}

}
