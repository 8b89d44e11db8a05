package io.groupbatch.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code run.sh} in a checkout of its own, whose Java and Maven are scripts that tell how
 * they were called.
 */
@DisabledOnOs(OS.WINDOWS)
class RunScriptIT {

	private static final String JAVA = """
			#!/bin/sh
			while [ "$1" != -jar ]; do shift; done
			cat "$2"
			shift 2
			for argument in "$@"; do printf '<%s>' "$argument"; done
			exit 3
			""";

	/** Makes a "jar" of the sources' content, slowly enough to be met at it. */
	private static final String MAVEN = """
			#!/bin/sh
			while [ "$1" != -f ]; do shift; done
			work=$(dirname "$2")
			echo built >>"$BUILDS"
			echo "Downloading from central: https://repo.example.com/a.pom"
			echo "[INFO] --- compiler:3.14.0:compile (default-compile) @ groupbatch ---"
			echo "Downloading from central: https://repo.example.com/b.pom"
			sleep 0.3
			echo "[INFO] --- jar:3.4.2:jar (default-jar) @ groupbatch ---"
			if grep -q broken "$work"/src/main/*.java; then echo "A.java is broken"; exit 1; fi
			mkdir "$work/target"
			cat "$work"/src/main/*.java >"$work/target/groupbatch.jar"
			""";

	/** Unpacks, makes an archive of its classes, and says which one it starts with. */
	private static final String FAST_JAVA = """
			#!/bin/sh
			if [ "$1" = -Djarmode=tools ]; then mkdir "$6" && cp "$3" "$6"; exit; fi
			how=plain
			while [ "$1" != -jar ]; do
			  case $1 in
			    -XX:ArchiveClassesAtExit=*) echo made >>"$BUILDS.archives"; echo shared >"${1#*=}"; exit ;;
			    -XX:AOTCacheOutput=*) echo made >>"$BUILDS.archives"; echo ahead >"${1#*=}"; exit ;;
			    -XX:SharedArchiveFile=* | -XX:AOTCache=*) how=$(cat "${1#*=}") ;;
			  esac
			  shift
			done
			printf '%s' "$how"
			""";

	private static final String JAVA_WITHOUT_ARCHIVES = FAST_JAVA.replaceAll("; echo (shared|ahead) >[^;]*", "");

	private static final List<String> TOOLS = List.of("bash", "sh", "env", "dirname", "basename", "readlink", "sed",
			"find", "sort", "tr", "xargs", "cksum", "id", "grep", "mkdir", "mktemp", "cp", "mv", "rm", "touch", "cat",
			"ln", "flock", "sleep", "nice", "stty");

	private static final Map<String, String> ONLY_BIN = Map.of("ONLY_BIN", "yes", "JAVA_HOME", "");

	@TempDir
	Path folder;

	Path checkout = Path.of("");

	@BeforeEach
	void checkOut() throws IOException {
		this.checkout = Files.createDirectories(this.folder.resolve("a checkout"));
		Files.copy(Path.of("run.sh"), this.checkout.resolve("run.sh"), StandardCopyOption.COPY_ATTRIBUTES);
		Files.createDirectories(this.checkout.resolve(".mvn"));
		Files.createDirectories(this.checkout.resolve("src/main"));
		Files.writeString(this.checkout.resolve("pom.xml"), "<project/>");
		Files.writeString(source(), "one ");
		Files.createDirectories(this.checkout.resolve("src/main/sh"));
		for (String part : List.of("src/main/sh/start.sh", "src/main/sh/tools.sh")) {
			Files.copy(Path.of(part), this.checkout.resolve(part));
		}
		install("jdk/bin/java", JAVA);
		install("jdk/bin/javac", "");
		install("bin/mvn", MAVEN);
		release("17.0.15");
	}

	@Test
	void argumentsArriveAsTheyWereGivenAndSoDoesTheExitCode() {
		Result result = run("import", "a b", "", "\"quoted\" 'too'", "*", "$HOME", "-x\\n");

		assertThat(result.out()).isEqualTo("one <import><a b><><\"quoted\" 'too'><*><$HOME><-x\\n>");
		assertThat(result.code()).isEqualTo(3);
	}

	@Test
	void aSecondStartDoesNotBuild() {
		assertThat(run().err()).contains("Building");
		assertThat(run().err()).isEmpty();

		assertThat(builds()).isEqualTo(1);
	}

