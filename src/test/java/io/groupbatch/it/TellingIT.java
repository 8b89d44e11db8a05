package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.groupbatch.support.Program.Result;
import io.groupbatch.support.StandardPortal;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a user is told, and how often.
 */
class TellingIT extends StandardPortal {

	@Test
	void aMistakeFurtherDownTheFileIsToldOnce() throws IOException {
		Path file = file("groupName,members\nAlpha,\nBeta \"x,\n");

		Result result = this.program.importing(file);

		assertThat(result.exit()).isEqualTo(65);
		assertThat(result.err() + result.out()).containsOnlyOnce("A quote inside a cell")
			.contains("The file cannot be read. Fix it; nothing was sent. Row 3: A quote inside a cell");
		assertThat(this.program.output().resolve("report.html")).content().contains("A quote inside a cell");
	}

	@Test
	void aScriptIsToldItToo() throws IOException {
		Path file = file("groupName,members\nAlpha,\nBeta \"x,\n");

		Result result = this.program.importing(file, "--json");

		assertThat(result.err()).containsOnlyOnce("A quote inside a cell");
		assertThat(result.out()).containsOnlyOnce("A quote inside a cell");
	}

	@Test
	void anAddressIsToldOnce() throws IOException {
		Result result = this.program.importing(file("groupName,members\nAlpha,nobody@sandbox.example\n"));

		assertThat(result.err()).contains("Row 2, members: The portal has no user \"nobody@sandbox.example\".");
	}

	@Test
	void membersOfNewGroupsAreNamedWhenMoreIsAskedFor() throws IOException {
		Path file = file(
				"groupName,groupManager,members\nAlpha,,ben.okafor@sandbox.example;ada.admin@sandbox.example\n");

		assertThat(this.program.run("plan", file.toString(), "--output", output()).out())
			.contains("+ \"Alpha\": no manager, 2 members\n");
		assertThat(this.program.run("plan", file.toString(), "--output", output(), "-v").out())
			.contains("+ \"Alpha\": no manager, 2 members: ada.admin@sandbox.example, ben.okafor@sandbox.example\n");
	}

	private String output() {
		return this.program.output().toString();
	}

	private Path file(String content) throws IOException {
		return Files.writeString(this.folder.resolve("teams.csv"), content);
	}

}
