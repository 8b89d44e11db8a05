package io.groupbatch.importjob.send;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import io.groupbatch.batch.GracefulStop;
import io.groupbatch.batch.Progress;
import io.groupbatch.batch.Troubles;
import io.groupbatch.clock.MonotonicClock;
import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.importjob.options.SendProperties;
import io.groupbatch.importjob.send.doubt.Decisions;
import io.groupbatch.importjob.send.doubt.DoubtQueue;
import io.groupbatch.importjob.send.doubt.Settler;
import io.groupbatch.importjob.send.exchange.Courier;
import io.groupbatch.importjob.send.exchange.Looker;
import io.groupbatch.importjob.send.exchange.PortalAccess;
import io.groupbatch.importjob.send.exchange.PortalHealth;
import io.groupbatch.importjob.send.pace.Allowance;
import io.groupbatch.importjob.send.pace.ErrorLimit;
import io.groupbatch.importjob.send.pace.Pace;
import io.groupbatch.importjob.send.write.Findings;
import io.groupbatch.importjob.send.write.Judge;
import io.groupbatch.importjob.send.write.OldPlan;
import io.groupbatch.importjob.send.write.Sender;
import io.groupbatch.journal.people.People;
import io.groupbatch.journal.people.PersonEntry;
import io.groupbatch.journal.run.Halt;
import io.groupbatch.journal.run.Limits;
import io.groupbatch.journal.run.PortalLimits;
import io.groupbatch.journal.run.Runs;
import io.groupbatch.journal.send.Doubts;
import io.groupbatch.journal.send.Lanes;
import io.groupbatch.journal.send.Meanwhile;
import io.groupbatch.journal.send.StateBefore;
import io.groupbatch.portal.Directory;
import io.groupbatch.portal.PortalTrouble;
import io.groupbatch.portal.http.PortalClient;
import io.groupbatch.review.PlanAge;
import io.groupbatch.review.PlanCheck;

import org.springframework.stereotype.Component;

/**
 * Builds all objects that one execution of the step {@code send} works with. Thread-safe.
 */
@Component
class SendExecutionFactory {

	private final PortalClient client;

	private final GracefulStop signal;

	private final Clock clock;

	private final MonotonicClock monotonic;

	private final ImportOptions options;

	private final SendProperties properties;

	private final Runs runs;

	private final People people;

	private final Lanes lanes;

	private final Doubts doubts;

	private final Limits limits;

	private final StateBefore before;

	private final Meanwhile meanwhile;

	private final PlanAge age;

	private final PlanCheck check;

	private final Progress progress;

	SendExecutionFactory(PortalClient client, GracefulStop signal, Clock clock, MonotonicClock monotonic,
			ImportOptions options, SendProperties properties, Runs runs, People people, Lanes lanes, Doubts doubts,
			Limits limits, StateBefore before, Meanwhile meanwhile, PlanAge age, PlanCheck check, Progress progress) {
		this.client = client;
		this.signal = signal;
		this.clock = clock;
		this.monotonic = monotonic;
		this.options = options;
		this.properties = properties;
		this.runs = runs;
		this.people = people;
		this.lanes = lanes;
		this.doubts = doubts;
		this.limits = limits;
		this.before = before;
		this.meanwhile = meanwhile;
		this.age = age;
		this.check = check;
		this.progress = progress;
	}

	/**
	 * Begins to send a run.
	 * @param began when the step began, by the monotonic clock
	 * @return nothing when the portal cannot be sent to now: then the run is halted
	 */
	Optional<SendExecution> begin(long run, Instant began) {
		Allowance allowance = allowance(run);
		Pace pace = new Pace(this.clock, this.monotonic, allowance,
				new Pace.Manner(this.properties.rate(), this.properties.sleepThrough()), this.progress);
		Optional<Halt> paused = pace.stillPaused();
		if (paused.isPresent()) {
			return halted(run, paused.get(), allowance);
		}
		this.signal.whenRequested(pace::stop);
		try {
			PlanCheck.Unchanged unchanged = this.age.isOld(run) ? this.check.compareOpen(run).orElse(null) : null;
			CompletableFuture<Halt> stop = new CompletableFuture<>();
			List<PersonEntry> known = this.people.all(run);
			PortalAccess portal = new PortalAccess(this.client, new Directory(this.client), disabled(known));
			Courier courier = new Courier(portal, pace,
					new PortalHealth(this.properties.concurrency(), this.properties.pauses()), stop, this.clock,
					this.monotonic, this.properties.gap(), this.properties.settle());
			Looker looker = new Looker(courier, portal);
			Findings findings = new Findings(new Judge(emails(known)), this.clock, this.monotonic);
			OldPlan plan = new OldPlan(run, this.age, this.before, this.meanwhile, this.options, unchanged, looker,
					findings);
			Workers workers = new Workers(this.properties.concurrency(), courier,
					new Sender(courier, looker, findings, plan), looker, findings, this.signal, this.progress);
			DoubtQueue inDoubt = new DoubtQueue(this.properties.settle(), this.properties.gap(), this.monotonic, began,
					this.lanes.inDoubtElsewhere(run));
			Settler settler = new Settler(findings, this.doubts, Decisions.of(this.properties.decide()), plan,
					this.options.allow().sameName());
			return Optional.of(new SendExecution(run,
					new SendPipeline(this.lanes, run, workers, inDoubt, settler, plan), workers, inDoubt, allowance,
					new ErrorLimit(this.properties.maxErrors(), this.runs.get(run).content().rows()), stop, this.limits,
					this.client.recent()));
		}
		catch (PortalTrouble ex) {
			return halted(run, Troubles.halt(ex), allowance);
		}
	}

	/**
	 * A pause that was found to be shorter than the clock says, because the clock was set
	 * back, is kept as what it is now.
	 */
	private Optional<SendExecution> halted(long run, Halt why, Allowance allowance) {
		this.runs.halt(run, why);
		this.limits.keep(run, allowance.limits(), this.client.recent().ages());
		return Optional.empty();
	}

	private Allowance allowance(long run) {
		PortalLimits all = this.limits.of(run);
		PortalLimits known = this.properties.ignorePause() ? all.paused(null) : all;
		if (known.perMinute() != null) {
			this.client.recent().restore(this.limits.recent(run));
		}
		return new Allowance(this.client.recent(), known);
	}

	private static Set<UUID> disabled(List<PersonEntry> people) {
		return people.stream()
			.filter((person) -> person.status() == PersonEntry.Status.DISABLED)
			.map(PersonEntry::id)
			.collect(Collectors.toSet());
	}

	private static Map<UUID, String> emails(List<PersonEntry> people) {
		return people.stream().collect(Collectors.toMap(PersonEntry::id, PersonEntry::email));
	}

}
