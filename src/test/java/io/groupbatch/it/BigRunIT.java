package io.groupbatch.it;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.sandbox.Seed;
import io.groupbatch.support.Program;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A file of many rows needs little memory; the profile {@code long} takes 100,000.
 */
class BigRunIT {

	private static final int ROWS = Integer.getInteger("big.rows", 15_000);

	private static final String HEAP = System.getProperty("big.heap", "64m");

	@TempDir
	private Path folder;

	@Test
	void manyGroupsAreMadeWithinASmallMemory() throws IOException {
		SandboxOptions options = SandboxOptions.standard().withSeed(Seed.of(50, 0)).withRememberedRequests(0);
		try (Sandbox sandbox = Sandbox.start(options)) {
			Program program = new Program(this.folder, sandbox.url(), sandbox.apiKey());
			Program.Result result = program.start(List.of("-Xmx" + HEAP), program.arguments(creates())).end();
			assertThat(result.exit()).as(result.err()).isZero();
			assertThat(sandbox.traffic().sent("POST")).isEqualTo(ROWS);
			assertThat(sandbox.groups()).hasSize(ROWS);
			assertThatTheReportHasEveryRowInOrder(program.output().resolve("report.csv"));
		}
	}

	private static void assertThatTheReportHasEveryRowInOrder(Path report) throws IOException {
		CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
		int row = 1;
		try (Reader text = Files.newBufferedReader(report); CSVParser csv = format.parse(text)) {
			for (CSVRecord line : csv) {
				row++;
				assertThat(List.of(line.get("row"), line.get("groupName"), line.get("status")))
					.isEqualTo(List.of("" + row, "Big " + row, "SUCCEEDED"));
			}
		}
		assertThat(row - 1).isEqualTo(ROWS);
	}

	private Path creates() throws IOException {
		Path file = this.folder.resolve("big.csv");
		try (BufferedWriter text = Files.newBufferedWriter(file)) {
			text.write("operation,groupName\n");
			for (int row = 2; row <= ROWS + 1; row++) {
				text.write("create,Big " + row + "\n");
			}
		}
		return file;
	}

}
