package io.groupbatch.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.support.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The metrics of whole commands. Where {@code promtool} is installed, it reads them, too.
 */
class MetricsFileIT {

	@TempDir
	private Path folder;

	private final Sandbox sandbox = Sandbox.start(SandboxOptions.standard());

	private Program program;

	private Path metrics;

	@BeforeEach
	void open() {
		this.program = new Program(this.folder, this.sandbox.url(), this.sandbox.apiKey()).withJournal();
		this.metrics = this.folder.resolve("nightly \"teams\".prom");
	}

	@AfterEach
	void close() {
		this.sandbox.close();
	}

	@Test
	void anImportTellsItsRowsAndAFailureKeepsTheTimeOfTheLastSuccess() throws Exception {
		Path file = Files.writeString(this.folder.resolve("teams.csv"), "groupName\nOne\nTwo\n");

		assertThat(this.program.importing(file, "--metrics-file", this.metrics.toString()).exit()).isZero();

		assertThat(this.metrics).content()
			.contains("groupbatch_rows{name=\"nightly \\\"teams\\\"\",status=\"SUCCEEDED\"} 2\n",
					",status=\"FAILED\"} 0\n", "groupbatch_requests{name=\"nightly \\\"teams\\\"\"} 2\n",
					"command=\"import\"", "portal=\"" + this.sandbox.url() + "\"",
					"groupbatch_exit_code{name=\"nightly \\\"teams\\\"\"} 0\n");
		String success = lastSuccess();
		assertThat(Double.parseDouble(success)).isPositive();
		checkWithPromtool();

		this.sandbox.close();
		assertThat(this.program
			.run("export", this.folder.resolve("groups.csv").toString(), "--metrics-file", this.metrics.toString())
			.exit()).isEqualTo(69);

		assertThat(lastSuccess()).isEqualTo(success);
		assertThat(this.metrics).content()
			.contains("groupbatch_exit_code{name=\"nightly \\\"teams\\\"\"} 69\n")
			.doesNotContain("groupbatch_rows");
		checkWithPromtool();
	}

	@Test
	void nothingIsSentWhenTheyCannotBeWritten() throws IOException {
		Path file = Files.writeString(this.folder.resolve("teams.csv"), "groupName\nOne\n");

		Program.Result result = this.program.importing(file, "--metrics-file",
				this.folder.resolve("nowhere/teams.prom").toString());

		assertThat(result.exit()).isEqualTo(73);
		assertThat(result.err()).contains("The metrics cannot be written");
		assertThat(this.sandbox.traffic().arrived()).isZero();
	}

	private String lastSuccess() throws IOException {
		return Files.readAllLines(this.metrics)
			.stream()
			.filter((line) -> line.startsWith("groupbatch_last_success_timestamp_seconds{"))
			.map((line) -> line.replaceFirst(".* ", ""))
			.findFirst()
			.orElseThrow();
	}

	private void checkWithPromtool() throws IOException, InterruptedException {
		if (Files.exists(Path.of("/usr/bin/promtool"))) {
			Process process = new ProcessBuilder("/usr/bin/promtool", "check", "metrics")
				.redirectInput(this.metrics.toFile())
				.redirectErrorStream(true)
				.start();
			String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
			assertThat(process.exitValue()).as(said).isZero();
		}
	}

}
