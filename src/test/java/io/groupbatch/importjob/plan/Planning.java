package io.groupbatch.importjob.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.importjob.plan.state.PlanStores;
import io.groupbatch.journal.TestJournal;
import io.groupbatch.journal.people.PersonEntry;
import io.groupbatch.journal.plan.GroupState;
import io.groupbatch.journal.plan.MembershipTarget.Kind;
import io.groupbatch.journal.plan.MembershipTarget.Mention;
import io.groupbatch.journal.plan.PlannedRequest;
import io.groupbatch.journal.plan.RequestState;
import io.groupbatch.journal.plan.TrackedGroup;
import io.groupbatch.journal.plan.TrackedGroup.Trail;
import io.groupbatch.journal.plan.TrackedGroupState;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.RowError;
import io.groupbatch.journal.row.RowResult;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.row.SettledRow;
import io.groupbatch.journal.row.StagedRow;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.send.RequestResult;
import io.groupbatch.journal.send.SendableRequest;

import org.springframework.batch.infrastructure.item.Chunk;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Plans rows against a portal that was looked at, and tells the plan in words. Every plan
 * is made five times, in chunks of one, of two and of all rows, with no more in memory
 * than a row needs and with little more, and must come out the same; and it is sent in
 * pretence, which it must let happen to the end.
 * <p>
 * A row is written {@code operation | groupId | groupName | newGroupName | manager |
 * members | targetGroup}, of which the last may be left out, with {@code #1} for the id
 * of the first group and {@code anna} for {@code anna@x}; a {@code !} before it means
 * that the file alone showed it to be wrong.
 */
final class Planning {

	private static final List<String> HEADINGS = List.of("operation", "groupId", "groupName", "newGroupName",
			"groupManager", "members", "targetGroup");

	private static final long ROOM = 1000;

	private static final long NO_ROOM = 0;

	private static final long LITTLE_ROOM = 3;

	private final TestJournal journal;

	private final List<Found> portal = new ArrayList<>();

	private final List<PersonEntry> people = new ArrayList<>();

	private final Map<String, UUID> idsByName = new HashMap<>();

	private boolean allowSameName;

	private boolean allowLdap;

	private boolean allowLookAlikes;

	private boolean leaveOut;

	private ImportOptions.Existing existing = ImportOptions.Existing.UPDATE;

	private boolean fold = true;

	private final Map<String, String> userMap = new HashMap<>();

	Planning(TestJournal journal) {
		this.journal = journal;
		person("anna", "anna@x", PersonEntry.Kind.USER, PersonEntry.Status.ACTIVE);
		person("bea", "Bea@X", PersonEntry.Kind.USER, PersonEntry.Status.ACTIVE);
		person("carl", "carl@x", PersonEntry.Kind.USER, PersonEntry.Status.ACTIVE);
		person("dora", "dora@x", PersonEntry.Kind.USER, PersonEntry.Status.INVITED);
		person("guest", "guest@x", PersonEntry.Kind.GUEST, PersonEntry.Status.ACTIVE);
		person("gone", "gone@x", PersonEntry.Kind.USER, PersonEntry.Status.DISABLED);
		person("twin1", "twin@x", PersonEntry.Kind.USER, PersonEntry.Status.ACTIVE);
		person("twin2", "TWIN@x", PersonEntry.Kind.USER, PersonEntry.Status.ACTIVE);
		person("nomail", "", PersonEntry.Kind.USER, PersonEntry.Status.ACTIVE);
	}

	/** So many people p1, p2 and so on. */
	Planning crowd(int size) {
		for (int i = 1; i <= size; i++) {
			person("p" + i, "p" + i + "@x", PersonEntry.Kind.USER, PersonEntry.Status.ACTIVE);
		}
		return this;
	}

	/** An active user with that address. */
	Planning user(String email) {
		person(email, email, PersonEntry.Kind.USER, PersonEntry.Status.ACTIVE);
		return this;
	}

	Planning group(String name, String manager, String... members) {
		this.portal.add(new Found(name, manager, false, List.of(members)));
		return this;
	}

	Planning ldapGroup(String name, String... members) {
		this.portal.add(new Found(name, null, true, List.of(members)));
		return this;
	}

	Planning allowSameName() {
		this.allowSameName = true;
		return this;
	}

	Planning allowLookAlikes() {
		this.allowLookAlikes = true;
		return this;
	}

	Planning allowLdap() {
		this.allowLdap = true;
		return this;
	}

	/** Rows go on without people who could not be matched or added. */
	Planning leaveOut() {
		this.leaveOut = true;
		return this;
	}

	/** Every row gets its own requests. */
	Planning oneByOne() {
		this.fold = false;
		return this;
	}

	Planning existing(ImportOptions.Existing what) {
		this.existing = what;
		return this;
	}

	/** A line of the user map. */
	Planning translate(String from, String to) {
		this.userMap.put(from, to);
		return this;
	}

	Plan plan(String... rows) {
		Plan all = plan(1000, ROOM, rows);
		assertThat(plan(1, ROOM, rows)).as("row by row").isEqualTo(all);
		assertThat(plan(2, ROOM, rows)).as("in chunks of two").isEqualTo(all);
		assertThat(plan(1000, NO_ROOM, rows)).as("with as little in memory as can be").isEqualTo(all);
		assertThat(plan(1000, LITTLE_ROOM, rows)).as("with little in memory").isEqualTo(all);
		return all;
	}

	private Plan plan(int chunk, long mostPeople, String... rows) {
		long firstRef = this.journal.groups.nextRef();
		long firstRequest = this.journal.requests.nextId();
		long run = this.journal.run("a").number();
		this.journal.runs.describe(run, new Run.Header(HEADINGS, HEADINGS),
				new Run.Dialect("UTF-8", false, ',', "commas, UTF-8"));
		look(run, firstRef);
		stage(run, rows);
		PlanStores stores = new PlanStores(this.journal.runs, this.journal.rows, this.journal.plannedRows,
				this.journal.groups, this.journal.requests, this.journal.sets, this.journal.people,
				this.journal.peopleToFix, this.journal.userMaps, this.journal.invitations);
		ImportOptions options = new ImportOptions(ImportOptions.Reading.FOUND_OUT, null, false,
				new ImportOptions.People(this.leaveOut, keep(this.userMap)),
				new ImportOptions.Allow(this.allowSameName, this.allowLdap, this.allowLookAlikes),
				new ImportOptions.Groups(this.existing, this.fold, false), false);
		List<StagedRow> staged = this.journal.rows.page(run, 0, 1000);
		for (int from = 0; from < staged.size(); from += chunk) {
			List<StagedRow> part = staged.subList(from, Math.min(from + chunk, staged.size()));
			// a writer of its own, as after a restart
			this.journal.inTransaction(() -> {
				new PlanWriter(stores, options, run, mostPeople, false).write(new Chunk<>(part));
				return 0;
			});
		}
		return tell(run, firstRequest, firstRef);
	}

	private String keep(Map<String, String> people) {
		String name = "0".repeat(64 - String.valueOf(people.size()).length()) + people.size();
		this.journal.userMaps.keep(name, people);
		return people.isEmpty() ? null : name;
	}

	private void look(long run, long firstRef) {
		this.journal.people.add(run, this.people);
		for (int i = 0; i < this.portal.size(); i++) {
			Found found = this.portal.get(i);
			long ref = firstRef + i;
			UUID manager = (found.manager() != null) ? this.idsByName.get(found.manager()) : null;
			this.journal.groups.add(run, List.of(new TrackedGroup(ref, groupId(i + 1), found.name(), manager,
					found.ldap(), TrackedGroupState.FOUND, Trail.NONE)));
			Set<UUID> members = found.members().stream().map(this.idsByName::get).collect(Collectors.toSet());
			this.journal.groups.addMembers(run, Map.of(ref, members));
		}
	}

	private void stage(long run, String... rows) {
		List<StagedRow> staged = new ArrayList<>();
		for (int i = 0; i < rows.length; i++) {
			boolean wrong = rows[i].startsWith("!");
			List<String> cells = Arrays.stream((rows[i].replaceFirst("^!", "") + " ").split("\\|", -1))
				.map(String::strip)
				.map((cell) -> cell.replaceFirst("^#(\\d)$", groupId(0).toString().replaceFirst(".$", "") + "$1"))
				.collect(Collectors.toCollection(ArrayList::new));
			if (cells.size() == 6) {
				cells.add("");
			}
			for (int person = 4; person < 6; person++) {
				cells.set(person,
						Arrays.stream(cells.get(person).split(" "))
							.map((word) -> word.matches("\\w+") ? word + "@x" : word)
							.collect(Collectors.joining(" ")));
			}
			staged.add(new StagedRow(i + 2, i + 2, cells, cells.get(0),
					wrong ? RowResult.invalid(Code.BAD_CELL, "Wrong.") : RowResult.OPEN));
		}
		this.journal.rows.stage(run, staged);
		this.journal.sets.mention(run, staged.stream().flatMap((row) -> mentions(row)).toList());
	}

	/** As the stage finds them. */
	private static Stream<Mention> mentions(StagedRow row) {
		List<String> cells = row.cells();
		boolean people = cells.subList(4, cells.size()).stream().anyMatch((cell) -> !cell.isEmpty());
		Kind kind = row.operation().equals("set-members") ? Kind.SET
				: (row.operation().equals("delete") || !cells.get(3).isEmpty()) ? Kind.END
						: (row.operation().equals("create") && !people) ? Kind.MAKE : Kind.CHANGE;
		boolean none = row.operation().equals("get") || (kind == Kind.CHANGE && !people)
				|| (kind != Kind.SET && row.outcome().status() != RowStatus.NOT_SENT);
		String key = !cells.get(1).isEmpty() ? Mention.ofId(cells.get(1)) : Mention.ofName(cells.get(2));
		Stream<String> keys = cells.get(3).isEmpty() ? Stream.of(key) : Stream.of(key, Mention.ofName(cells.get(3)));
		return none ? Stream.empty() : keys.distinct().map((one) -> new Mention(one, row.number(), kind));
	}

	private Plan tell(long run, long firstRequest, long firstRef) {
		List<Long> ids = new ArrayList<>();
		for (long id = firstRequest; id < this.journal.requests.nextId(); id++) {
			ids.add(id);
		}
		Map<Long, PlannedRequest> requests = this.journal.requests.get(ids)
			.stream()
			.collect(Collectors.toMap(PlannedRequest::id, (request) -> request));
		List<String> told = ids.stream().map((id) -> tell(requests.get(id), firstRequest - 1, firstRef - 1)).toList();
		Map<Long, String> deciders = send(run, firstRequest - 1, ids.size());
		List<String> rows = this.journal.rows.page(run, 0, 1000)
			.stream()
			.map((row) -> row.number() + " "
					+ (deciders.containsKey(row.number()) ? deciders.get(row.number())
							: row.outcome().status() + " " + row.outcome().code()))
			.toList();
		List<String> toFix = this.journal.peopleToFix.page(run, null, 100)
			.stream()
			.map((person) -> person.from() + " " + person.why() + " " + person.row() + " " + person.group())
			.toList();
		return new Plan(rows, told, this.journal.rows.mistakes(run, 100), toFix);
	}

	/**
	 * Which request decides each row, found by sending them all, as if each were done.
	 */
	private Map<Long, String> send(long run, long before, int requests) {
		Map<Long, String> deciders = new HashMap<>();
		int sent = 0;
		for (List<SendableRequest> ready = this.journal.lanes.heads(run, 0, 100); !ready
			.isEmpty(); ready = this.journal.lanes.heads(run, 0, 100)) {
			assertThat(ready).extracting(SendableRequest::blocked).containsOnlyNulls();
			for (SendableRequest one : ready) {
				one.rows()
					.forEach((row) -> deciders.put(row.number(), "by " + (one.request().id() - before)
							+ ((row.requests() > 1) ? " of " + row.requests() : "") + without(row)));
				GroupState seen = new GroupState(new UUID(2, one.request().groupRef()), "", null, List.of());
				List<SettledRow> done = one.rows()
					.stream()
					.map((row) -> new SettledRow(row.number(),
							new RowResult(RowStatus.SUCCEEDED, Code.UPDATED, "Done."), List.of()))
					.toList();
				this.journal.record(run, new RequestResult(one.request(), RequestState.DONE, null, seen, done));
				sent++;
			}
		}
		long skipped = this.journal
			.numbers("SELECT COUNT(*) FROM result o JOIN request r ON r.id = o.request"
					+ " WHERE o.state = 'SKIPPED' AND r.run = " + run)
			.get(0);
		assertThat(sent + skipped).as("requests that can be sent").isEqualTo(requests);
		return deciders;
	}

	private static String without(SendableRequest.WaitingRow row) {
		return row.leftOut()
			.stream()
			.map((person) -> " without " + person.written() + " " + person.why())
			.collect(Collectors.joining());
	}

	private String tell(PlannedRequest request, long before, long groups) {
		StringBuilder told = new StringBuilder();
		told.append(request.id() - before).append(' ').append(request.verb());
		PlannedRequest.Change change = request.change();
		told.append((change.name() != null) ? " \"" + change.name() + "\"" : "");
		told.append((change.manager() != null) ? " manager " + name(change.manager()) : "");
		change.adds().forEach((person) -> told.append(" +").append(name(person)));
		change.removes().forEach((person) -> told.append(" -").append(name(person)));
		told.append((change.exact() != null)
				? change.exact().stream().map(this::name).collect(Collectors.joining(" ", " only [", "]")) : "");
		tie(told, " behind ", request.ties().behind(), before);
		tie(told, " name from ", request.ties().nameFrom(), before);
		tie(told, " needs ", request.ties().needs(), before);
		List<Long> whole = this.journal
			.numbers("SELECT needs FROM request_need WHERE request = " + request.id() + " ORDER BY needs");
		whole.forEach((need) -> told.append(need.equals(whole.get(0)) ? " needs whole " : " ").append(need - before));
		PlannedRequest.Target target = request.ties().target();
		if (target != null) {
			told.append(" into group ").append(target.ref() - groups);
			tie(told, " there behind ", target.behind(), before);
			tie(told, " there needs ", target.needs(), before);
		}
		tie(told, " judged by ", (request.judgedBy() != request.id()) ? request.judgedBy() : null, before);
		return told.toString();
	}

	private static void tie(StringBuilder told, String word, Long request, long before) {
		if (request != null) {
			told.append(word).append(request - before);
		}
	}

	private String name(UUID person) {
		return this.idsByName.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().equals(person))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElseThrow();
	}

	private void person(String name, String email, PersonEntry.Kind kind, PersonEntry.Status status) {
		UUID id = new UUID(0, this.people.size() + 1);
		this.people.add(new PersonEntry(id, email, name, kind, status));
		this.idsByName.put(name, id);
	}

	/** Who it is, as a file writes it. */
	String id(String name) {
		return this.idsByName.get(name).toString();
	}

	static UUID groupId(int number) {
		return new UUID(1, number);
	}

	private record Found(String name, String manager, boolean ldap, List<String> members) {
	}

	/**
	 * What was decided.
	 *
	 * @param rows for each row its request, or its outcome
	 * @param requests the requests, numbered from 1
	 * @param mistakes what the plan found wrong
	 * @param toFix people who could not be matched or added
	 */
	record Plan(List<String> rows, List<String> requests, List<RowError> mistakes, List<String> toFix) {
	}

}
