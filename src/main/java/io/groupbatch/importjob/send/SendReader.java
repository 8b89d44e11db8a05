package io.groupbatch.importjob.send;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.groupbatch.importjob.GracefulStop;
import io.groupbatch.importjob.RunNumber;
import io.groupbatch.importjob.SendProperties;
import io.groupbatch.importjob.Troubles;
import io.groupbatch.journal.Doubts;
import io.groupbatch.journal.Halt;
import io.groupbatch.journal.Lanes;
import io.groupbatch.journal.Limits;
import io.groupbatch.journal.MonotonicClock;
import io.groupbatch.journal.People;
import io.groupbatch.journal.PersonEntry;
import io.groupbatch.journal.PortalLimits;
import io.groupbatch.journal.Progress;
import io.groupbatch.journal.ReadyRequest;
import io.groupbatch.journal.RequestResult;
import io.groupbatch.journal.RowStatus;
import io.groupbatch.journal.RunState;
import io.groupbatch.journal.Runs;
import io.groupbatch.portal.Directory;
import io.groupbatch.portal.PortalClient;
import io.groupbatch.portal.PortalTrouble;
import io.groupbatch.review.PlanCheck;

import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

import org.jspecify.annotations.Nullable;

/**
 * Opens the pipeline when the gate lets the run through, and says at the end whether the
 * run is done: the step never counts as completed while a row is open.
 */
class SendReader implements ItemStreamReader<List<RequestResult>> {

	private final Parts parts;

	private final PortalClient client;

	private final GracefulStop signal;

	private final StepExecution step;

	private final RunStop stop = new RunStop();

	private @Nullable Workers workers;

	private @Nullable SendPipeline pipeline;

	private @Nullable Allowance allowance;

	private @Nullable ParkedLanes parked;

	private final Instant began;

	private PortalLimits kept = PortalLimits.UNKNOWN;

	private @Nullable ErrorLimit errors;

	SendReader(Parts parts, PortalClient client, GracefulStop signal, StepExecution step) {
		this.parts = parts;
		this.client = client;
		this.signal = signal;
		this.step = step;
		this.began = parts.monotonic().instant();
	}

	@Override
	public void open(ExecutionContext context) {
		long run = run();
		if (this.parts.gate().check(run).isPresent()) {
			this.step.setTerminateOnly();
			return;
		}
		List<PersonEntry> people = this.parts.stores().people().all(run);
		Set<UUID> disabled = people.stream()
			.filter((person) -> person.status() == PersonEntry.Status.DISABLED)
			.map(PersonEntry::id)
			.collect(Collectors.toSet());
		Map<UUID, String> emails = people.stream().collect(Collectors.toMap(PersonEntry::id, PersonEntry::email));
		Pace pace = pace(run);
		Optional<Halt> paused = pace.stillPaused();
		if (paused.isPresent()) {
			this.parts.stores().runs().halt(run, paused.get());
			this.step.setTerminateOnly();
			return;
		}
		this.signal.whenRequested(pace::stop);
		Courier.Steering steering = new Courier.Steering(pace, this.stop,
				new PortalHealth(this.parts.concurrency(), this.parts.properties().pauses()), this.parts.clock(),
				this.parts.monotonic(), this.parts.properties().gap(), this.parts.properties().settle());
		PortalAccess portal = new PortalAccess(this.client, new Directory(this.client), disabled);
		Courier courier = new Courier(portal, steering);
		Looker looker = new Looker(courier, portal);
		Findings findings = new Findings(new Judge(emails), this.parts.clock(), this.parts.monotonic());
		PlanCheck.Unchanged unchanged;
		try {
			unchanged = compareOpen(run);
		}
		catch (PortalTrouble ex) {
			this.parts.stores().runs().halt(run, Troubles.halt(ex));
			this.step.setTerminateOnly();
			return;
		}
		OldPlan old = new OldPlan(run, this.parts.stores().old(), unchanged, looker, findings);
		this.workers = new Workers(this.parts.concurrency(),
				new Workers.Errands(courier, new Sender(courier, looker, findings, old), looker, findings), this.signal,
				this.parts.stores().progress());
		this.pipeline = new SendPipeline(this.parts.stores().lanes(), run, this.workers, inDoubt(run, findings, old));
	}

	/** A plan has the age that it has when sending starts. */
	private PlanCheck.@Nullable Unchanged compareOpen(long run) {
		OldPlan.Journal journal = this.parts.stores().old();
		return journal.age().isOld(run) ? journal.check().compareOpen(run).orElse(null) : null;
	}

