package io.groupbatch.pages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.Application;
import io.groupbatch.cli.Groupbatch;
import io.groupbatch.journal.JournalTemplate;
import io.groupbatch.pages.PageStep.Shown;
import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.sandbox.state.Person;
import io.groupbatch.support.Folders;
import io.groupbatch.support.Poll;
import io.groupbatch.support.Program;
import io.groupbatch.support.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A reader who types the examples of a page, one after another, with a portal and a
 * folder of their own. The program runs in this JVM. For one thread.
 */
final class PageSession implements AutoCloseable {

	/** The commands that ask before they send. */
	private static final Set<String> ASKING = Set.of("import", "apply", "resume", "undo");

	private static final Pattern FILE = Pattern.compile("[\\w.-]+\\.(csv|txt|html|pem|prom|properties|log)");

	private static final Pattern PORTAL = Pattern.compile("https://(docspace|old|new)\\.example\\.com");

	private static final Pattern LISTENING = Pattern.compile("DOCSPACE_PORTAL_URL=(\\S+)");

	private static final Pattern HEAD = Pattern.compile("Head: (\\p{XDigit}{64})");

	/** What differs from run to run, and what stands for it. */
	private static final Map<Pattern, String> VARYING = varying();

	private final String home = System.getProperty("groupbatch.home", "");

	private final Path top;

	private final Map<String, Sandbox> portals = new HashMap<>();

	private final Map<String, String> variables = new HashMap<>();

	private final List<Thread> listening = new ArrayList<>();

	private int sessions;

	private Path folder;

	private int exit;

	private String said = "";

	private String head = "";

	PageSession(Path top) throws IOException {
		this.top = top;
		this.folder = top;
		begin();
	}

	/** Takes the steps of a page. */
	void take(List<PageStep> steps) throws IOException {
		List<PageStep> before = new ArrayList<>();
		for (PageStep step : steps) {
			switch (step.kind()) {
				case NEW_PORTAL -> {
					end();
					begin();
				}
				case HIDDEN_FILE -> write(step.text(), step.lines());
				case HIDDEN -> {
					type(step.at(), step.text());
					assertThat(this.exit).as("%s: %s", step.at(), this.said).isZero();
				}
				case BLOCK -> {
					block(step, before);
					before.clear();
				}
				default -> before.add(step);
			}
		}
		assertThat(before).as("comments about examples with no block after them").isEmpty();
	}

	private void block(PageStep block, List<PageStep> before) throws IOException {
		int usual = 0;
		List<String> skipped = new ArrayList<>();
		for (PageStep comment : before) {
			switch (comment.kind()) {
				case NOT_RUN -> {
					return;
				}
				case FILE -> {
					write(comment.text(), block.lines());
					return;
				}
				case EXIT -> usual = Integer.parseInt(comment.text());
				default -> skipped.add(comment.text().split(",", 2)[0]);
			}
		}
		List<Shown> commands = block.commands();
		for (int i = 0; i < commands.size(); i++) {
			Shown shown = commands.get(i);
			if (skipped.remove(shown.command())) {
				continue;
			}
			String what = "%s: %s\n%s".formatted(block.at(), shown.command(), this.said);
			if (shown.command().equals("echo $?")) {
				assertThat(shown.output()).as(what).containsExactly(String.valueOf(this.exit));
				continue;
			}
			boolean asks = shown.output().stream().anyMatch((line) -> line.endsWith("[y/N]"));
			if (asks) {
				answer(shown.command());
			}
			else {
				type(block.at(), shown.command());
			}
			what = "%s: %s\n%s".formatted(block.at(), shown.command(), this.said);
			boolean told = i + 1 < commands.size() && commands.get(i + 1).command().equals("echo $?");
			if (!told) {
				assertThat(this.exit).as(what).isEqualTo(usual);
			}
			if (shown.session()) {
				assertThat(common(this.said)).as(what).matches(pattern(shown.output(), asks));
			}
		}
		assertThat(skipped).as("%s: lines that are to be skipped, and are not there", block.at()).isEmpty();
	}

	/** What was typed is done as a shell does it, as far as the pages need one. */
	private void type(String at, String command) throws IOException {
		List<String> words = words(command);
		switch (words.get(0)) {
			case "./run.sh" -> run(words.subList(1, words.size()));
			case "export" -> export(command.substring("export ".length()));
			case "chmod" -> Files.setPosixFilePermissions(this.folder.resolve(words.get(2)),
					PosixFilePermissions.fromString("rw-------"));
			case "cat" -> show(words.get(1), Long.MAX_VALUE);
			case "head" -> show(words.get(2), Long.parseLong(words.get(1).substring(1)));
			default -> throw new AssertionError(at + ": the test cannot run this, and no comment before the block says"
					+ " that it is a file or is not run: " + command);
		}
	}

