package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.groupbatch.Application;
import io.groupbatch.cli.Groupbatch;
import io.groupbatch.cli.launch.Settings;
import io.groupbatch.journal.StateFolder;
import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How much a run asks of the database and of the portal, counted: the same on every
 * machine, so that a slip is seen. The limits leave a little room.
 */
class EffortIT {

	@TempDir
	private Path folder;

	@Test
	void planningTakesFiveStatementsPerRowAndFewCommits() throws IOException {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard())) {
			Map<String, Long> small = effort(sandbox, "plan", creates("small", 2000));
			Map<String, Long> large = effort(sandbox, "plan", creates("large", 4000));

			assertThat(sum(large) - sum(small)).as("statements for 2,000 rows more").isBetween(2000L, 9000L);
			assertThat(commits(large) - commits(small)).as("commits for 2,000 rows more").isBetween(2L, 20L);
		}
	}

	@Test
	void sendingOneAtATimeTakesTwoCommitsPerRequestAndForcesOneAtMost() throws IOException {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard())) {
			Map<String, Long> small = effort(sandbox, "import", creates("small", 100));
			long before = sandbox.traffic().arrived();
			Map<String, Long> large = effort(sandbox, "import", creates("large", 300));

			assertThat(sandbox.traffic().arrived() - before).as("requests").isBetween(300L, 310L);
			assertThat(sum(large) - sum(small)).as("statements for 200 requests more").isBetween(200L, 4300L);
			assertThat(commits(large) - commits(small)).as("commits for 200 requests more").isBetween(200L, 420L);
			assertThat(large.get("CHECKPOINT SYNC")).as("marks forced to the disk, one or two at once")
				.isBetween(150L, 300L);
		}
	}

	private static long sum(Map<String, Long> effort) {
		return effort.values().stream().mapToLong(Long::longValue).sum();
	}

	private static long commits(Map<String, Long> effort) {
		return effort.getOrDefault("COMMIT", 0L);
	}

	private Path creates(String name, int rows) throws IOException {
		return Files.write(this.folder.resolve(name + ".csv"),
				Stream
					.concat(Stream.of("operation,groupName"),
							IntStream.range(0, rows).mapToObj((row) -> "create," + name + " " + row))
					.toList());
	}

	/** How often each statement was carried out. */
	private Map<String, Long> effort(Sandbox sandbox, String command, Path file) {
		Map<String, Long> effort = new TreeMap<>();
		List<String> arguments = List.of(command, file.toString(), "--state", this.folder.resolve("state").toString(),
				"--output", this.folder + "/" + file.getFileName() + ".out");
		Stream<String> oneAtATime = command.equals("import") ? Stream.of("--yes", "--concurrency", "1") : Stream.of();
		int exit = Groupbatch.run(Stream.concat(arguments.stream(), oneAtATime).toArray(String[]::new),
				(state, settings) -> counting(state, settings, effort),
				Map.of("DOCSPACE_PORTAL_URL", sandbox.url().toString(), "DOCSPACE_API_KEY", sandbox.apiKey()));
		assertThat(exit).isZero();
		return effort;
	}

	private static ConfigurableApplicationContext counting(StateFolder state, Settings settings,
			Map<String, Long> effort) {
		ConfigurableApplicationContext context = Application.start(state, settings);
		JdbcTemplate jdbc = new JdbcTemplate(state.dataSource());
		jdbc.execute("SET QUERY_STATISTICS TRUE");
		jdbc.execute("SET QUERY_STATISTICS_MAX_ENTRIES 1000");
		context.addApplicationListener((ContextClosedEvent event) -> jdbc
			.query("SELECT * FROM INFORMATION_SCHEMA.QUERY_STATISTICS", (rows) -> {
				effort.merge(rows.getString("SQL_STATEMENT"), rows.getLong("EXECUTION_COUNT"), Long::sum);
			}));
		return context;
	}

}
