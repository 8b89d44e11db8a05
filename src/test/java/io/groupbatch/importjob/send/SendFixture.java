package io.groupbatch.importjob.send;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import io.groupbatch.batch.Progress;
import io.groupbatch.clock.MonotonicClock;
import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.importjob.send.exchange.CircuitBreaker;
import io.groupbatch.importjob.send.exchange.GroupObserver;
import io.groupbatch.importjob.send.exchange.PortalAccess;
import io.groupbatch.importjob.send.exchange.RequestExecutor;
import io.groupbatch.importjob.send.pace.RateBudget;
import io.groupbatch.importjob.send.pace.Throttle;
import io.groupbatch.importjob.send.write.RequestDecision;
import io.groupbatch.importjob.send.write.RequestResultFactory;
import io.groupbatch.importjob.send.write.RowOutcomeEvaluator;
import io.groupbatch.importjob.send.write.Sender;
import io.groupbatch.importjob.send.write.StalePlanCheck;
import io.groupbatch.journal.TestJournal;
import io.groupbatch.journal.people.PersonEntry;
import io.groupbatch.journal.plan.PlannedRequest;
import io.groupbatch.journal.plan.PlannedRequest.Change;
import io.groupbatch.journal.plan.PlannedRequest.Target;
import io.groupbatch.journal.plan.PlannedRequest.Ties;
import io.groupbatch.journal.plan.PlannedRow;
import io.groupbatch.journal.plan.PlannedRow.Wish;
import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.journal.plan.TrackedGroup;
import io.groupbatch.journal.plan.TrackedGroup.Trail;
import io.groupbatch.journal.plan.TrackedGroupState;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.run.PortalLimits;
import io.groupbatch.journal.run.StopCause;
import io.groupbatch.journal.send.InDoubtState;
import io.groupbatch.journal.send.RequestResult;
import io.groupbatch.journal.send.SendableRequest;
import io.groupbatch.portal.Directory;
import io.groupbatch.portal.http.ApiKey;
import io.groupbatch.portal.http.PortalClient;
import io.groupbatch.portal.http.PortalSettings;
import io.groupbatch.review.PlanFreshness;
import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.sandbox.state.GroupView;

import org.jspecify.annotations.Nullable;

/**
 * Sends single requests in this process: a sandbox, a journal with one run, and all that
 * sends between the two. The run knows the groups that a test names, and has one request
 * for the rows that the test gives it.
 */
public final class SendFixture implements AutoCloseable {

	public final Sandbox sandbox = Sandbox.start(SandboxOptions.standard());

	public final TestJournal journal;

	final long run;

	public final CompletableFuture<StopCause> stop = new CompletableFuture<>();

	public final RequestExecutor courier;

	public final GroupObserver looker;

	public final RequestResultFactory findings;

	private final PortalClient client = new PortalClient(
			new PortalSettings(this.sandbox.url(), ApiKey.of(this.sandbox.apiKey()), 2));

	public SendFixture(Path folder) {
		this(folder, new MonotonicClock(System::nanoTime));
	}

	public SendFixture(Path folder, MonotonicClock clock) {
		this.journal = TestJournal.open(folder);
		this.run = this.journal.run("a").number();
		this.journal.people.add(this.run,
				this.sandbox.people()
					.stream()
					.map((person) -> new PersonEntry(person.id(), person.email(), person.email(), PersonEntry.Kind.USER,
							PersonEntry.Status.ACTIVE))
					.toList());
		Throttle pace = new Throttle(Clock.systemUTC(), clock,
				new RateBudget(this.client.recent(), PortalLimits.UNKNOWN), new Throttle.Manner(null, false),
				new Progress(Clock.systemUTC()));
		PortalAccess portal = new PortalAccess(this.client, new Directory(this.client), Set.of());
		this.courier = new RequestExecutor(portal, pace, new CircuitBreaker(50, List.of()), this.stop,
				Clock.systemUTC(), clock, Duration.ofMillis(1), Duration.ofMillis(1));
		this.looker = new GroupObserver(this.courier, portal);
		Map<UUID, String> emails = this.sandbox.people()
			.stream()
			.collect(Collectors.toMap((person) -> person.id(), (person) -> person.email()));
		this.findings = new RequestResultFactory(new RowOutcomeEvaluator(emails), Clock.systemUTC(), clock);
	}

	/** A sender by a plan that was made just now. */
	public Sender sender() {
		return new Sender(this.courier, this.looker, this.findings, plan(false));
	}

