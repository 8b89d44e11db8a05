package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import io.groupbatch.journal.StateFolder;
import io.groupbatch.support.JournalCopy;
import io.groupbatch.support.JournalEdit;
import io.groupbatch.support.Program;
import io.groupbatch.support.Program.Result;
import io.groupbatch.support.StandardPortal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A journal that the version before has written (state 7a41f7e) goes on with this one. It
 * holds a finished import (1), one more (2) and the undo of it (3), an import that
 * stopped after its first row (4), a plan (5), and a verify that was killed (6).
 */
class OldJournalIT extends StandardPortal {

	private static final Path JOURNAL = Path.of("src/test/resources/journal-v1.sql");

	@BeforeEach
	void restore() throws IOException, SQLException {
		Path script = Files.writeString(this.folder.resolve("journal.sql"),
				Files.readString(JOURNAL)
					.replace("'PORTAL'", "'" + this.sandbox.url() + "'")
					.replace("FOLDER", this.folder.toString()));
		Files.delete(StateFolder.journal(this.program.state()));
		String url = "jdbc:h2:file:" + this.program.state().toAbsolutePath().resolve("journal");
		try (Connection connection = DriverManager.getConnection(url, "sa", "");
				Statement statement = connection.createStatement()) {
			statement.execute("RUNSCRIPT FROM '" + script + "'");
		}
	}

	@Test
	void itsRunsAreListedAndReported() {
		Result runs = this.program.run("runs");

		assertThat(runs.out()).containsPattern("5  .* planned ")
			.containsPattern("4  .* unfinished ")
			.containsPattern("3  .* finished ")
			.doesNotContain("six.csv");
		assertThat(this.program.run("runs", "3").out()).contains("Undoes:  run 2");
		assertThat(this.program.run("report", "1").out()).contains("Run 1: 3 SUCCEEDED");
		assertThat(this.program.run("report", "3").out()).contains("Run 3, which undoes run 2: 1 SUCCEEDED");
	}

	@Test
	void itsUnfinishedRunGoesOn() {
		Result resumed = this.program.run("resume", "--settle", Program.SETTLE);

		assertThat(resumed.exit()).as(resumed.err() + resumed.out()).isZero();
		assertThat(resumed.out()).contains("Run 4: 3 SUCCEEDED");
		assertThat(this.sandbox.groups("Gamma 2")).hasSize(1);
		assertThat(this.sandbox.groups("Gamma 1")).as("made before").isEmpty();
	}

	@Test
	void itsPlanIsSent() {
		Result applied = this.program.run("apply", "--yes");

		assertThat(applied.exit()).as(applied.err() + applied.out()).isZero();
		assertThat(this.sandbox.groups("Support").get(0).memberEmails()).contains("frank.moore@sandbox.example");
	}

	@Test
	void whatItsVerifyLeftIsGone() throws IOException {
		Path file = Files.writeString(this.folder.resolve("sets.csv"), """
				operation,groupName,members
				set-members,Sales,ben.okafor@sandbox.example
				set-members,Sales,anna.muster@sandbox.example
				""");

		Result imported = this.program.importing(file, "--max-removals", "100%");

		assertThat(imported.exit()).as(imported.err() + imported.out()).isZero();
		assertThat(imported.out()).contains("Run 6:");
		assertThat(JournalCopy.query(this.program.state(), "SELECT row_number FROM set_row WHERE run = 6"))
			.containsOnly("2", "3");
	}

	@Test
	void anImportOfItsWhoseRunWasTakenBackIsNotSaidToBeDone() throws IOException {
		Path file = Files.writeString(this.folder.resolve("two.csv"),
				"operation,groupName,newGroupName,groupManager,members\ncreate,Beta,,,ben.okafor@sandbox.example\n");

		Result imported = this.program.importing(file);

		assertThat(imported.exit()).as(imported.out()).isEqualTo(4);
		assertThat(imported.err()).contains("run 3 undid it");
	}

	@Test
	void whatANewerVersionMadeIsRefusedAndLeftAsItIs() {
		JournalEdit.change(this.program.state(),
				"UPDATE \"flyway_schema_history\" SET \"version\" = '99', \"script\" = 'V99__later.sql'"
						+ " WHERE \"version\" = '1'");
		String before = JournalCopy.everything(this.program.state());

		Result runs = this.program.run("runs");

		assertThat(runs.exit()).isEqualTo(73);
		assertThat(runs.err()).contains("another version of Groupbatch made it", "--state");
		assertThat(JournalCopy.everything(this.program.state())).isEqualTo(before);
	}

}
