package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.groupbatch.sandbox.fault.FaultPolicy.Cut;
import io.groupbatch.sandbox.fault.FaultPolicy.Normal;
import io.groupbatch.support.JournalCopy;
import io.groupbatch.support.Program.Result;
import io.groupbatch.support.StandardPortal;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code runs purge} makes the journal small, and forgets nothing that still matters.
 */
class PurgeIT extends StandardPortal {

	@Test
	void theRowsOfOldRunsGoAndTheRunsStayInTheList() throws IOException {
		importing("first.csv", "create,First,,");
		importing("second.csv", "create,Second,,");

		Result purged = this.program.run("runs", "purge", "--keep", "1");

		assertThat(purged.exit()).isZero();
		assertThat(purged.out()).contains("1 run was purged");
		assertThat(groups()).containsExactly("Second");
		assertThat(this.program.run("runs").out()).containsPattern("1 .*first.csv.* 1 SUCCEEDED \\(purged\\)")
			.containsPattern("2 .*second.csv.* 1 SUCCEEDED");
		assertThat(this.program.run("report", "1").exit()).isEqualTo(64);
	}

	@Test
	void aFileOfAPurgedRunIsStillKnownAndSendsNothing() throws IOException {
		Path file = file("first.csv", "create,First,,");
		this.program.importing(file);
		this.program.run("runs", "purge", "--keep", "0");
		long sent = this.sandbox.traffic().sent("POST");

		Result again = this.program.importing(file);

		assertThat(again.exit()).isZero();
		assertThat(again.err()).contains("Run 1 imported this file");
		assertThat(this.sandbox.traffic().sent("POST")).isEqualTo(sent);
	}

	@Test
	void aRunAfterAPurgeIsToldTruly() throws IOException {
		importing("first.csv", "create,First,,");
		this.program.run("runs", "purge", "--keep", "0");

		importing("second.csv", "create,Second,,", "upsert,First,,");

		assertThat(this.program.report().counts()).isEqualTo(Map.of("SUCCEEDED", 1L, "UNCHANGED", 1L));
	}

	@Test
	void aRunInDoubtIsKept() throws IOException {
		this.sandbox.setFaultPolicy((request) -> request.method().equals("PUT") ? new Cut(false) : new Normal());
		importing("first.csv", "update,Sales,ada.admin@sandbox.example,");
		this.program.run("cancel", "1");

		Result purged = this.program.run("runs", "purge", "--keep", "0");

		assertThat(purged.err()).contains("Run 1 is kept");
		assertThat(groups()).containsExactly("Sales");
	}

	@Test
	void anUnfinishedRunIsKept() throws IOException {
		this.program.run("plan", file("first.csv", "create,First,,").toString());

		Result purged = this.program.run("runs", "purge", "--keep", "0");

		assertThat(purged.out()).contains("No run was purged");
		assertThat(groups()).containsExactly("First");
	}

	private List<String> groups() {
		return JournalCopy.query(this.program.state(), "SELECT group_name FROM row_plan ORDER BY id");
	}

	private Result importing(String name, String... rows) throws IOException {
		return this.program.importing(file(name, rows));
	}

	private Path file(String name, String... rows) throws IOException {
		return Files.writeString(this.folder.resolve(name),
				"operation,groupName,groupManager,members\n" + String.join("\n", rows) + "\n");
	}

}
