package io.groupbatch.it;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.groupbatch.Application;
import io.groupbatch.cli.Groupbatch;
import io.groupbatch.sandbox.fault.FaultPolicy.Normal;
import io.groupbatch.support.Folders;
import io.groupbatch.support.Program;
import io.groupbatch.support.SlowFile;
import io.groupbatch.support.StandardPortal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where results go that are no new plain file: links, pipes, standard output, and a state
 * folder that is taken away.
 */
class OutputsIT extends StandardPortal {

	@ParameterizedTest
	@ValueSource(strings = { "export", "people", "audit" })
	void aLinkStaysAndItsFileIsReplaced(String command) throws IOException {
		Path real = Files.writeString(Files.createDirectories(this.folder.resolve("real")).resolve("r.csv"), "old");
		Path link = Files.createSymbolicLink(this.folder.resolve("link.csv"), Path.of("real/r.csv"));

		Program.Result result = this.program.run(command, link.toString(), "--force");

		assertThat(result.exit()).as(result.err()).isZero();
		assertThat(link).isSymbolicLink();
		assertThat(real).content().isNotEqualTo("old");
		assertThat(real.resolveSibling("r.csv.unfinished")).doesNotExist();
	}

	@ParameterizedTest
	@ValueSource(strings = { "export", "people" })
	void aPipeIsWrittenInto(String command) {
		Path pipe = this.folder.resolve("pipe");
		SlowFile.pipe(pipe);
		CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> content(pipe));

		Program.Result result = this.program.run(command, pipe.toString());

		assertThat(result.exit()).as(result.err()).isZero();
		assertThat(read.join()).contains("@sandbox.example").isEqualTo(this.program.run(command, "-").out());
		assertThat(Files.isRegularFile(pipe)).isFalse();
	}

	@Test
	void anInputThatCanBeReadOnceIsEnough() {
		Path pipe = this.folder.resolve("pipe.csv");
		SlowFile.pipe(pipe);
		CompletableFuture<Path> written = CompletableFuture
			.supplyAsync(() -> write(pipe, "operation,groupName\ncreate,Piped\n"));

		Program.Result result = this.program.importing(pipe);

		assertThat(result.exit()).as(result.err()).isZero();
		assertThat(written.join()).isEqualTo(pipe);
		assertThat(this.sandbox.groups("Piped")).hasSize(1);
	}

	@Test
	void aStandardOutputThatTakesNothingIsTold() throws IOException {
		Path file = write(this.folder.resolve("rows.csv"), "operation,groupName\ncreate,New\n");
		String state = this.program.state().toString();

		for (List<String> command : List.of(List.of("template", "onboarding"), List.of("runs", "--state", state),
				List.of("--help"),
				List.of("verify", file.toString(), "--json", "--state", state, "--output",
						this.folder.resolve("v").toString()),
				List.of("import", file.toString(), "--json", "--yes", "--state", state, "--output",
						this.program.output().toString()))) {
			assertThat(printingNowhere(command)).as("%s", command).isEqualTo(73);
		}
		assertThat(this.sandbox.groups("New")).as("what was done is kept").hasSize(1);
		assertThat(this.program.run("runs").out()).contains("1 SUCCEEDED");
	}

	@Test
	void aStateFolderThatIsTakenAwayIsTold() throws IOException {
		this.sandbox.setFaultPolicy((request) -> {
			if (request.method().equals("POST")) {
				takeAway(this.program.state());
			}
			return new Normal();
		});

		Program.Result result = this.program
			.importing(write(this.folder.resolve("rows.csv"), "operation,groupName\ncreate,New\n"));

		assertThat(result.exit()).as(result.out() + result.err()).isEqualTo(73);
		assertThat(result.err()).contains("was deleted or moved", this.program.state().toString());
	}

	private int printingNowhere(List<String> command) {
		PrintStream before = System.out;
		System.setOut(new PrintStream(new OutputStream() {
			@Override
			public void write(int octet) throws IOException {
				throw new IOException("No space left on device");
			}
		}, true, StandardCharsets.UTF_8));
		try {
			return Groupbatch.run(command.toArray(String[]::new), Application::start, Map.of("DOCSPACE_PORTAL_URL",
					this.sandbox.url().toString(), "DOCSPACE_API_KEY", this.sandbox.apiKey()));
		}
		finally {
			System.setOut(before);
		}
	}

	private static void takeAway(Path folder) {
		try {
			Folders.delete(folder);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static String content(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static Path write(Path file, String text) {
		try {
			return Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

}
