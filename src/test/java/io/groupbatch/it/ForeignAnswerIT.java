package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.sandbox.fault.FaultPolicy.Act;
import io.groupbatch.sandbox.fault.FaultPolicy.Answer;
import io.groupbatch.sandbox.fault.FaultPolicy.Normal;
import io.groupbatch.sandbox.state.GroupView;
import io.groupbatch.support.HoldFrom;
import io.groupbatch.support.Program;
import io.groupbatch.support.StandardPortal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An answer that is not the portal's own proves nothing about the write that it came for,
 * whatever its status: no row claims what is not so, and one bad row stops no other.
 */
class ForeignAnswerIT extends StandardPortal {

	private static final Map<String, Map.Entry<String, String>> BODIES = Map.of("page",
			Map.entry("text/html", "<html><head><title>Blocked</title></head><body>No</body></html>"), "words",
			Map.entry("text/plain", "Blocked"), "json",
			Map.entry("application/json", "{\"error\":{\"code\":1,\"message\":\"Blocked\"}}"), "problem",
			Map.entry("application/problem+json", "{\"title\":\"Blocked\",\"status\":403}"), "empty",
			Map.entry("", ""));

	/** With these, an empty answer is the portal's own. */
	private static final Set<Integer> OWN_IF_EMPTY = Set.of(204, 401);

	private static final Pattern CASE = Pattern.compile("\"S(\\d{3}) (\\w+) (done|not)\"");

	@ParameterizedTest
	@ValueSource(strings = { "page", "words", "json", "problem", "empty" })
	void noStatusMakesACreateClaimWhatIsNotSo(String body) throws IOException {
		List<String> rows = new ArrayList<>();
		for (int status : statuses(body)) {
			for (String done : List.of("done", "not")) {
				rows.add("create,S%d %s %s,,anna.muster@sandbox.example".formatted(status, body, done));
				rows.add("create,Good %d %s,,".formatted(status, done));
			}
		}
		byName(new ConcurrentHashMap<>());

		Program.Result result = this.program.importing(file(rows), "--concurrency", "8");

		assertThat(result.exit()).as(result.err()).isIn(0, 1);
		for (Map<String, String> row : this.program.report().rows()) {
			String name = row.get("groupName");
			List<GroupView> there = this.sandbox.groups(name);
			assertThat(row.get("status")).as(name).isEqualTo(there.isEmpty() ? "FAILED" : "SUCCEEDED");
			assertThat(there).as(name).hasSizeLessThan(2);
			if (there.isEmpty()) {
				assertThat(row.get("message")).contains("(" + name.substring(1, 4))
					.matches(body.equals("empty") ? ".*" : ".*Blocked.*");
			}
			long posts = posts(name);
			boolean twice = posts > 1;
			assertThat(row.get("code").equals("SENT_TWICE")).as(name + " " + row).isEqualTo(twice);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "update", "add-members", "remove-members", "delete", "move-members" })
	void noStatusMakesAnotherWriteClaimWhatIsNotSo(String operation) throws IOException {
		List<String> makes = new ArrayList<>();
		List<String> rows = new ArrayList<>();
		for (int status : List.of(200, 302, 400, 403, 404, 407, 409, 425, 429, 499, 503)) {
			for (String body : List.of("page", "empty")) {
				for (String done : List.of("done", "not")) {
					boolean own = status == 204 || (status == 403 && body.equals("empty"));
					if (!own) {
						String name = "S%d %s %s".formatted(status, body, done);
						makes.add("create,%s,,anna.muster@sandbox.example;ben.okafor@sandbox.example,".formatted(name));
						makes.add("create,Good %s,,anna.muster@sandbox.example;ben.okafor@sandbox.example,"
							.formatted(name));
						makes.add("create,To %s,,,".formatted(name));
						makes.add("create,To Good %s,,,".formatted(name));
						rows.add(row(operation, name));
						rows.add(row(operation, "Good " + name));
					}
				}
			}
		}
		assertThat(this.program.importing(wide("makes.csv", makes)).exit()).isZero();
		Map<String, String> names = new ConcurrentHashMap<>();
		this.sandbox.groups().forEach((group) -> names.put(group.id().toString(), group.name()));
		byName(names);

		Program.Result result = this.program.importing(wide("rows.csv", rows), "--concurrency", "8", "--max-deletes",
				"100%", "--max-removals", "100%");

		assertThat(result.exit()).as(result.err()).isIn(0, 1);
		Map<String, GroupView> now = new ConcurrentHashMap<>();
		this.sandbox.groups().forEach((group) -> now.put(names.getOrDefault(group.id().toString(), ""), group));
		for (Map<String, String> row : this.program.report().rows()) {
			boolean holds = holds(operation, now.get(row.get("groupName")));
			// A move may have put the people into the other group, and not have taken
			// them out of this one.
			List<String> failed = operation.equals("move-members") ? List.of("FAILED", "PARTIAL") : List.of("FAILED");
			assertThat(row.get("status")).as("%s", row).isIn(holds ? List.of("SUCCEEDED") : failed);
		}
	}

