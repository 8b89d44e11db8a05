package io.groupbatch.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.log.RecordedRequest;
import io.groupbatch.sandbox.state.GroupView;
import io.groupbatch.support.Report;
import org.apache.commons.csv.CSVFormat;

/**
 * A folder with a file to import and what must come of it on the seeded portal:
 * {@code report.csv}, {@code portal.txt} (the writes, then the groups that are there no
 * more and those that are new) and, where they are needed, {@code options.txt} (of the
 * command line), {@code exit.txt} and {@code mistakes.txt} (on standard error).
 */
record GoldenCase(String name, Path folder) {

	private static final Path CASES = Path.of("src/test/resources/cases");

	static Stream<GoldenCase> all() throws IOException {
		try (Stream<Path> folders = Files.list(CASES)) {
			return folders.filter(Files::isDirectory)
				.sorted()
				.map((folder) -> new GoldenCase(folder.getFileName().toString(), folder))
				.toList()
				.stream();
		}
	}

	Path input() {
		return this.folder.resolve("input.csv");
	}

	String[] options() {
		return Arrays.stream(read("options.txt").split("\\s+"))
			.filter(Predicate.not(String::isEmpty))
			.toArray(String[]::new);
	}

	int exit() {
		String text = read("exit.txt").strip();
		return text.isEmpty() ? 0 : Integer.parseInt(text);
	}

	String report() {
		return read("report.csv");
	}

	String portal() {
		return read("portal.txt");
	}

	String mistakes() {
		return read("mistakes.txt");
	}

	/** How many writes it takes. */
	int writes() {
		String writes = portal().lines().findFirst().orElse("");
		return Stream.of(writes.split("\\D+")).filter(Predicate.not(String::isEmpty)).mapToInt(Integer::parseInt).sum();
	}

	/**
	 * A report without what differs from run to run: times, and the ids that the portal
	 * gave out.
	 * @param seeded the ids that were there before
	 */
	Report masked(Report report, Set<String> seeded) {
		String file = readLatin(input());
		return new Report(report.headings(), report.rows().stream().map((row) -> {
			Map<String, String> masked = new TreeMap<>(row);
			boolean known = seeded.contains(row.get("groupId")) || file.contains(row.get("groupId"));
			masked.replace("groupId", known ? row.get("groupId") : "new");
			masked.computeIfPresent("sentAt", (heading, cell) -> cell.isEmpty() ? "" : "*");
			masked.computeIfPresent("durationMs", (heading, cell) -> cell.isEmpty() ? "" : "*");
			return masked;
		}).toList());
	}

	/** A report as text that people can compare. */
	static String text(Report report) {
		Stream<String> rows = report.rows()
			.stream()
			.map((row) -> CSVFormat.RFC4180.format(report.headings().stream().map(row::get).toArray()));
		return Stream.concat(Stream.of(String.join(",", report.headings())), rows)
			.map((line) -> line + "\n")
			.collect(Collectors.joining());
	}

	/**
	 * What was written to a portal, without what a revoked key was refused, and what
	 * changed there.
	 */
	static String portal(Sandbox sandbox, List<GroupView> before) {
		List<RecordedRequest> admitted = sandbox.traffic()
			.requests()
			.stream()
			.filter((request) -> request.status() != 401)
			.toList();
		String writes = Stream.of("POST", "PUT", "DELETE")
			.map((method) -> method + " "
					+ admitted.stream().filter((request) -> request.method().equals(method)).count())
			.collect(Collectors.joining(", "));
		return Stream.concat(Stream.of(writes), changes(sandbox, before).stream())
			.map((line) -> line + "\n")
			.collect(Collectors.joining());
	}

	/** The groups that are there no more, and those that are new, each as a line. */
	static List<String> changes(Sandbox sandbox, List<GroupView> before) {
		List<String> was = before.stream().map(GoldenCase::line).toList();
		List<String> is = sandbox.groups().stream().map(GoldenCase::line).toList();
		List<String> changes = new ArrayList<>();
		was.stream().filter((line) -> !is.contains(line)).sorted().forEach((line) -> changes.add("- " + line));
		is.stream().filter((line) -> !was.contains(line)).sorted().forEach((line) -> changes.add("+ " + line));
		return changes;
	}

	private static String line(GroupView group) {
		Stream<String> members = group.memberEmails().stream().sorted();
		Stream<String> hidden = group.hiddenEmails().stream().sorted().map((email) -> "(" + email + ")");
		String people = Stream.concat(members, hidden).collect(Collectors.joining(" "));
		String manager = (group.managerEmail() != null) ? group.managerEmail() : "nobody";
		return (visible(group.name()) + " | " + manager + " | " + people).replace("@sandbox.example", "");
	}

	private String read(String file) {
		try {
			Path path = this.folder.resolve(file);
			return Files.exists(path) ? Files.readString(path) : "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String readLatin(Path file) {
		try {
			return Files.readString(file, StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public String toString() {
		return this.name;
	}

	/** A name as it stands in a line of {@code groups.txt}. */
	static String visible(String name) {
		return name.replace("\r", "␍").replace("\n", "␊");
	}

}
