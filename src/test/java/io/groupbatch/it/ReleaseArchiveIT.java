package io.groupbatch.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.groupbatch.text.Sha256;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The archive of a release, unpacked where the user who starts it may not write, with a
 * Java runtime without a compiler, and without Maven.
 */
@DisabledOnOs(OS.WINDOWS)
class ReleaseArchiveIT {

	/** Nobody, on every Linux. */
	private static final String USER = "65534";

	private static final List<String> TOOLS = List.of("sh", "readlink", "sed", "stty");

	@TempDir
	private static Path folder;

	private static Path program = Path.of("");

	private static Path home = Path.of("");

	@BeforeAll
	static void install() throws IOException {
		Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
		Path opt = Files.createDirectory(folder.resolve("a folder"));
		// By somebody who keeps new files from others
		assertThat(run(List.of("sh", "-c", "umask 077; exec tar -xzf \"$1\" -C \"$2\"", "sh",
				archive(".tar.gz").toAbsolutePath().toString(), opt.toString())))
			.isEqualTo(new Result(0, "", ""));
		try (Stream<Path> unpacked = Files.list(opt)) {
			program = unpacked.findFirst().orElseThrow();
		}
		assertThat(run(List.of(Path.of(System.getProperty("java.home"), "bin/jlink").toString(), "--add-modules",
				"java.se,jdk.httpserver,jdk.jfr,jdk.management,jdk.net,jdk.unsupported,jdk.crypto.ec,jdk.charsets",
				"--output", folder.resolve("runtime").toString()))
			.exit()).isZero();
		home = Files.createDirectory(folder.resolve("home"));
		Path bin = Files.createDirectory(folder.resolve("bin"));
		for (String tool : TOOLS) {
			Path found = Stream.of("/usr/bin", "/bin")
				.map((in) -> Path.of(in, tool))
				.filter(Files::exists)
				.findFirst()
				.orElseThrow();
			Files.createSymbolicLink(bin.resolve(tool), found);
		}
		if (isRoot()) {
			run(List.of("chown", USER + ":" + USER, home.toString()));
		}
		else {
			run(List.of("chmod", "-R", "a-w", opt.toString()));
		}
	}

	@Test
	void itImportsIntoTheSandboxAndKeepsEverythingInTheUsersFolder() throws IOException {
		Result result = groupbatch(Map.of());

		assertThat(result.err() + result.out()).contains("Run 1: 12 SUCCEEDED, 1 UNCHANGED (finished)");
		assertThat(result.exit()).isZero();
		Path kept = home.resolve(".local/state/groupbatch");
		assertThat(kept.resolve("state/sandbox")).isNotEmptyDirectory();
		assertThat(kept.resolve("output/sandbox/run-0001/report.csv")).exists();
	}

	@Test
	void itExportsAndNamesItselfWhereItSaysWhatToDo() throws IOException {
		Path link = Files.createSymbolicLink(folder.resolve("groupbatch"), program.resolve("bin/groupbatch"));
		Path file = home.resolve("groups.csv");

		Result result = start(link, Map.of("XDG_STATE_HOME", home.resolve("x d g").toString()), "export",
				file.toString(), "--sandbox");

		assertThat(result.exit()).as(result.err()).isZero();
		assertThat(file).content(StandardCharsets.UTF_8).contains("Sales");
		assertThat(home.resolve("x d g/groupbatch/state/sandbox")).isNotEmptyDirectory();
		assertThat(start(link, Map.of(), "exprt").err()).contains("Help: groupbatch --help").doesNotContain("run.sh");
	}

	@Test
	void itExaminesItself() {
		Result result = groupbatch(Map.of(), "doctor", "--sandbox");

		assertThat(result.exit()).as(result.err()).isZero();
		assertThat(result.out()).contains(home.resolve(".local/state/groupbatch/state").toString());
	}

	@Test
	void itSaysThatJavaIsMissing() {
		Result result = groupbatch(Map.of("JAVA_HOME", ""));

		assertThat(result.exit()).isEqualTo(70);
		assertThat(result.err()).contains("Java is missing");
	}

	@Test
	void itSaysThatItIsNotComplete() throws IOException {
		Path bin = Files.createDirectories(folder.resolve("half/bin"));
		Path launcher = Files.copy(program.resolve("bin/groupbatch"), bin.resolve("groupbatch"),
				StandardCopyOption.COPY_ATTRIBUTES);

		Result result = start(launcher, Map.of());

		assertThat(result.exit()).isEqualTo(70);
		assertThat(result.err()).contains("Install Groupbatch again.");
	}

	@Test
	void itsChecksumsAreRightAndItHoldsWhatAReleaseNeeds() throws IOException {
		for (String kind : List.of(".tar.gz", ".zip")) {
			Path archive = archive(kind);
			MessageDigest digest = Sha256.digest();
			digest.update(Files.readAllBytes(archive));

			assertThat(Path.of(archive + ".sha256")).content()
				.startsWith(Sha256.hex(digest) + " *" + archive.getFileName());
		}
		assertThat(program).isDirectoryContaining("glob:**/LICENSE").isDirectoryContaining("glob:**/docs");
		assertThat(program.resolve("bin/groupbatch.cmd")).content().contains("\r\n");
	}

	private static Result groupbatch(Map<String, String> variables, String... arguments) {
		return start(program.resolve("bin/groupbatch"), variables, arguments);
	}

	private static Result start(Path launcher, Map<String, String> variables, String... arguments) {
		List<String> command = new ArrayList<>();
		if (isRoot()) {
			command.addAll(List.of("setpriv", "--reuid=" + USER, "--regid=" + USER, "--clear-groups", "--"));
		}
		command.addAll(List.of("/usr/bin/env", "-i", "PATH=" + folder.resolve("bin"),
				"JAVA_HOME=" + folder.resolve("runtime"), "HOME=" + home));
		variables.forEach((name, value) -> command.add(name + "=" + value));
		command.add(launcher.toString());
		command.addAll(List.of(arguments));
		return run(command);
	}

	private static boolean isRoot() {
		return "root".equals(System.getProperty("user.name"));
	}

	/** The newest one: an older version may lie there still. */
	private static Path archive(String kind) throws IOException {
		try (Stream<Path> files = Files.list(Path.of("target"))) {
			return files.filter((file) -> file.getFileName().toString().matches("groupbatch-.*\\Q" + kind + "\\E"))
				.max(Comparator.comparing((file) -> file.toFile().lastModified()))
				.orElseThrow(() -> new AssertionError("There is no archive. Make one: mvn -B package -DskipTests"));
		}
	}

	private static Result run(List<String> command) {
		try {
			Path out = Files.createTempFile(folder, "out", ".txt");
			Path err = Files.createTempFile(folder, "err", ".txt");
			Process process = new ProcessBuilder(command).directory(folder.toFile())
				.redirectOutput(out.toFile())
				.redirectError(err.toFile())
				.start();
			process.getOutputStream().close();
			return new Result(process.waitFor(), Files.readString(out), Files.readString(err));
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	private record Result(int exit, String out, String err) {

	}

}
