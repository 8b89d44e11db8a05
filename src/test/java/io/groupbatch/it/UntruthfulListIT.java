package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.sandbox.log.RecordedRequest;
import io.groupbatch.support.Program;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A list of the portal that does not hold what it says ends the command, after few
 * requests.
 */
class UntruthfulListIT {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({ "plan, EMPTY", "plan, REPEATED", "plan, SHRINKING", "plan, IMPOSSIBLE", "export, EMPTY",
			"export, REPEATED", "export, SHRINKING", "export, IMPOSSIBLE" })
	void isReadNoFurther(String command, Untruth untruth) throws IOException {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard())) {
			sandbox.setFaultPolicy((request) -> isList(request) ? untruth.page(request) : new FaultPolicy.Normal());
			Path rows = Files.writeString(this.folder.resolve("rows.csv"), "operation,groupName\ncreate,New\n");
			Program program = new Program(this.folder.resolve("home"), sandbox.url(), sandbox.apiKey());

			Program.Result result = command.equals("plan") ? program.run("plan", rows.toString())
					: program.run("export", this.folder.resolve("groups.csv").toString());

			assertThat(result.exit()).as(result.err()).isEqualTo(69);
			assertThat(result.err()).contains("entries");
			assertThat(sandbox.traffic().arrived()).isLessThan(600);
		}
	}

	private static boolean isList(RecordedRequest request) {
		return request.path().matches("/api/2\\.0/(group|people/filter)\\?.*count=.*");
	}

	/** How a list does not hold what it says. */
	enum Untruth {

		EMPTY {
			@Override
			FaultPolicy.Answer page(RecordedRequest request) {
				return said(1_000_000, start(request), (start(request) == 0) ? 100 : 0);
			}
		},
		REPEATED {
			@Override
			FaultPolicy.Answer page(RecordedRequest request) {
				return said(1_000_000, 0, 100);
			}
		},
		SHRINKING {
			@Override
			FaultPolicy.Answer page(RecordedRequest request) {
				return said(1_000_000, start(request), Math.max(1, 100 - start(request) / 100));
			}
		},
		IMPOSSIBLE {
			@Override
			FaultPolicy.Answer page(RecordedRequest request) {
				return said(9_000_000_000_000_000_000L, start(request), 100);
			}
		};

		abstract FaultPolicy.Answer page(RecordedRequest request);

		static int start(RecordedRequest request) {
			return request.path().contains("startIndex=")
					? Integer.parseInt(request.path().replaceFirst(".*startIndex=(\\d+).*", "$1")) : 0;
		}

		static FaultPolicy.Answer said(long total, int start, int count) {
			String rows = IntStream.range(start, start + count).mapToObj((i) -> """
					{"id": "%s", "name": "Group %d", "email": "p%d@example.com", "status": 1, "isLDAP": false,
					"isSystem": false}""".formatted(new UUID(1, i + 1), i, i)).collect(Collectors.joining(","));
			String body = """
					{"response": [%s], "count": %d, "total": %d, "links": [], "status": 0, "statusCode": 200}"""
				.formatted(rows, count, total);
			return new FaultPolicy.Answer(200, "application/json", body, Map.of(), false);
		}

	}

}