	private void run(List<String> words) {
		List<String> arguments = new ArrayList<>(words.stream().map(this::argument).toList());
		String command = words.isEmpty() ? "" : words.get(0);
		if (command.equals("sandbox")) {
			listen(arguments);
			return;
		}
		if (ASKING.contains(command) && !arguments.contains("--yes")) {
			arguments.add("--yes");
		}
		ByteArrayOutputStream screen = new ByteArrayOutputStream();
		Runnable restore = show(screen);
		try {
			this.exit = Groupbatch.run(arguments.toArray(String[]::new), Application::start, this.variables);
		}
		finally {
			restore.run();
		}
		this.said = screen.toString(StandardCharsets.UTF_8);
		Matcher found = HEAD.matcher(this.said);
		this.head = found.find() ? found.group(1) : this.head;
	}

	/** Types it at a terminal, where it asks, and says yes. */
	private void answer(String command) throws IOException {
		Program program = new Program(this.folder, portal("docspace").url(), Sandbox.API_KEY);
		List<String> words = words(command);
		List<String> arguments = new ArrayList<>(words.subList(1, words.size()).stream().map(this::argument).toList());
		arguments.addAll(List.of("--no-color", "--output", program.output().toString()));
		Program.Running running = program.startOnTerminal(arguments.toArray(String[]::new));
		running.awaitSaid("[y/N]");
		try (OutputStream keyboard = running.process().getOutputStream()) {
			keyboard.write("y\n".getBytes(StandardCharsets.UTF_8));
			keyboard.flush();
			Program.Result result = running.end();
			this.exit = result.exit();
			this.said = result.out().replace("\r", "");
		}
	}

	/** A sandbox that listens until the end, as in a second window. */
	private void listen(List<String> arguments) {
		List<String> free = new ArrayList<>(arguments);
		int port = free.indexOf("--port");
		if (port > 0) {
			free.subList(port, port + 2).clear();
		}
		free.addAll(List.of("--port", "0"));
		ByteArrayOutputStream screen = new ByteArrayOutputStream();
		Runnable restore = show(screen);
		Thread thread = new Thread(
				() -> Groupbatch.run(free.toArray(String[]::new), Application::start, this.variables), "example");
		thread.setDaemon(true);
		thread.start();
		this.listening.add(thread);
		Poll.until(() -> screen.toString(StandardCharsets.UTF_8).contains("Ctrl-C") || !thread.isAlive());
		restore.run();
		this.said = screen.toString(StandardCharsets.UTF_8);
		this.exit = 0;
		Matcher url = LISTENING.matcher(this.said);
		assertThat(url.find()).as(this.said).isTrue();
		this.variables.put("DOCSPACE_PORTAL_URL", url.group(1));
	}

	private static Runnable show(OutputStream screen) {
		PrintStream out = System.out;
		PrintStream err = System.err;
		PrintStream both = new PrintStream(screen, true, StandardCharsets.UTF_8);
		System.setOut(both);
		System.setErr(both);
		return () -> {
			System.setOut(out);
			System.setErr(err);
		};
	}

	private void export(String assignment) {
		String[] parts = assignment.split("=", 2);
		this.variables.put(parts[0], parts[0].equals("DOCSPACE_API_KEY") ? Sandbox.API_KEY : real(parts[1]));
	}

	private void show(String file, long lines) throws IOException {
		Path name = Path.of(file).getFileName();
		try (Stream<Path> all = Files.walk(this.folder)) {
			Path newest = all.filter((path) -> path.endsWith(name))
				.max(Comparator.comparing((path) -> path.toFile().lastModified()))
				.orElseThrow(() -> new AssertionError("There is no " + file));
			this.said = Files.readString(newest)
				.replace("\uFEFF", "")
				.lines()
				.limit(lines)
				.collect(Collectors.joining("\n", "", "\n"));
			this.exit = 0;
		}
	}

	private void write(String file, List<String> lines) throws IOException {
		String text = String.join("\n", lines) + "\n";
		if (file.startsWith("input/")) {
			assertThat(text).as("%s as the page shows it", file).isEqualTo(Files.readString(Path.of(file)));
		}
		else {
			Files.writeString(this.folder.resolve(file), real(text));
		}
	}