	private Pace pace(long run) {
		SendProperties properties = this.parts.properties();
		PortalLimits all = this.parts.stores().limits().of(run);
		PortalLimits known = properties.ignorePause() ? all.paused(null) : all;
		if (known.perMinute() != null) {
			this.client.recent().restore(this.parts.stores().limits().recent(run));
		}
		this.allowance = new Allowance(this.client.recent(), known);
		this.errors = new ErrorLimit(properties.maxErrors(), this.parts.stores().runs().rows(run));
		return new Pace(this.parts.clock(), this.parts.monotonic(), this.allowance,
				new Pace.Manner(properties.rate(), properties.sleepThrough()), this.parts.stores().progress());
	}

	private InDoubt inDoubt(long run, Findings findings, OldPlan plan) {
		SendProperties properties = this.parts.properties();
		Stores stores = this.parts.stores();
		this.parked = new ParkedLanes(properties.settle(), properties.gap(), this.parts.monotonic(), this.began);
		return new InDoubt(this.parked, new Elsewhere(stores.lanes().inDoubtElsewhere(run)),
				new Settler(findings, stores.doubts(), Decisions.of(properties.decide()), plan,
						stores.old().options().allow().sameName()),
				new RefusedOnTheWay(findings, stores.doubts()), plan);
	}

	@Override
	public @Nullable List<RequestResult> read() throws InterruptedException {
		List<RequestResult> results = (this.pipeline != null) ? this.pipeline.read() : null;
		if (results != null && this.errors != null) {
			this.errors.saw(results).ifPresent(this.stop::because);
			keepLimits(false);
		}
		if (results == null && this.workers != null) {
			this.workers.rethrow();
			end();
		}
		return results;
	}

	/** In the transaction in which results were recorded: marks what may go next. */
	void recorded(List<RequestResult> results) {
		if (this.pipeline != null) {
			this.pipeline.recorded(results);
		}
	}

	@Override
	public void close() {
		if (this.workers != null) {
			this.workers.close();
		}
		keepLimits(true);
	}

	/** At once when something was learned: the next moment may be the last. */
	private void keepLimits(boolean always) {
		if (this.allowance != null && (always || !this.allowance.limits().equals(this.kept))) {
			this.kept = this.allowance.limits();
			this.parts.stores().limits().keep(run(), this.kept, this.client.recent().ages());
		}
	}

	private void end() throws InterruptedException {
		long run = run();
		boolean open = isOpen(run);
		ClosingCheck closing = closing();
		Optional<Halt> halt = stopped();
		boolean check = closing.isNeeded(run);
		if (halt.isEmpty() && check) {
			halt = closing.check(run, this.parts.properties().settle(), this.signal::isRequested);
			open = isOpen(run);
			check = halt.isPresent();
		}
		if (!open && !check) {
			this.parts.stores().runs().move(run, RunState.FINISHED);
			return;
		}
		halt.ifPresentOrElse((why) -> this.parts.stores().runs().halt(run, why),
				() -> this.parts.stores().runs().move(run, RunState.WAITING));
		this.step.setTerminateOnly();
	}

	private boolean isOpen(long run) {
		Map<RowStatus, Long> counts = this.parts.stores().runs().counts(run);
		return counts.containsKey(RowStatus.NOT_SENT) || counts.containsKey(RowStatus.UNKNOWN);
	}

	private Optional<Halt> stopped() {
		return this.signal.why().or(this.stop::why);
	}

	private ClosingCheck closing() {
		Stores stores = this.parts.stores();
		return new ClosingCheck(stores.closing(), new Directory(this.client),
				Decisions.of(this.parts.properties().decide()),
				new ClosingCheck.Times(this.parts.clock(), this.parts.monotonic(), this.began,
						(this.parked != null) ? this.parked.noCreateSince() : this.began));
	}

	private long run() {
		return RunNumber.of(this.step);
	}

	/**
	 * What sending needs of the rest of the program.
	 */
	record Parts(Gate gate, Stores stores, Clock clock, MonotonicClock monotonic, int concurrency,
			SendProperties properties) {
	}

	/** The parts of the journal that are read. */
	record Stores(Runs runs, People people, Lanes lanes, Doubts doubts, Limits limits, OldPlan.Journal old,
			ClosingCheck.Stores closing) {

		Progress progress() {
			return this.closing.progress();
		}

	}

}
