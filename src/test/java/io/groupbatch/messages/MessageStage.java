package io.groupbatch.messages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.sandbox.fault.FaultPolicy.Act;
import io.groupbatch.sandbox.fault.FaultPolicy.Normal;
import io.groupbatch.sandbox.log.RecordedRequest;
import io.groupbatch.support.Program;
import io.groupbatch.support.Scene;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A portal and a folder for one scene, from which the page of messages is written. What
 * differs from run to run is told by a word in capitals.
 */
final class MessageStage implements AutoCloseable {

	private static final Pattern GUID = Pattern.compile("\\b\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}\\b");

	/** What logback says of itself when it is set up again and again in one process. */
	private static final Pattern LOGBACK = Pattern.compile("(?m)^\\d\\d:\\d\\d:\\d\\d,\\d+ \\|-.*\\n");

	private static final Set<String> EXAMPLES = Set.of("5d1f6f0a-7b1c-4f6e-9a57-2f6f3f0c9b11",
			"c5cc67d1-c3e8-43c0-a3ad-3928ae3e5b5e");

	private final MessagePage page;

	private final Path folder;

	private final Sandbox sandbox;

	private final Set<String> seeded;

	private final Program program;

	private int files;

	MessageStage(MessagePage page, Path folder) {
		this(page, folder, SandboxOptions.standard());
	}

