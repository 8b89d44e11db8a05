package io.groupbatch.cli.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;

import io.groupbatch.cli.record.MetricsFile.RunFigures;
import io.groupbatch.journal.row.RowStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class MetricsFileTests {

	/** The format's grammar, as far as we use it. */
	private static final Pattern FORMAT = Pattern.compile("((# HELP|# TYPE) [a-z_]+ [^\n]+\n"
			+ "|[a-z_]+\\{[a-z]+=\"([^\"\\\\\n]|\\\\[\\\\\"n])*\"(,[a-z]+=\"([^\"\\\\\n]|\\\\[\\\\\"n])*\")*} [\\d.]+\n)+");

	private static final String LAST = "groupbatch_paused_until_timestamp_seconds{name=\"night\"} 0\n";

	private static final Instant START = Instant.parse("2026-11-28T02:00:00Z");

	@TempDir
	private Path folder;

	@Test
	void anotherProcessNeverReadsHalfOfItAlsoWhenTheWriterIsKilled() throws Exception {
		Path file = this.folder.resolve("night.prom");
		for (int kill = 0; kill < 3; kill++) {
			Process writer = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Xshare:auto",
					"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), MetricsFileTests.class.getName(),
					file.toString())
				.inheritIO()
				.start();
			try {
				while (Files.notExists(file)) {
					assertThat(writer.isAlive()).isTrue();
				}
				for (int i = 0; i < 200; i++) {
					assertWhole(file);
				}
			}
			finally {
				writer.destroyForcibly().waitFor();
			}
			assertWhole(file);
		}
	}

	@Test
	void theTimeOfTheLastSuccessIsKeptUntilTheNextOne() throws IOException {
		Path file = this.folder.resolve("night.prom");

		write(file, 1, START);
		assertThat(file).content().contains("groupbatch_last_success_timestamp_seconds{name=\"night\"} 0\n");
		write(file, 0, START.plusSeconds(60));
		write(file, 75, START.plusSeconds(3600));
		assertThat(file).content()
			.contains("groupbatch_last_success_timestamp_seconds{name=\"night\"} 1795831260.000\n",
					"groupbatch_duration_seconds{name=\"night\"} 3600.000\n");
	}

	private static void assertWhole(Path file) throws IOException {
		assertThat(Files.readString(file)).matches(FORMAT).endsWith(LAST);
	}

	private static void write(Path file, int exit, Instant end) throws IOException {
		MetricsFile metrics = new MetricsFile(file, "import", START);
		metrics.saw(new RunFigures("https://docs.example/\"a\\b\"", Map.of(RowStatus.SUCCEEDED, 12L), 12, null));
		metrics.write("groupbatch 1.0.0", exit, end);
	}

	/** Writes until it is killed. */
	public static void main(String[] arguments) throws IOException {
		while (true) {
			write(Path.of(arguments[0]), 0, START);
		}
	}

}