	private static String row(String operation, String name) {
		return switch (operation) {
			case "update" -> "update,%s,ada.admin@sandbox.example,,".formatted(name);
			case "add-members" -> "add-members,%s,,frank.moore@sandbox.example,".formatted(name);
			case "remove-members" -> "remove-members,%s,,ben.okafor@sandbox.example,".formatted(name);
			case "move-members" -> "move-members,%1$s,,,To %1$s".formatted(name);
			default -> "delete,%s,,,".formatted(name);
		};
	}

	private static boolean holds(String operation, GroupView group) {
		return switch (operation) {
			case "update" -> "ada.admin@sandbox.example".equals(group.managerEmail());
			case "add-members" -> group.memberEmails().contains("frank.moore@sandbox.example");
			case "remove-members" -> !group.memberEmails().contains("ben.okafor@sandbox.example");
			case "move-members" -> group.memberEmails().isEmpty();
			default -> group == null;
		};
	}

	@Test
	void aFirewallThatBlocksOneRowStopsNoOther() throws IOException {
		this.sandbox
			.setFaultPolicy(
					(request) -> request.body().contains("Bad")
							? new Answer(403, "text/html",
									"<html><body>Blocked <b>by\u001b[2J policy</b></body></html>", Map.of(), false)
							: new Normal());
		List<String> rows = new ArrayList<>(creates("Team", 30));
		rows.add(12, "create,Bad,,");

		Program.Result result = this.program.importing(file(rows));

		assertThat(result.exit()).as(result.err()).isEqualTo(1);
		assertThat(this.program.report().counts()).containsOnly(Map.entry("SUCCEEDED", 30L), Map.entry("FAILED", 1L));
		assertThat(this.program.report().rows().get(12)).containsEntry("status", "FAILED")
			.containsEntry("code", "REFUSED_BY_PORTAL");
		assertThat(this.program.report().rows().get(12).get("message")).contains("403: Blocked by\u241b[2J policy")
			.contains("proxy or firewall");
		assertThat(posts("Bad")).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "empty", "words" })
	void aForbiddenWithoutWordsOfThePortalStopsNothingWhereTheKeyMayDoIt(String body) throws IOException {
		this.sandbox
			.setFaultPolicy((request) -> request.body().contains("Bad") ? answer(403, body, true) : new Normal());

		Program.Result result = this.program.importing(file(List.of("create,Bad,,", "create,Good,,")));

		assertThat(result.exit()).as(result.err()).isZero();
		assertThat(this.program.report().rows().get(0)).containsEntry("code", "ADOPTED");
	}

	@Test
	void aRowOfSeveralInOneRequestIsTheOnlyOneThatTheFirewallFails() throws IOException {
		String frank = this.sandbox.person("frank.moore@sandbox.example").orElseThrow().id().toString();
		this.sandbox.setFaultPolicy((request) -> HoldFrom.isWrite(request) && request.body().contains(frank)
				? answer(403, "page", false) : new Normal());

		Program.Result result = this.program.importing(file(List.of("add-members,Sales,,elif.yilmaz@sandbox.example",
				"add-members,Sales,,frank.moore@sandbox.example", "add-members,Sales,,ivan.invited@sandbox.example")));

		assertThat(result.exit()).as(result.err()).isEqualTo(1);
		assertThat(this.program.report().rows()).extracting((row) -> row.get("status"))
			.containsExactly("SUCCEEDED", "FAILED", "SUCCEEDED");
		assertThat(this.sandbox.groups("Sales").get(0).memberEmails()).contains("elif.yilmaz@sandbox.example",
				"ivan.invited@sandbox.example");
	}

	@Test
	void aFirewallThatBlocksEveryRowStopsTheRunAndTheNextStartGoesOn() throws IOException {
		this.sandbox.setFaultPolicy((request) -> HoldFrom.isWrite(request) ? answer(403, "page", false) : new Normal());
		Path file = file(creates("Team", 60));

		Program.Result stopped = this.program.importing(file, "--concurrency", "4");

		assertThat(stopped.exit()).as(stopped.err()).isEqualTo(69);
		assertThat(stopped.err()).containsPattern("the latest for row \\d+, were answered with 403")
			.contains("Blocked");
		assertThat(this.program.report().counts().get("UNKNOWN")).isBetween(10L, 14L);
		assertThat(this.program.report().counts()).containsOnlyKeys("UNKNOWN", "NOT_SENT");

		this.sandbox.setFaultPolicy(FaultPolicy.none());
		Program.Result next = this.program.importing(file);
		assertThat(next.exit()).as(next.err()).isZero();
		assertThat(this.sandbox.groups().stream().filter((group) -> group.name().startsWith("Team "))).hasSize(60);
	}

	@Test
	void aLookThatIsBlockedIsNoProofThatNothingIsThere() throws IOException {
		AtomicInteger posts = new AtomicInteger();
		this.sandbox.setFaultPolicy((request) -> {
			boolean lost = request.method().equals("POST") && request.body().contains("Lost");
			boolean look = posts.get() > 0 && request.path().contains("filterValue");
			return lost && posts.incrementAndGet() == 1 ? answer(403, "page", true)
					: look ? answer(404, "page", false) : new Normal();
		});

		Program.Result result = this.program.importing(file(List.of("create,Lost,,", "create,Good,,")));

		assertThat(result.exit()).as(result.err()).isEqualTo(3);
		assertThat(this.program.report().rows().get(0)).containsEntry("status", "UNKNOWN");
		assertThat(this.program.report().rows().get(1)).containsEntry("status", "SUCCEEDED");
		this.sandbox.setFaultPolicy(FaultPolicy.none());
		assertThat(this.program.run("resume", "1", "--settle", Program.SETTLE).exit()).isZero();
		assertThat(this.sandbox.groups("Lost")).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 302, 403, 404, 410, 451 })
	void aGetThatIsBlockedHasNotFoundTheGroupMissing(int status) throws IOException {
		String sales = this.sandbox.groups("Sales").get(0).id().toString();
		this.sandbox.setFaultPolicy(
				(request) -> request.path().contains("/group/" + sales) ? answer(status, "page", false) : new Normal());

		Program.Result result = this.program.importing(file(List.of("get,Sales,,", "get,Support,,")));

		assertThat(result.exit()).as(result.err()).isEqualTo(1);
		assertThat(this.program.report().rows().get(0)).containsEntry("status", "FAILED")
			.containsEntry("code", "REFUSED_BY_PORTAL");
		assertThat(this.program.report().rows().get(0).get("message")).contains("(" + status + ": ", "Blocked)");
		assertThat(this.program.report().rows().get(1)).containsEntry("status", "SUCCEEDED");
	}

	@Test
	void aGatewaysLimitWithTheWorkDoneMakesNoSecondGroup() throws IOException {
		Set<String> met = ConcurrentHashMap.newKeySet();
		this.sandbox.setFaultPolicy((request) -> request.method().equals("POST") && met.add(request.body())
				? answer(429, "page", true) : new Normal());

		Program.Result result = this.program.importing(file(creates("Team", 6)), "--concurrency", "3");

		assertThat(result.exit()).as(result.err()).isZero();
		assertThat(this.program.report().rows()).allSatisfy((row) -> assertThat(row).containsEntry("code", "ADOPTED"));
		assertThat(this.sandbox.traffic().sent("POST")).isEqualTo(6);
	}

	/** The first write of each name is answered as the name says. */
	private void byName(Map<String, String> names) {
		Map<String, AtomicInteger> times = new ConcurrentHashMap<>();
		this.sandbox.setFaultPolicy((request) -> {
			if (!HoldFrom.isWrite(request)) {
				return new Normal();
			}
			String name = (request.group() != null) ? "\"" + names.get(request.group().toString()) + "\""
					: request.body();
			Matcher named = CASE.matcher(name);
			if (!named.find()) {
				return new Normal();
			}
			int status = Integer.parseInt(named.group(1));
			boolean refusal = status / 100 == 3 || (status / 100 == 4 && !Set.of(408, 425, 429, 499).contains(status));
			boolean first = times.computeIfAbsent(named.group(), (key) -> new AtomicInteger()).getAndIncrement() == 0;
			return (first || refusal) ? answer(status, named.group(2), named.group(3).equals("done")) : new Normal();
		});
	}

	private static Act answer(int status, String body, boolean done) {
		Map.Entry<String, String> content = BODIES.get(body);
		Map<String, String> headers = (status / 100 == 3) ? Map.of("Location", "http://blocked.example/Blocked")
				: Map.of();
		boolean none = status == 204 || status == 304;
		return new Answer(status, none ? "" : content.getKey(), none ? "" : content.getValue(), headers, done);
	}

	private static List<Integer> statuses(String body) {
		IntStream all = body.equals("page")
				? IntStream.of(200, 201, 299, 300, 302, 304, 308, 400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 411,
						413, 415, 417, 418, 421, 422, 425, 426, 428, 429, 431, 444, 451, 499, 500, 501, 502, 503, 504,
						511, 520, 600, 999)
				: IntStream.of(200, 204, 302, 307, 400, 401, 402, 403, 404, 405, 407, 409, 415, 425, 429, 499, 500, 503,
						700);
		return all.filter((status) -> !body.equals("empty") || !OWN_IF_EMPTY.contains(status)).boxed().toList();
	}

	private long posts(String name) {
		return this.sandbox.traffic()
			.requests()
			.stream()
			.filter((request) -> request.method().equals("POST") && request.body().contains("\"" + name + "\""))
			.count();
	}

	private static List<String> creates(String name, int count) {
		return IntStream.range(0, count).mapToObj((i) -> "create," + name + " " + i + ",,").toList();
	}

	private Path file(List<String> rows) throws IOException {
		return Files.writeString(this.folder.resolve("rows.csv"),
				"operation,groupName,groupManager,members\n" + String.join("\n", rows) + "\n");
	}

	private Path wide(String name, List<String> rows) throws IOException {
		return Files.writeString(this.folder.resolve(name),
				"operation,groupName,groupManager,members,targetGroup\n" + String.join("\n", rows) + "\n");
	}

}