	@Test
	void eachPhaseOfABuildIsToldOnce() {
		assertThat(run().err().lines().skip(1)).containsExactly("  Downloading libraries and build tools ...",
				"  Compiling ...", "  Packing ...");
	}

	@Test
	void changedAddedAndDeletedSourcesAreBuiltWhateverTheirTime() throws IOException {
		run();
		var time = Files.getLastModifiedTime(source());
		Files.writeString(source(), "two ");
		Files.setLastModifiedTime(source(), time);

		assertThat(run().out()).isEqualTo("two ");

		Files.writeString(source().resolveSibling("B.java"), "three ");

		assertThat(run().out()).isEqualTo("two three ");

		Files.delete(source());

		assertThat(run().out()).isEqualTo("three ");
		assertThat(builds()).isEqualTo(4);
	}

	@Test
	void aFailedBuildSaysWhyAndLeavesTheProgramOfTheSourcesBefore() throws IOException {
		run();
		Files.writeString(source(), "broken");

		Result result = run();

		assertThat(result.code()).isEqualTo(70);
		assertThat(result.out()).isEmpty();
		assertThat(result.err()).contains("A.java is broken", "could not be built").doesNotContain("[INFO]", "central");

		Files.writeString(source(), "one ");

		assertThat(run().out()).isEqualTo("one ");
		assertThat(builds()).isEqualTo(2);
	}

	@Test
	void whoStartsWhileAnotherBuildsWaitsForThat() throws Exception {
		Process first = start(Map.of(), "first");
		Process second = start(Map.of(), "second");

		assertThat(Result.of(first).out()).isEqualTo("one <first>");
		assertThat(Result.of(second).out()).isEqualTo("one <second>");
		assertThat(builds()).isEqualTo(1);
	}

	@Test
	void nothingIsLeftOfABuildThatIsStopped() throws Exception {
		install("bin/mvn", "#!/bin/sh\necho built >>\"$BUILDS\"\nexec sleep 60\n");
		Process process = start(Map.of());
		while (builds() == 0 && process.isAlive()) {
			process.waitFor(1, TimeUnit.MILLISECONDS);
		}
		process.toHandle().destroy();

		assertThat(Result.of(process).code()).isEqualTo(143);
		try (Stream<Path> left = Files.list(this.checkout.resolve("target/program"))) {
			assertThat(left).extracting((file) -> file.getFileName().toString()).containsExactly("lock");
		}
	}

	@Test
	void aBuiltProgramNeedsNoMaven() throws IOException {
		run();
		install("bin/mvn", "#!/bin/sh\nexit 127\n");

		assertThat(run().out()).isEqualTo("one ");
	}

	@Test
	void itIsFoundThroughSymbolicLinks() throws IOException {
		Path link = Files.createSymbolicLink(this.folder.resolve("link"), Path.of("a checkout/run.sh"));
		Path other = Files.createSymbolicLink(this.folder.resolve("bin/groupbatch"), link);

		assertThat(Result.of(start(other, Map.of())).out()).isEqualTo("one ");
		assertThat(this.checkout.resolve("target")).exists();
	}

	@Test
	void aJavaThatDoesNotStartIsNoRunWhoseRowsFailed() throws IOException {
		install("jdk/bin/java", "#!/bin/sh\necho 'Unrecognized option: -Xnothing'\nexit 1\n");

		Result result = run(Map.of("GROUPBATCH_JAVA_OPTIONS", "-Xnothing"));

		assertThat(result.code()).isEqualTo(70);
		assertThat(result.err()).contains("Unrecognized option: -Xnothing", "GROUPBATCH_JAVA_OPTIONS");
	}

	@Test
	void underCronNamesMayHaveAllLetters() throws IOException {
		install("jdk/bin/java", "#!/bin/sh\nlocale charmap\n");

		assertThat(run(Map.of("LC_ALL", "C")).out()).isEqualTo("UTF-8\n");
	}

	@Test
	void aClosedStreamIsNotTheFirstFileThatJavaOpens() throws IOException {
		install("jdk/bin/java", "#!/bin/sh\ncat\n");
		Files.writeString(this.folder.resolve("closed"),
				"#!/bin/sh\nexec '" + this.checkout.resolve("run.sh") + "' <&-\n");
		assertThat(this.folder.resolve("closed").toFile().setExecutable(true)).isTrue();

		Result result = Result.of(start(this.folder.resolve("closed"), Map.of()));

		assertThat(result.out()).isEmpty();
		assertThat(result.err()).contains("Bad file descriptor");
	}

