package io.groupbatch.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.Application;
import io.groupbatch.cli.Groupbatch;
import io.groupbatch.cli.launch.ApplicationStarter;
import io.groupbatch.clock.MonotonicClock;
import io.groupbatch.journal.JournalTemplate;
import io.groupbatch.journal.StateFolder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The program with a state and an output folder of its own, run in this JVM or in one
 * that can be killed.
 *
 * @param folder holds both folders
 * @param portal the portal's address
 * @param key the API key
 */
public record Program(Path folder, URI portal, String key) {

	/** As {@code run.sh} starts it. */
	static final List<String> JVM = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

	/** The commands that ask before they send. */
	private static final Set<String> ASKING = Set.of("import", "apply", "resume", "undo");

	/**
	 * A build in the background has SIGINT ignored, and so would have all that it starts.
	 */
	private static final List<String> DEFAULT_SIGNALS = defaultSignals();

	/** The sandbox is done with a request as soon as it has answered or let go. */
	public static final String SETTLE = "400ms";

	/** What a run said and how it ended. */
	public record Result(int exit, String out, String err) {

	}

	/** The same, with an empty journal, as if it had been started before. */
	public Program withJournal() {
		if (Files.notExists(StateFolder.journal(state()))) {
			JournalTemplate.copyTo(state());
		}
		return this;
	}

	public Path state() {
		return this.folder.resolve("state");
	}

	public Path output() {
		return this.folder.resolve("output");
	}

	public Report report() {
		return Report.read(output().resolve("report.csv"));
	}

	/** Imports a file, in this JVM. */
	public Result importing(Path file, String... options) {
		return run(arguments(file, options));
	}

	/** Imports a file, in a process. */
	public Running start(Path file, String... options) {
		return start(List.of(), arguments(file, options));
	}

	/** Carries out any command, in this JVM. */
	public Result run(String... arguments) {
		return run(Map.of(), arguments);
	}

	/** Carries out any command, in this JVM, on a computer with that clock. */
	public Result at(Clock clock, String... arguments) {
		return run(
				(folder, settings) -> Application.start(folder, settings, clock, new MonotonicClock(System::nanoTime)),
				Map.of(), arguments);
	}

	/** Carries out any command, in this JVM, with further variables. */
	public Result run(Map<String, String> variables, String... arguments) {
		return run(Application::start, variables, arguments);
	}

	private Result run(ApplicationStarter starter, Map<String, String> variables, String... arguments) {
		Map<String, String> all = new HashMap<>(environment());
		all.putAll(variables);
		PrintStream out = System.out;
		PrintStream err = System.err;
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		ByteArrayOutputStream told = new ByteArrayOutputStream();
		System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
		System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
		try {
			int exit = Groupbatch.run(withYes(withState(arguments)), starter, all);
			return conforming(List.of(arguments),
					new Result(exit, said.toString(StandardCharsets.UTF_8), told.toString(StandardCharsets.UTF_8)));
		}
		finally {
			System.setOut(out);
			System.setErr(err);
		}
	}

	/** Whatever a test is about: what is printed for scripts is as its schema says. */
	private static Result conforming(List<String> arguments, Result result) {
		if (arguments.contains("--json") && result.out().startsWith("{")) {
			JsonSchemas.assertConforms(arguments, result.out());
		}
		return result;
	}

	/** Carries out any command, in a process whose JVM has further options. */
	public Running start(List<String> jvm, String... arguments) {
		return startIn(List.of(), jvm, arguments);
	}

	/** Carries out any command, in a process that another program starts. */
	public Running startIn(List<String> starter, List<String> jvm, String... arguments) {
		List<String> command = new ArrayList<>(starter);
		command.addAll(java(jvm, withYes(withState(arguments))));
		return start(command);
	}

	/** The same, without the yes that is given for all others. */
	public Running startWithoutYes(List<String> starter, String... arguments) {
		List<String> command = new ArrayList<>(starter);
		command.addAll(java(List.of(), withState(arguments)));
		return start(command);
	}

	/**
	 * Carries out any command, in a process that has a terminal, where the user can be
	 * asked.
	 */
	public Running startOnTerminal(String... arguments) {
		return startOnTerminal("exec", "", arguments);
	}

	/**
	 * The same, as a shell is told.
	 * @param starter what stands before the command
	 * @param streams where standard input and output go instead
	 */
	public Running startOnTerminal(String starter, String streams, String... arguments) {
		String command = java(List.of(), withState(arguments)).stream()
			.map((argument) -> "'" + argument + "'")
			.collect(Collectors.joining(" ", starter + " ", " " + streams));
		return start(List.of("script", "-qec", command, this.folder.resolve("typescript").toString()));
	}

