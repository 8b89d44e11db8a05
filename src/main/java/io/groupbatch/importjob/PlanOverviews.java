package io.groupbatch.importjob;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.batch.Progress;
import io.groupbatch.importjob.options.SendProperties;
import io.groupbatch.journal.people.PortalPeople;
import io.groupbatch.journal.plan.Requests;
import io.groupbatch.journal.review.GroupChange;
import io.groupbatch.journal.review.PlannedOmissions;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.run.CompetingRuns;
import io.groupbatch.journal.run.PortalLimitStore;
import io.groupbatch.journal.run.PortalLimits;
import io.groupbatch.journal.run.Runs;
import io.groupbatch.review.Forecast;
import io.groupbatch.review.PlanFreshness;
import io.groupbatch.review.PlanReview;
import io.groupbatch.review.PlanSummary;

import org.springframework.stereotype.Component;

import org.jspecify.annotations.Nullable;

/**
 * Gathers what there is to tell of a plan. Reads the journal only.
 */
@Component
class PlanOverviews {

	private final PlanReview review;

	private final PlanFreshness age;

	private final Runs runs;

	private final PortalPeople people;

	private final Requests requests;

	private final PortalLimitStore limits;

	private final PlannedOmissions omissions;

	private final CompetingRuns elsewhere;

	private final SendProperties sending;

	private final Progress progress;

	private final Clock clock;

	PlanOverviews(PlanReview review, PlanFreshness age, Runs runs, PortalPeople people, Requests requests,
			PortalLimitStore limits, PlannedOmissions omissions, CompetingRuns elsewhere, SendProperties sending,
			Progress progress, Clock clock) {
		this.review = review;
		this.age = age;
		this.runs = runs;
		this.people = people;
		this.requests = requests;
		this.limits = limits;
		this.omissions = omissions;
		this.elsewhere = elsewhere;
		this.sending = sending;
		this.progress = progress;
		this.clock = clock;
	}

	PlanOverview of(long run) {
		PlanSummary summary = this.review.summary(run);
		return new PlanOverview(summary, emails(run, summary),
				this.requests.deletes().unfinished(run, PlanOverview.MAX_SHOWN),
				Forecast.of(summary.load(), speed(run), this.clock.instant()), this.age.looks(run),
				this.runs.counts(run).getOrDefault(RowStatus.UNCHANGED, 0L), this.omissions.of(run), overlaps(run));
	}

	/**
	 * The lower one of the rate that the portal allows and the one that the user asks
	 * for.
	 */
	private Forecast.Speed speed(long run) {
		PortalLimits limits = this.limits.of(run);
		Integer limit = limits.perMinute();
		Integer rate = this.sending.rate();
		int perMinute = Stream.of(limit, rate)
			.filter(Objects::nonNull)
			.min(Integer::compare)
			.orElse(Forecast.USUAL_PER_MINUTE);
		return new Forecast.Speed(perMinute, limit != null || rate != null, this.sending.concurrency(),
				this.progress.answerTime(), this.limits.changesOfTheDay(run),
				(limits.pause() != null) ? limits.pause().until() : null);
	}

	private Map<UUID, String> emails(long run, PlanSummary summary) {
		Set<UUID> shown = summary.first()
			.stream()
			.limit(PlanOverview.MAX_SHOWN)
			.flatMap((change) -> Stream.of(change.added().stream(), change.removed().stream(),
					Stream.ofNullable(change.manager()), Stream.ofNullable(managerBefore(change))))
			.flatMap((people) -> people)
			.collect(Collectors.toSet());
		return this.people.emails(run, shown);
	}

	private static @Nullable UUID managerBefore(GroupChange change) {
		GroupChange.Before before = change.before();
		return (before != null) ? before.manager() : null;
	}

	private List<PlanOverview.Overlap> overlaps(long run) {
		return this.elsewhere.of(run)
			.stream()
			.map((other) -> new PlanOverview.Overlap(this.runs.get(other.run()), other.groups()))
			.toList();
	}

}
