package io.groupbatch.it;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import io.groupbatch.support.Program;
import io.groupbatch.support.StandardPortal;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A file that another program hands over.
 */
class StandardInputIT extends StandardPortal {

	private static final String FILE = "operation,groupName,members\ncreate,Piped,anna.muster@sandbox.example\n";

	@Test
	void isImportedAndNotKept() throws IOException {
		Program.Result result = fed(FILE, this.program.arguments(Path.of("-"), "--yes"));

		assertThat(result.exit()).as(result.err()).isZero();
		assertThat(this.sandbox.groups("Piped")).hasSize(1);
		assertThat(copies()).isEmpty();
		assertThat(this.program.run("runs").out()).contains("standard input");
		assertThat(Files.readString(this.program.output().resolve("report.html"))).contains("standard input");
	}

	@Test
	void theSameAgainIsTheSameFile() {
		fed(FILE, this.program.arguments(Path.of("-"), "--yes"));

		Program.Result again = fed(FILE, this.program.arguments(Path.of("-"), "--yes"));

		assertThat(again.exit()).isZero();
		assertThat(again.err()).contains("imported this file");
		assertThat(this.sandbox.groups("Piped")).hasSize(1);
	}

	@Test
	void isPlannedAndApplied() throws IOException {
		Program.Result planned = fed(FILE, "plan", "-", "--output", this.program.output().toString());
		assertThat(planned.exit()).as(planned.err()).isZero();
		assertThat(copies()).isEmpty();

		Program.Result applied = this.program.run("apply", "1");

		assertThat(applied.exit()).as(applied.err()).isZero();
		assertThat(this.sandbox.groups("Piped")).hasSize(1);
	}

	@Test
	void isVerified() throws IOException {
		Program.Result result = fed(FILE, "verify", "-", "--output", this.program.output().toString());

		assertThat(result.exit()).as(result.err()).isEqualTo(2);
		assertThat(copies()).isEmpty();
	}

	@Test
	void mistakesAreToldWithTheirPlace() throws IOException {
		Program.Result result = fed("groupName,members\nA,\"b\"c\n", this.program.arguments(Path.of("-"), "--yes"));

		assertThat(result.exit()).isEqualTo(65);
		assertThat(result.err() + result.out()).contains("at character 6 of line 2");
		assertThat(copies()).isEmpty();
	}

	@Test
	void nothingIsAnEmptyFile() {
		Program.Result result = fed("", this.program.arguments(Path.of("-"), "--yes"));

		assertThat(result.exit()).isEqualTo(65);
		assertThat(result.err() + result.out()).contains("The file is empty");
	}

	@Test
	void isKeptForItsOwnerAloneUntilItIsStaged() throws IOException {
		StringBuilder rows = new StringBuilder("operation,groupName\n");
		for (int i = 0; i < 200_000; i++) {
			rows.append("upsert,Team ").append(i).append('\n');
		}
		Path file = Files.writeString(this.folder.resolve("big.csv"), rows);
		String command = "import - --yes --output " + this.program.output();
		Program.Running running = this.program.startIn(List.of("sh", "-c", "exec \"$@\" < '" + file + "'", "sh"),
				List.of(), command.split(" "));
		running.awaitSaid("File: ");
		running.kill();

		List<Path> copies = copies();
		assertThat(copies).singleElement()
			.satisfies((copy) -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
				.isEqualTo("rw-------"))
			.satisfies((copy) -> assertThat(copy).hasSameBinaryContentAs(file));

		assertThat(fed(FILE, this.program.arguments(Path.of("-"), "--yes")).exit()).isZero();
		assertThat(this.sandbox.groups()).extracting((group) -> group.name())
			.contains("Piped")
			.doesNotContain("Team 1");
		assertThat(copies()).isEmpty();
	}

	private List<Path> copies() throws IOException {
		try (Stream<Path> files = Files.list(this.program.state())) {
			return files.filter((file) -> String.valueOf(file.getFileName()).startsWith("standard input")).toList();
		}
	}

	private Program.Result fed(String text, String... arguments) {
		InputStream before = System.in;
		System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
		try {
			return this.program.run(arguments);
		}
		finally {
			System.setIn(before);
		}
	}

}