	/** The plan of the run. */
	public StalePlanCheck plan(boolean old) {
		PlanFreshness age = new PlanFreshness(this.journal.before);
		if (!old) {
			age.read(this.run, age.now());
		}
		return new StalePlanCheck(this.run, age, this.journal.before, this.journal.meanwhile,
				new ImportOptions(ImportOptions.Reading.FOUND_OUT, null, false, new ImportOptions.People(false, null),
						new ImportOptions.Allow(false, false, false),
						new ImportOptions.Groups(ImportOptions.Existing.UPDATE, true, false), false),
				null, this.looker, this.findings);
	}

	/** A group of the portal, as the run found it. */
	public TrackedGroup found(String name) {
		GroupView group = this.sandbox.groups(name).get(0);
		UUID manager = (group.manager() != null) ? group.manager().id() : null;
		TrackedGroup found = new TrackedGroup(this.journal.groups.nextRef(), group.id(), name, manager, false,
				TrackedGroupState.FOUND, Trail.NONE);
		this.journal.groups.add(this.run, List.of(found));
		this.journal.groups.addMembers(this.run,
				Map.of(found.ref(), group.members().stream().map((person) -> person.id()).collect(Collectors.toSet())));
		return found;
	}

	/** A group that the run is to make. */
	public TrackedGroup toMake(String name) {
		TrackedGroup group = new TrackedGroup(this.journal.groups.nextRef(), null, name, null, false,
				TrackedGroupState.TO_MAKE, Trail.NONE);
		this.journal.groups.add(this.run, List.of(group));
		return group;
	}

	/** The only request of the run, with the rows that it is for; the first is row 2. */
	public SendableRequest ready(RequestType verb, TrackedGroup group, Change change, Row... rows) {
		return ready(verb, group, null, change, rows);
	}

	public SendableRequest ready(RequestType verb, TrackedGroup group, @Nullable TrackedGroup target, Change change,
			Row... rows) {
		long id = this.journal.requests.nextId();
		Target into = (target != null) ? new Target(target.ref(), null, null) : null;
		this.journal.requests.add(this.run,
				List.of(new PlannedRequest(id, verb, group.ref(), change, new Ties(null, null, null, into), id)));
		this.journal.stage(this.run,
				List.of(rows).stream().map((row) -> row.operation().text()).toArray(String[]::new));
		List<PlannedRow> planned = new ArrayList<>();
		for (Row row : rows) {
			planned.add(PlannedRow.sent(planned.size() + 2, group, row.wish(), List.of(id)));
		}
		this.journal.plannedRows.add(this.run, planned);
		return this.journal.lanes.heads(this.run, 0, 10).get(0);
	}

	/** What becomes of the rows of a result, each as its status and code. */
	public static List<String> told(RequestResult result) {
		return result.rows().stream().map((row) -> row.outcome().status() + " " + row.outcome().code()).toList();
	}

	/** The result of a decision that sends nothing. */
	public static RequestResult settled(RequestDecision decision) {
		return ((RequestDecision.Settled) decision).result();
	}

	/** What a decision sends. */
	public static SendableRequest sent(RequestDecision decision) {
		return ((RequestDecision.Send) decision).request();
	}

	/** The same request after so many lost answers of this start. */
	public static SendableRequest lost(SendableRequest ready, int times) {
		InDoubtState doubt = null;
		for (int i = 0; i < times; i++) {
			doubt = InDoubtState.oneMore(doubt, TestJournal.lost().sentAt(), Instant.EPOCH, false);
		}
		return ready.in(doubt);
	}

	public UUID id(String name) {
		return this.sandbox.person(name + "@sandbox.example").orElseThrow().id();
	}

	/** Who is in a group now, by the first part of the address. */
	public List<String> members(String group) {
		return this.sandbox.groups(group)
			.get(0)
			.members()
			.stream()
			.map((person) -> person.email().replaceFirst("@.*", ""))
			.sorted()
			.toList();
	}

	/** The portal refuses every change whose body has that text, as an action does. */
	public void refuse(String text) {
		String error = """
				{"error": {"message": "Not this one", "type": "System.ArgumentException", "hresult": 1},
				"status": 1, "statusCode": 400}""";
		this.sandbox.setFaultPolicy((request) -> !request.method().equals("GET") && request.body().contains(text)
				? new FaultPolicy.Answer(400, "application/json", error, Map.of(), false) : new FaultPolicy.Normal());
	}

	@Override
	public void close() {
		this.client.close();
		this.sandbox.close();
		this.journal.close();
	}

	/** A row of the file. */
	public record Row(Operation operation, Wish wish) {

		public static Row of(Operation operation, UUID... members) {
			return new Row(operation, new Wish(null, null, List.of(members)));
		}

	}

}
