package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.support.Program;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever rows a file has: folded into few requests they lead to the same groups and the
 * same outcomes as one by one. The rows come from a random number generator whose seed
 * names the test, so that a failure can be repeated.
 */
class FoldingPropertyIT {

	private static final String FOLD = "groupbatch.import.groups.fold";

	private static final int ROWS = 40;

	private static final List<String> PEOPLE = List.of("anna.muster", "ben.okafor", "carla.rossi", "david.kim",
			"elif.yilmaz", "frank.moore", "ivan.invited");

	private static final List<String> GROUPS = List.of("Sales", "Support", "Old Hands", "Red", "Green");

	@TempDir
	private Path folder;

	@AfterEach
	void foldAgain() {
		System.clearProperty(FOLD);
	}

	static IntStream seeds() {
		return IntStream.rangeClosed(1, Integer.getInteger("groupbatch.seeds", 12));
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void foldedRowsEndAsRowsSentOneByOne(int seed) throws IOException {
		Path file = Files.write(this.folder.resolve("rows.csv"), rows(new Random(seed)));

		End folded = importing(file, true);
		End single = importing(file, false);

		assertThat(folded.rows()).as(Files.readString(file)).isEqualTo(single.rows());
		assertThat(folded.groups()).as(Files.readString(file)).isEqualTo(single.groups());
		assertThat(folded.writes()).isLessThanOrEqualTo(single.writes());
	}

	private End importing(Path file, boolean fold) {
		System.setProperty(FOLD, String.valueOf(fold));
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard())) {
			Program program = new Program(this.folder.resolve(String.valueOf(fold)), sandbox.url(), sandbox.apiKey());
			Program.Result result = program.importing(file, "--on-invalid", "skip", "--max-removals", "100%");
			assertThat(result.exit()).as(result.err()).isIn(0, 1);
			List<String> rows = program.report()
				.rows()
				.stream()
				.map((row) -> row.get("row") + " " + row.get("operation") + " " + row.get("groupName") + " "
						+ row.get("status"))
				.toList();
			return new End(rows, GoldenCase.changes(sandbox, List.of()),
					sandbox.traffic().sent("POST") + sandbox.traffic().sent("PUT") + sandbox.traffic().sent("DELETE"));
		}
	}

	private static List<String> rows(Random random) {
		List<String> rows = new ArrayList<>(
				List.of("operation,groupName,newGroupName,groupManager,members,targetGroup"));
		for (int i = 0; i < ROWS; i++) {
			rows.add(row(random));
		}
		return rows;
	}

	private static String row(Random random) {
		String operation = any(random,
				List.of("create", "get", "update", "update", "delete", "add-members", "add-members", "add-members",
						"remove-members", "remove-members", "set-members", "move-members", "upsert", "upsert",
						"upsert"));
		String name = any(random, GROUPS);
		boolean mayRename = !List.of("create", "get", "delete", "move-members").contains(operation);
		String newName = (mayRename && random.nextInt(8) == 0) ? any(random, GROUPS) : "";
		boolean mayManage = !List.of("get", "delete", "move-members").contains(operation);
		String manager = (mayManage && random.nextInt(4) == 0) ? address(any(random, PEOPLE)) : "";
		if (operation.equals("update") && newName.isEmpty() && manager.isEmpty()) {
			manager = address(any(random, PEOPLE));
		}
		boolean needsPeople = operation.endsWith("-members") && !operation.startsWith("move");
		boolean mayHave = !List.of("get", "delete", "update", "move-members").contains(operation);
		int size = mayHave ? random.nextInt(3) + (needsPeople ? 1 : 0) : 0;
		String members = IntStream.range(0, size)
			.mapToObj((j) -> address(any(random, PEOPLE)))
			.collect(Collectors.joining(";"));
		boolean nobody = operation.equals("set-members") && random.nextInt(4) == 0;
		return String.join(",", operation, name, newName, manager, nobody ? "-" : members,
				operation.startsWith("move") ? any(random, GROUPS) : "");
	}

	private static String address(String person) {
		return person + "@sandbox.example";
	}

	private static <T> T any(Random random, List<T> choices) {
		return choices.get(random.nextInt(choices.size()));
	}

	/**
	 * How an import ended.
	 *
	 * @param rows every row and its status
	 * @param groups every group with its people
	 * @param writes how many it took
	 */
	private record End(List<String> rows, List<String> groups, long writes) {
	}

}
