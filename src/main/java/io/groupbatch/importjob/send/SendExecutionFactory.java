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

import io.groupbatch.batch.GracefulShutdown;
import io.groupbatch.batch.PortalStopCauses;
import io.groupbatch.batch.Progress;
import io.groupbatch.clock.MonotonicClock;
import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.importjob.options.SendProperties;
import io.groupbatch.importjob.send.doubt.DoubtQueue;
import io.groupbatch.importjob.send.doubt.DoubtResolver;
import io.groupbatch.importjob.send.doubt.OperatorDecisions;
import io.groupbatch.importjob.send.exchange.CircuitBreaker;
import io.groupbatch.importjob.send.exchange.GroupObserver;
import io.groupbatch.importjob.send.exchange.PortalAccess;
import io.groupbatch.importjob.send.exchange.RequestExecutor;
import io.groupbatch.importjob.send.pace.ErrorLimit;
import io.groupbatch.importjob.send.pace.RateBudget;
import io.groupbatch.importjob.send.pace.Throttle;
import io.groupbatch.importjob.send.write.RequestResultFactory;
import io.groupbatch.importjob.send.write.RowOutcomeEvaluator;
import io.groupbatch.importjob.send.write.Sender;
import io.groupbatch.importjob.send.write.StalePlanCheck;
import io.groupbatch.journal.people.PersonEntry;
import io.groupbatch.journal.people.PortalPeople;
import io.groupbatch.journal.run.PortalLimitStore;
import io.groupbatch.journal.run.PortalLimits;
import io.groupbatch.journal.run.Runs;
import io.groupbatch.journal.run.StopCause;
import io.groupbatch.journal.send.ExternalChanges;
import io.groupbatch.journal.send.InDoubtRequests;
import io.groupbatch.journal.send.PlanBaseline;
import io.groupbatch.journal.send.SendableRequests;
import io.groupbatch.portal.Directory;
import io.groupbatch.portal.PortalException;
import io.groupbatch.portal.http.PortalClient;
import io.groupbatch.review.PlanFreshness;
import io.groupbatch.review.PlanPortalComparison;

import org.springframework.stereotype.Component;

/**
 * Builds all objects that one execution of the step {@code send} works with. Thread-safe.
 */
@Component
class SendExecutionFactory {

	private final PortalClient client;

	private final GracefulShutdown signal;

	private final Clock clock;

	private final MonotonicClock monotonic;

	private final ImportOptions options;

	private final SendProperties properties;

	private final Runs runs;

	private final PortalPeople people;

	private final SendableRequests lanes;

	private final InDoubtRequests doubts;

	private final PortalLimitStore limits;

	private final PlanBaseline before;

	private final ExternalChanges meanwhile;

	private final PlanFreshness age;

	private final PlanPortalComparison check;

	private final Progress progress;

	SendExecutionFactory(PortalClient client, GracefulShutdown signal, Clock clock, MonotonicClock monotonic,
			ImportOptions options, SendProperties properties, Runs runs, PortalPeople people, SendableRequests lanes,
			InDoubtRequests doubts, PortalLimitStore limits, PlanBaseline before, ExternalChanges meanwhile,
			PlanFreshness age, PlanPortalComparison check, Progress progress) {
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
	 * What holds back the invitations of a run, which are sent before its requests.
	 */
	Pacing pacing(long run) {
		RateBudget allowance = allowance(run);
		Throttle pace = throttle(allowance);
		return new Pacing(pace, () -> this.limits.keep(run, allowance.limits(), this.client.recent().ages()));
	}

	/**
	 * Begins to send a run.
	 * @param began when the step began, by the monotonic clock
	 * @return nothing when the portal cannot be sent to now: then the run is halted
	 */
	Optional<SendExecution> begin(long run, Instant began) {
		RateBudget allowance = allowance(run);
		Throttle pace = throttle(allowance);
		Optional<StopCause> paused = pace.stillPaused();
		if (paused.isPresent()) {
			return halted(run, paused.get(), allowance);
		}
		this.signal.whenRequested(pace::stop);
		try {
			PlanPortalComparison.Unchanged unchanged = this.age.isOld(run) ? this.check.compareOpen(run).orElse(null)
					: null;
			CompletableFuture<StopCause> stop = new CompletableFuture<>();
			List<PersonEntry> known = this.people.all(run);
			PortalAccess portal = new PortalAccess(this.client, new Directory(this.client), disabled(known));
			RequestExecutor courier = new RequestExecutor(portal, pace,
					new CircuitBreaker(this.properties.concurrency(), this.properties.pauses()), stop, this.clock,
					this.monotonic, this.properties.gap(), this.properties.settle());
			GroupObserver looker = new GroupObserver(courier, portal);
			RequestResultFactory findings = new RequestResultFactory(new RowOutcomeEvaluator(emails(known)), this.clock,
					this.monotonic);
			StalePlanCheck plan = new StalePlanCheck(run, this.age, this.before, this.meanwhile, this.options,
					unchanged, looker, findings);
			SenderPool workers = new SenderPool(this.properties.concurrency(), this.properties.maxErrors() == null,
					courier, new Sender(courier, looker, findings, plan), looker, findings, this.signal, this.progress);
			DoubtQueue inDoubt = new DoubtQueue(this.properties.settle(), this.properties.gap(), this.monotonic, began,
					this.lanes.inDoubtElsewhere(run));
			DoubtResolver settler = new DoubtResolver(findings, this.doubts,
					OperatorDecisions.of(this.properties.decide()), plan, this.options.allow().sameName());
			return Optional.of(new SendExecution(run,
					new SendPipeline(this.lanes, run, workers, inDoubt, settler, plan), workers, inDoubt, allowance,
					new ErrorLimit(this.properties.maxErrors(), this.runs.get(run).content().rows()), stop, this.limits,
					this.client.recent()));
		}
		catch (PortalException ex) {
			return halted(run, PortalStopCauses.halt(ex), allowance);
		}
	}

	/**
	 * A pause that was found to be shorter than the clock says, because the clock was set
	 * back, is kept as what it is now.
	 */
	private Optional<SendExecution> halted(long run, StopCause why, RateBudget allowance) {
		this.runs.halt(run, why);
		this.limits.keep(run, allowance.limits(), this.client.recent().ages());
		return Optional.empty();
	}

	private Throttle throttle(RateBudget allowance) {
		return new Throttle(this.clock, this.monotonic, allowance,
				new Throttle.Manner(this.properties.rate(), this.properties.sleepThrough()), this.progress);
	}

	private RateBudget allowance(long run) {
		PortalLimits all = this.limits.of(run);
		PortalLimits known = (this.properties.ignorePause() || this.properties.rate() != null) ? all.paused(null) : all;
		if (known.perMinute() != null) {
			this.client.recent().restore(this.limits.recent(run));
		}
		return new RateBudget(this.client.recent(), known);
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

	/**
	 * Holds requests back.
	 *
	 * @param keep keeps what the portal's answers have told of its limits
	 */
	record Pacing(Throttle pace, Runnable keep) {
	}

}