	private String argument(String word) {
		return word.equals("3b1f...") ? this.head
				: FILE.matcher(word).matches() ? this.folder.resolve(word).toString() : real(word);
	}

	/** What a page calls its portals and its key file, as they are here. */
	private String real(String text) {
		return PORTAL.matcher(text)
			.replaceAll((found) -> portal(found.group(1)).url().toString())
			.replace("/etc/groupbatch.key", this.folder.resolve("key.txt").toString());
	}

	private Sandbox portal(String name) {
		return this.portals.computeIfAbsent(name, PageSession::start);
	}

	private static Sandbox start(String name) {
		Sandbox portal = Sandbox.start(SandboxOptions.standard());
		for (String person : List.of("Anna Miller", "Ben Smith", "Carla Costa", "David Cole", "Elif Aydin")) {
			portal.add(person(person));
		}
		portal.add(person("Gina Gold").with(Person.Role.GUEST));
		portal.groups()
			.stream()
			.filter((group) -> name.equals("new") || (name.equals("old") && group.name().equals("Twins")))
			.forEach((group) -> Scene.delete(portal, group.id()));
		return portal;
	}

	private static Person person(String name) {
		String[] parts = name.split(" ", 2);
		return Person.of(parts[0], parts[1], parts[0].toLowerCase(Locale.ROOT) + "@example.com");
	}

	private static List<String> words(String command) {
		return Pattern.compile("(?:[^\\s'\"]|'[^']*'|\"[^\"]*\")+")
			.matcher(command)
			.results()
			.map((found) -> found.group().replaceAll("['\"]", ""))
			.toList();
	}

	/**
	 * A line of three dots stands for any lines, three dots within a line for any text.
	 */
	private static Pattern pattern(List<String> shown, boolean beginning) {
		String lines = shown.stream()
			.map((line) -> line.strip().equals("...") ? "(?:.*\n)*?"
					: Stream.of(common(line).split("\\.\\.\\.", -1))
						.map(Pattern::quote)
						.collect(Collectors.joining(".*?")) + "\\h*"
							+ (beginning && line.endsWith("[y/N]") ? "(?s:.*)" : "\n"))
			.collect(Collectors.joining());
		return Pattern.compile(lines);
	}

	private static String common(String text) {
		String result = text;
		for (Map.Entry<Pattern, String> each : VARYING.entrySet()) {
			result = each.getKey().matcher(result).replaceAll(each.getValue());
		}
		return result;
	}

	private static Map<Pattern, String> varying() {
		Map<Pattern, String> all = new TreeMap<>(Comparator.comparing(Pattern::pattern));
		Map<String, String> texts = Map.of("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d(:\\d\\d)?(Z|[+-]\\d\\d:\\d\\d)",
				"TIME", "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}", "ID", "\\b\\p{XDigit}{64}\\b", "HASH",
				"http://127\\.0\\.0\\.1:\\d+", "https://docspace.example.com", "@sandbox\\.example", "@example.com",
				"\\b([Rr]un|apply|resume|undo|report|cancel) \\d+", "$1 N", "\\b(run|verify)-\\d{4}", "$1-N",
				"\\b\\d+ seconds?\\b", "N s");
		texts.forEach((regex, text) -> all.put(Pattern.compile(regex), text));
		return all;
	}

	private void begin() throws IOException {
		this.folder = Files.createDirectory(this.top.resolve("session-" + ++this.sessions));
		System.setProperty("groupbatch.home", this.folder.toString());
		Folders.copy(Path.of("input"), Files.createDirectory(this.folder.resolve("input")));
		JournalTemplate.copyTo(this.folder.resolve("state"));
		Path key = Files.writeString(this.folder.resolve("key.txt"), Sandbox.API_KEY);
		Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
		this.variables.clear();
		this.variables.putAll(Map.of("DOCSPACE_PORTAL_URL", portal("docspace").url().toString(), "DOCSPACE_API_KEY",
				Sandbox.API_KEY, "XDG_CONFIG_HOME", this.folder.resolve("settings").toString()));
	}

	private void end() {
		this.listening.forEach(Thread::interrupt);
		this.listening.clear();
		this.portals.values().forEach(Sandbox::close);
		this.portals.clear();
	}

	@Override
	public void close() {
		end();
		if (this.home.isEmpty()) {
			System.clearProperty("groupbatch.home");
		}
		else {
			System.setProperty("groupbatch.home", this.home);
		}
	}

}