	@Test
	void anOldJavaIsNamed() throws IOException {
		release("11.0.2");

		Result result = run();

		assertThat(result.code()).isEqualTo(70);
		assertThat(result.err()).contains("needs Java 17 or newer", "is Java 11");
	}

	@Test
	void aWrongJavaHomeIsNamed() {
		Result result = run(Map.of("JAVA_HOME", "/nowhere"));

		assertThat(result.code()).isEqualTo(70);
		assertThat(result.err()).contains("JAVA_HOME is /nowhere");
	}

	@Test
	void withoutJavaHomeTheJavaOfThePathIsTaken() throws IOException {
		Files.createSymbolicLink(this.folder.resolve("bin/java"), this.folder.resolve("jdk/bin/java"));

		assertThat(run(Map.of("JAVA_HOME", "")).out()).isEqualTo("one ");
	}

	/** Such links are how tools choose among several installed Javas. */
	@Test
	void aJavaThatIsALinkToAnotherProgramIsStartedByItsOwnName() throws IOException {
		install("shims/choose", """
				#!/bin/sh
				exec "$FOLDER/jdk/bin/${0##*/}" "$@"
				""");
		for (String tool : List.of("java", "javac")) {
			Files.createSymbolicLink(this.folder.resolve("bin").resolve(tool), this.folder.resolve("shims/choose"));
		}
		install("jdk/bin/java",
				JAVA.replace("while", "[ \"$1\" != -version ] || exec echo 'version \"17.0.1\"'\nwhile"));

		assertThat(run(Map.of("JAVA_HOME", "", "FOLDER", this.folder.toString())).out()).isEqualTo("one ");
	}

	@Test
	void optionsOfJavaAreSplitAtBlanksAndNotExpanded() throws IOException {
		Files.createFile(this.folder.resolve("-Da=file"));
		install("jdk/bin/java", "#!/bin/sh\nfor argument in \"$@\"; do printf '<%s>' \"$argument\"; done\n");

		assertThat(run(Map.of("GROUPBATCH_JAVA_OPTIONS", "-Da=* -Db=$HOME")).out()).contains("<-Da=*><-Db=$HOME>");
	}

	@Test
	void theFirstStartMakesTheArchiveThatTheNextOnesUse() throws Exception {
		install("jdk/bin/java", FAST_JAVA);

		assertThat(run().out()).isEqualTo("plain");
		awaitArchives(1);

		assertThat(run()).isEqualTo(new Result("shared", "", 0));
		assertThat(lines("builds.archives")).isEqualTo(1);
	}

	@Test
	void everyJavaHasAnArchiveOfItsOwn() throws Exception {
		install("jdk/bin/java", FAST_JAVA);
		run();
		awaitArchives(1);
		release("25.0.1");

		assertThat(run().out()).isEqualTo("plain");
		awaitArchives(2);

		assertThat(run().out()).isEqualTo("ahead");
		assertThat(builds()).isEqualTo(1);
	}

	@Test
	void anArchiveThatCannotBeMadeIsTriedOnce() throws Exception {
		install("jdk/bin/java", JAVA_WITHOUT_ARCHIVES);
		run();
		awaitArchives(1);

		assertThat(run()).isEqualTo(new Result("plain", "", 0));
		assertThat(run()).isEqualTo(new Result("plain", "", 0));
		assertThat(lines("builds.archives")).isEqualTo(1);
	}

	@Test
	void whatIsMissingIsNamedWithTheCommandThatInstallsIt() throws IOException {
		onAMachineWithNothing();

		Result result = run(ONLY_BIN);

		assertThat(result.code()).isEqualTo(70);
		assertThat(result.err()).contains("Missing: a JDK (17 or newer), Maven.",
				"install -y --no-install-recommends ca-certificates default-jdk-headless maven",
				"GROUPBATCH_INSTALL=yes");
	}

	@Test
	void whatIsMissingIsInstalledUnaskedWhenTheVariableSaysSo() throws IOException {
		onAMachineWithNothing();
		install("bin/apt-get", """
				#!/bin/sh
				[ "$1" = install ] || exit 0
				cp "$FOLDER/later/mvn" "$FOLDER/bin/mvn"
				ln -s "$FOLDER/jdk/bin/java" "$FOLDER/bin/java"
				""");

		Result result = run(with(ONLY_BIN, "GROUPBATCH_INSTALL", "yes", "FOLDER", this.folder.toString()));

		assertThat(result.err()).contains("Installing a JDK (17 or newer), Maven ...", "Building");
		assertThat(result.out()).isEqualTo("one ");
	}

