package io.groupbatch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.groupbatch.cli.Groupbatch;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The program with a state and an output folder of its own, run in this JVM or in one
 * that can be killed.
 *
 * @param folder holds both folders
 * @param portal the portal's address
 * @param key the API key
 */
record Program(Path folder, URI portal, String key) {

	/** As {@code run.sh} starts it. */
	private static final List<String> JVM = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

	/** The sandbox is done with a request as soon as it has answered or let go. */
	static final String SETTLE = "400ms";

	/** What a run said and how it ended. */
	record Result(int exit, String out, String err) {

	}

	Path state() {
		return this.folder.resolve("state");
	}

	Path output() {
		return this.folder.resolve("output");
	}

	Report report() {
		return Report.read(output().resolve("report.csv"));
	}

	/** Imports a file, in this JVM. */
	Result importing(Path file, String... options) {
		return run(arguments(file, options));
	}

	/** Imports a file, in a process. */
	Running start(Path file, String... options) {
		return start(List.of(), arguments(file, options));
	}

	/** Carries out any command, in this JVM. */
	Result run(String... arguments) {
		PrintStream out = System.out;
		PrintStream err = System.err;
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		ByteArrayOutputStream told = new ByteArrayOutputStream();
		System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
		System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
		try {
			int exit = Groupbatch.run(withState(arguments), Application::start, environment());
			return new Result(exit, said.toString(StandardCharsets.UTF_8), told.toString(StandardCharsets.UTF_8));
		}
		finally {
			System.setOut(out);
			System.setErr(err);
		}
	}

	/** Carries out any command, in a process whose JVM has further options. */
	Running start(List<String> jvm, String... arguments) {
		List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
		command.addAll(JVM);
		command.addAll(jvm);
		command.add(Application.class.getName());
		command.addAll(List.of(withState(arguments)));
		try {
			Path out = Files.createTempFile(Files.createDirectories(this.folder), "out", ".txt");
			Path err = Files.createTempFile(this.folder, "err", ".txt");
			ProcessBuilder process = new ProcessBuilder(command).redirectOutput(out.toFile())
				.redirectError(err.toFile());
			process.environment().putAll(environment());
			// Not an argument: with a command line this long, nobody is shown any of it.
			process.environment().put("CLASSPATH", System.getProperty("java.class.path"));
			return new Running(process.start(), out, err);
		}
		catch (IOException ex) {
			throw new AssertionError("The process could not be started", ex);
		}
	}

	String[] arguments(Path file, String... options) {
		return Stream
			.concat(Stream.of("import", file.toString(), "--output", output().toString(), "--settle", SETTLE),
					Stream.of(options))
			.toArray(String[]::new);
	}

	private String[] withState(String... arguments) {
		return Stream.concat(Stream.of(arguments), Stream.of("--state", state().toString())).toArray(String[]::new);
	}

	private Map<String, String> environment() {
		return Map.of("DOCSPACE_PORTAL_URL", this.portal.toString(), "DOCSPACE_API_KEY", this.key);
	}

	/** The program as a process. */
	record Running(Process process, Path out, Path err) {

		/** As {@code kill -9} does; returns when the process is gone. */
		void kill() {
			this.process.destroyForcibly();
			end();
		}

		/** Waits for the end. */
		Result end() {
			try {
				assertThat(this.process.waitFor(4, TimeUnit.MINUTES)).as("the process ended").isTrue();
				return new Result(this.process.exitValue(), Files.readString(this.out), Files.readString(this.err));
			}
			catch (IOException ex) {
				throw new AssertionError(ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new AssertionError(ex);
			}
			finally {
				this.process.destroyForcibly();
			}
		}

	}

}