	/** The command that runs this JVM. */
	static String java() {
		return ProcessHandle.current().info().command().orElseThrow();
	}

	private List<String> java(List<String> jvm, String... arguments) {
		List<String> command = new ArrayList<>(List.of(java()));
		command.addAll(JVM);
		command.addAll(ProgramArchive.get().options());
		command.addAll(jvm);
		command.add(Application.class.getName());
		command.addAll(List.of(arguments));
		return command;
	}

	private Running start(List<String> command) {
		try {
			Path out = Files.createTempFile(Files.createDirectories(this.folder), "out", ".txt");
			Path err = Files.createTempFile(this.folder, "err", ".txt");
			List<String> hearing = Stream.concat(DEFAULT_SIGNALS.stream(), command.stream()).toList();
			ProcessBuilder process = new ProcessBuilder(hearing).redirectOutput(out.toFile())
				.redirectError(err.toFile());
			process.environment().putAll(environment());
			// Not an argument: with a command line this long, nobody is shown any of it.
			process.environment().put("CLASSPATH", ProgramArchive.get().classPath());
			return new Running(process.start(), out, err);
		}
		catch (IOException ex) {
			throw new AssertionError("The process could not be started", ex);
		}
	}

	private static List<String> defaultSignals() {
		List<String> words = List.of("env", "--default-signal=INT");
		try {
			Process tried = new ProcessBuilder("env", "--default-signal=INT", "true").start();
			return (tried.waitFor() == 0) ? words : List.of();
		}
		catch (IOException ex) {
			return List.of();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	public String[] arguments(Path file, String... options) {
		Stream<String> settle = List.of(options).contains("--settle") ? Stream.of() : Stream.of("--settle", SETTLE);
		return Stream
			.of(Stream.of("import", file.toString(), "--output", output().toString()), settle, Stream.of(options))
			.flatMap((part) -> part)
			.toArray(String[]::new);
	}

	private String[] withState(String... arguments) {
		return Stream.concat(Stream.of(arguments), Stream.of("--state", state().toString())).toArray(String[]::new);
	}

	/** Nobody sits there and says yes, and most tests are about something else. */
	private static String[] withYes(String... arguments) {
		boolean sends = arguments.length > 0 && ASKING.contains(arguments[0]);
		return (sends && !List.of(arguments).contains("--yes"))
				? Stream.concat(Stream.of(arguments), Stream.of("--yes")).toArray(String[]::new) : arguments;
	}

	private Map<String, String> environment() {
		return Map.of("DOCSPACE_PORTAL_URL", this.portal.toString(), "DOCSPACE_API_KEY", this.key, "XDG_CONFIG_HOME",
				this.folder.resolve("settings").toString());
	}

	/** The program as a process. */
	public record Running(Process process, Path out, Path err) {

		/** As {@code kill -9} does; returns when the process is gone. */
		public void kill() {
			this.process.destroyForcibly();
			end();
		}

		/** The same, with all that it has started. */
		public void killAll() {
			this.process.descendants().forEach(ProcessHandle::destroyForcibly);
			kill();
		}

		/** Sends a signal, such as INT; several, one right after the other. */
		public void signal(String... names) {
			signal(this.process.pid(), names);
		}

		/** Sends a signal to the process that does the work for this one. */
		public void signalChild(String name) {
			signal(this.process.toHandle().children().findFirst().orElseThrow().pid(), name);
		}

		private static void signal(long process, String... names) {
			String each = Stream.of(names)
				.map((name) -> "kill -" + name + " " + process)
				.collect(Collectors.joining("; "));
			try {
				new ProcessBuilder("sh", "-c", each).start().waitFor();
			}
			catch (IOException ex) {
				throw new AssertionError(ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new AssertionError(ex);
			}
		}

		/** Waits until the process has said something. */
		public void awaitSaid(String text) {
			try {
				for (int i = 0; !said().contains(text); i++) {
					assertThat(i).as("it says: %s", text).isLessThan(6000);
					boolean ended = this.process.waitFor(10, TimeUnit.MILLISECONDS);
					assertThat(said()).as("it has ended").matches((said) -> !ended || said.contains(text));
				}
			}
			catch (IOException ex) {
				throw new AssertionError(ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new AssertionError(ex);
			}
		}

		private String said() throws IOException {
			return Files.readString(this.out) + Files.readString(this.err);
		}

		/** Waits for the end. */
		public Result end() {
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