	@Test
	void anInstallationThatFailsIsToldInASentence() throws IOException {
		onAMachineWithNothing();
		install("bin/apt-get", "#!/bin/sh\necho no network; exit 100\n");

		Result result = run(with(ONLY_BIN, "GROUPBATCH_INSTALL", "yes"));

		assertThat(result.code()).isEqualTo(70);
		assertThat(result.err()).contains("no network", "The installation failed; what it says stands above.");
	}

	/** Debian's tools, of which none is Java or Maven, and a sudo that asks nothing. */
	private void onAMachineWithNothing() throws IOException {
		Files.createDirectories(this.folder.resolve("later"));
		Files.move(this.folder.resolve("bin/mvn"), this.folder.resolve("later/mvn"));
		install("bin/apt-get", "#!/bin/sh\n");
		install("bin/sudo", "#!/bin/sh\nexec \"$@\"\n");
		for (String tool : TOOLS) {
			Path found = Stream.of("/usr/bin", "/bin")
				.map((in) -> Path.of(in, tool))
				.filter(Files::exists)
				.findFirst()
				.orElseThrow();
			Files.createSymbolicLink(this.folder.resolve("bin").resolve(tool), found);
		}
	}

	private static Map<String, String> with(Map<String, String> variables, String... further) {
		Map<String, String> all = new HashMap<>(variables);
		for (int i = 0; i < further.length; i += 2) {
			all.put(further[i], further[i + 1]);
		}
		return all;
	}

	/** Until so many archives were tried, and nobody is at it any more. */
	private void awaitArchives(int number) throws IOException, InterruptedException {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
		while (number != archivesDone() && System.nanoTime() < end) {
			TimeUnit.MILLISECONDS.sleep(20);
		}
		assertThat(archivesDone()).isEqualTo(number);
	}

	/** Without a look into folders that may go meanwhile. */
	private long archivesDone() throws IOException {
		List<String> names = new ArrayList<>();
		try (Stream<Path> programs = Files.list(this.checkout.resolve("target/program"))) {
			for (Path program : programs.filter(Files::isDirectory).toList()) {
				try (Stream<Path> files = Files.list(program)) {
					files.forEach((file) -> names.add(file.getFileName().toString()));
				}
			}
		}
		boolean busy = names.stream().anyMatch((name) -> name.startsWith("training."));
		return busy ? -1 : names.stream().filter((name) -> name.matches("\\d+-\\d+(\\.failed)?")).count();
	}

	private Path source() {
		return this.checkout.resolve("src/main/A.java");
	}

	private void release(String version) throws IOException {
		Files.writeString(this.folder.resolve("jdk/release"), "A=\"b\"\nJAVA_VERSION=\"" + version + "\"\n");
	}

	private void install(String name, String script) throws IOException {
		Path file = this.folder.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, script);
		assertThat(file.toFile().setExecutable(true)).isTrue();
	}

	private long builds() {
		return lines("builds");
	}

	private long lines(String name) {
		Path log = this.folder.resolve(name);
		try (Stream<String> lines = Files.exists(log) ? Files.lines(log) : Stream.empty()) {
			return lines.count();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Result run(String... arguments) {
		return Result.of(start(Map.of(), arguments));
	}

	private Result run(Map<String, String> environment) {
		return Result.of(start(environment));
	}

	private Process start(Map<String, String> environment, String... arguments) {
		return start(this.checkout.resolve("run.sh"), environment, arguments);
	}

	private Process start(Path script, Map<String, String> environment, String... arguments) {
		List<String> command = new ArrayList<>(List.of(script.toString()));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.folder.toFile());
		builder.environment().put("PATH", this.folder.resolve("bin") + ":" + System.getenv("PATH"));
		builder.environment().put("JAVA_HOME", this.folder.resolve("jdk").toString());
		builder.environment().put("BUILDS", this.folder.resolve("builds").toString());
		builder.environment().remove("GROUPBATCH_JAVA_OPTIONS");
		builder.environment().remove("GROUPBATCH_INSTALL");
		builder.environment().putAll(environment);
		if (environment.containsKey("ONLY_BIN")) {
			builder.environment().put("PATH", this.folder.resolve("bin").toString());
		}
		try {
			return builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What a start said, and how it ended. */
	private record Result(String out, String err, int code) {

		static Result of(Process process) {
			try {
				process.getOutputStream().close();
				String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
				String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
				assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
				return new Result(out, err, process.exitValue());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