	MessageStage(MessagePage page, Path folder, SandboxOptions options) {
		this.page = page;
		this.sandbox = Sandbox.start(options);
		this.seeded = this.sandbox.groups().stream().map((group) -> group.id().toString()).collect(Collectors.toSet());
		try {
			this.folder = Files.createTempDirectory(folder, "scene");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.program = new Program(this.folder, this.sandbox.url(), this.sandbox.apiKey());
	}

	Sandbox sandbox() {
		return this.sandbox;
	}

	Program program() {
		return this.program;
	}

	Path path(String name) {
		return this.folder.resolve(name);
	}

	Path file(String name, String... lines) {
		return bytes(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
	}

	Path bytes(String name, byte[] content) {
		try {
			return Files.write(path(name), content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A file with the usual columns. */
	Path rows(String... rows) {
		return file("rows-%d.csv".formatted(++this.files),
				Stream.concat(Stream.of("operation,groupName,groupManager,members"), Stream.of(rows))
					.toArray(String[]::new));
	}

	/** The id of a group that is there from the start. */
	UUID groupId(String name) {
		return this.sandbox.groups(name).get(0).id();
	}

	/** Another user deletes a group. */
	void remove(String name) {
		Scene.delete(this.sandbox, groupId(name));
	}

	/** Another user makes a group. */
	void make(String name, String... people) {
		Scene.group(this.sandbox, name, null,
				Stream.of(people).map((email) -> this.sandbox.person(email).orElseThrow()).toList());
	}

	/** Goes on with the newest run. */
	Program.Result resume(String... options) {
		return this.program
			.run(Stream.concat(Stream.of("resume", newestRun(), "--settle", Program.SETTLE), Stream.of(options))
				.toArray(String[]::new));
	}

	/** The number that the program last gave to a run. */
	String newestRun() {
		return this.program.run("runs").out().lines().skip(1).findFirst().orElseThrow().strip().replaceFirst(" .*", "");
	}

	/** The first requests of a kind go wrong. */
	MessageStage first(int count, String method, Supplier<Act> act) {
		AtomicInteger seen = new AtomicInteger();
		Predicate<RecordedRequest> kind = (request) -> request.method().equals(method);
		this.sandbox.setFaultPolicy(
				(request) -> (kind.test(request) && seen.incrementAndGet() <= count) ? act.get() : new Normal());
		return this;
	}

	/** The portal shows two people with the address of one of them, whatever is asked. */
	void oneAddressForTwo(String first, String second) {
		JsonMapper json = new JsonMapper();
		ObjectNode both = (ObjectNode) json.readTree(Scene.people(this.sandbox, second));
		ArrayNode people = (ArrayNode) both.path("response");
		people.add(json.readTree(Scene.people(this.sandbox, first).replace(first, second)).path("response").path(0));
		both.put("count", people.size()).put("total", people.size());
		this.sandbox.setFaultPolicy((request) -> request.path().contains("/people/filter")
				? new FaultPolicy.Answer(200, "application/json; charset=utf-8", both.toString(), Map.of(), false)
				: new Normal());
	}

	/** Every request is answered like this. */
	MessageStage answers(FaultPolicy.Act act) {
		this.sandbox.setFaultPolicy((request) -> act);
		return this;
	}

	/** A command line that is refused. */
	void refused(String... arguments) {
		refused(String.join(" ", arguments), Map.of(), arguments);
	}

	void refused(String about, Map<String, String> variables, String... arguments) {
		refused(about, this.program.run(variables, arguments));
	}

	void refused(String about, Program.Result result) {
		this.page.refusal(masked(about) + " → " + result.exit(), masked(result.err()));
	}

	/** A file that is refused. */
	void refusedFile(String about, Path file, String... options) {
		Program.Result result = this.program.importing(file, options);
		this.page.refusal(ended(about, result), masked(result.err()));
	}

	/** A file whose rows are told, each with what the report says. */
	void imported(String about, Path file, String... options) {
		told(about, this.program.importing(file, options));
	}

	/** With another key. */
	void importedBy(String key, String about, Path file) {
		told(about, new Program(this.folder, this.sandbox.url(), key).importing(file));
	}

	/** What became of rows, and what the report says of each. */
	void told(String about, Program.Result result) {
		this.page.outcome(ended(about, result), masked(result.err()));
		this.program.report()
			.rows()
			.forEach((row) -> this.page.row(row.get("status"), row.get("code"), masked(row.get("message"))));
	}

	/** A file with errors, and their codes. */
	void mistaken(String about, Path file, String... options) {
		Program.Result result = this.program.importing(file, options);
		this.page.refusal(ended(about, result), masked(result.err()));
		this.program.report()
			.where((row) -> !row.get("code").equals("NOT_REACHED"))
			.forEach((row) -> this.page.note("report.csv: row " + row.get("row") + " " + row.get("status") + " "
					+ row.get("code") + (row.get("status").equals("INVALID") ? "" : ": " + row.get("message"))));
	}

	void whole(String about, Program.Result result) {
		this.page.whole(masked(about) + " → " + result.exit(), masked(result.err() + result.out()));
	}

	/** How it ended, with the reason to stop as scripts read it. */
	private String ended(String about, Program.Result result) {
		return (about + " → " + result.exit() + " " + reason()).strip();
	}

	/** Why the last run stopped, as scripts read it. */
	String reason() {
		Path summary = this.program.output().resolve("summary.json");
		return Files.exists(summary) ? new JsonMapper().readTree(summary.toFile()).path("stopReason").asString("") : "";
	}

	void note(String line) {
		this.page.note(masked(line));
	}

	private String masked(String text) {
		String known = LOGBACK.matcher(text)
			.replaceAll("")
			.replace(this.folder.toString(), "FOLDER")
			.replace(this.sandbox.url().toString(), "https://docspace.example.com")
			.replace(System.getProperty("user.dir"), "HOME")
			.replace("Reports: HOME/output,", "Reports: HOME,")
			.replaceAll("127\\.0\\.0\\.1:\\d{4,5}|(?<= port |localhost:)\\d{4,5}", "PORT")
			.replaceAll("\\b[\\d,.]+ (?=[MG]B\\b)", "N ")
			.replaceAll("Java: .* \\(.*\\)", "Java: VERSION")
			.replaceAll("(?<= [Ii]n )\\d+(?= s\\b)", "N")
			.replaceAll("(?!2026-10-01)\\d{4}-\\d\\d-\\d\\d( \\d\\d:\\d\\d(:\\d\\d)?([+-]\\d\\d:\\d\\d)?|T[\\d:.]+Z?)?",
					"TIME")
			.replaceAll("\\b\\p{XDigit}{64}\\b", "HASH");
		return GUID.matcher(known)
			.replaceAll(
					(id) -> (this.seeded.contains(id.group()) || EXAMPLES.contains(id.group())) ? id.group() : "ID");
	}

	@Override
	public void close() {
		this.sandbox.close();
	}

}
