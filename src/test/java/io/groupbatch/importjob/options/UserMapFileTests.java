package io.groupbatch.importjob.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class UserMapFileTests {

	@TempDir
	private Path folder;

	@Test
	void whatItSaysIsItsNameNotHowItIsWritten() throws IOException {
		String name = sha256("from,to\nAnna,a@x\nBea,\n");

		assertThat(name).hasSize(64)
			.isEqualTo(sha256("\uFEFFreason;to;from\r\nx;;Bea\r\ny;a@x;Anna\r\n"))
			.isNotEqualTo(sha256("from,to\nAnna,a@x\nBea,b@x\n"))
			.isNotEqualTo(sha256("from,to\nAnna,a@x\n"));
	}

	@Test
	void everyMistakeIsALineWithItsPlace() {
		UserMapFile.Unusable unusable = catchThrowableOfType(UserMapFile.Unusable.class,
				() -> sha256("from,to\nAnna,x\n\nBea,y\n"));

		assertThat(unusable.mistakes()).hasSize(2);
		assertThat(unusable.mistakes().get(1)).startsWith("Row 4, column \"to\": ").contains("\"y\"");
	}

	private String sha256(String text) throws IOException {
		return UserMapFile.read(Files.writeString(this.folder.resolve("users.csv"), text), null).sha256();
	}

}
