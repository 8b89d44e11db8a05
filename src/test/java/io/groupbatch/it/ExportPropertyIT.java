package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.sandbox.Seed;
import io.groupbatch.sandbox.state.Person;
import io.groupbatch.support.Program;
import io.groupbatch.support.Program.Result;
import io.groupbatch.support.Scene;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever groups a portal has: exported, imported into an empty portal with the same
 * people, and exported again, they give the same file. The portals come from a random
 * number generator whose seed names the test, so that a failure can be repeated.
 */
class ExportPropertyIT {

	private static final Seed PEOPLE = Seed.of(60, 0);

	private static final String LETTERS = "aZ09 ,;|\"'\n\r\t=+-@\\<>&äß\u00a0🎉\u0301אب.()";

	@TempDir
	private Path folder;

	static IntStream seeds() {
		return IntStream.rangeClosed(1, Integer.getInteger("groupbatch.seeds", 6));
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void exportImportElsewhereExportAgainIsTheSameFile(int seed) throws IOException {
		Random random = new Random(seed);
		String format = random.nextBoolean() ? "groups" : "memberships";
		Path first = this.folder.resolve("first.csv");
		Path again = this.folder.resolve("again.csv");
		try (Sandbox one = start(); Sandbox other = start()) {
			makeGroups(one, random);
			export(one, first, format);

			Result imported = program(other).importing(first, "--allow-look-alikes");
			assertThat(imported.exit()).as(imported.out() + imported.err()).isZero();
			export(other, again, format);
		}

		assertThat(Files.readString(again)).isEqualTo(Files.readString(first));
		assertThat(again.resolveSibling("again.csv.left-out.csv")).doesNotExist();
	}

	private void export(Sandbox sandbox, Path file, String format) {
		Result exported = program(sandbox).run("export", file.toString(), "--portable", "--twins", "number", "--format",
				format);
		assertThat(exported.exit()).as(exported.err()).isZero();
	}

	private static void makeGroups(Sandbox sandbox, Random random) {
		List<Person> people = new ArrayList<>(sandbox.people().stream().filter(Scene::mayJoin).toList());
		List<String> names = new ArrayList<>();
		for (int i = 0; i < 30; i++) {
			names.add(switch (random.nextInt(4)) {
				case 0 -> Scene.HOSTILE_NAMES.get(random.nextInt(Scene.HOSTILE_NAMES.size()));
				case 1 -> names.isEmpty() ? "First" : names.get(random.nextInt(names.size()));
				default -> name(random);
			});
			Collections.shuffle(people, random);
			List<Person> members = people.subList(0, random.nextInt(8));
			boolean managed = random.nextBoolean();
			String name = names.get(i).isBlank() ? "blank" : names.get(i);
			Scene.group(sandbox, name, managed ? people.get(random.nextInt(people.size())) : null, members);
		}
	}

	private static String name(Random random) {
		int[] letters = LETTERS.codePoints().toArray();
		StringBuilder name = new StringBuilder();
		for (int i = 1 + random.nextInt(12); i > 0; i--) {
			name.appendCodePoint(letters[random.nextInt(letters.length)]);
		}
		return name.toString();
	}

	private Program program(Sandbox sandbox) {
		return new Program(this.folder.resolve(String.valueOf(sandbox.url().getPort())), sandbox.url(),
				sandbox.apiKey());
	}

	private static Sandbox start() {
		return Sandbox.start(SandboxOptions.standard().withSeed(PEOPLE));
	}

}
