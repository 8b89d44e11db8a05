package io.groupbatch.importjob.send;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.groupbatch.batch.PortalStopCauses;
import io.groupbatch.batch.Progress;
import io.groupbatch.clock.MonotonicClock;
import io.groupbatch.importjob.send.doubt.OperatorDecisions;
import io.groupbatch.journal.plan.Groups;
import io.groupbatch.journal.plan.TrackedGroup;
import io.groupbatch.journal.run.Runs;
import io.groupbatch.journal.run.StopCause;
import io.groupbatch.journal.send.DuplicateGroups;
import io.groupbatch.journal.send.DuplicateGroups.Created;
import io.groupbatch.portal.Directory;
import io.groupbatch.portal.PortalException;
import io.groupbatch.portal.payload.Group;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last part of sending: lists the portal's groups once, when a create may have been
 * carried out twice or another client had time to make a group of the same name. A row
 * with more than one such group is UNKNOWN, for a person to decide (docs/architecture.md,
 * "In doubt"). For the one thread of the step.
 */
final class DuplicateCheck {

	private static final Logger logger = LoggerFactory.getLogger(DuplicateCheck.class);

	/** A run that lasted longer is checked, whatever happened in it. */
	private static final Duration LONG = Duration.ofMinutes(10);

	private final Runs runs;

	private final Groups groups;

	private final DuplicateGroups twins;

	private final Progress progress;

	private final Directory directory;

	private final OperatorDecisions decisions;

	private final Times times;

	DuplicateCheck(Runs runs, Groups groups, DuplicateGroups twins, Progress progress, Directory directory,
			OperatorDecisions decisions, Times times) {
		this.runs = runs;
		this.groups = groups;
		this.twins = twins;
		this.progress = progress;
		this.directory = directory;
		this.decisions = decisions;
		this.times = times;
	}

	/** Whether there is reason to check. */
	boolean isNeeded(long run) {
		return this.twins.hasDoubtfulCreate(run) || this.times.isLong(this.runs.get(run).span().created().toInstant());
	}

	/**
	 * Checks.
	 * @param settle how long a create may still be under way
	 * @param stopping whether to leave it to the next start
	 * @return why it could not be done now, if it could not
	 */
	Optional<StopCause> check(long run, Duration settle, BooleanSupplier stopping) throws InterruptedException {
		Duration left = this.twins.hasDoubtfulCreate(run) ? this.times.left(settle) : Duration.ZERO;
		if (!waited(left, stopping)) {
			return Optional.of(StopCause.INTERRUPTED);
		}
		try {
			solve(run);
			strangers(run).forEach((name, ids) -> tell(run, name, ids));
			return Optional.empty();
		}
		catch (PortalException ex) {
			return Optional.of(PortalStopCauses.halt(ex));
		}
	}

	private boolean waited(Duration wait, BooleanSupplier stopping) throws InterruptedException {
		Instant until = this.times.monotonic().instant().plus(wait);
		Duration left = wait;
		if (left.toSeconds() > 0) {
			this.progress.note("An answer was lost. In %d s the portal is checked for groups that were created twice."
				.formatted(left.toSeconds()));
		}
		while (!stopping.getAsBoolean() && left.compareTo(Duration.ZERO) > 0) {
			Thread.sleep(Math.min(100, Math.max(1, left.toMillis())));
			left = Duration.between(this.times.monotonic().instant(), until);
		}
		return !stopping.getAsBoolean();
	}

	/**
	 * Rows found before get their outcome back, to be looked at again. What a person
	 * decided is known from now on.
	 */
	private void solve(long run) {
		for (Created create : this.twins.all(run)) {
			boolean decided = this.twins.rows(create)
				.stream()
				.map(this.decisions.byRow()::get)
				.filter(Objects::nonNull)
				.anyMatch((decision) -> create.group().equals(decision.group()));
			this.twins.solved(create);
			if (decided) {
				this.directory.groupsNamed(create.name()).forEach((group) -> know(run, group));
			}
		}
	}

	private void know(long run, Group group) {
		this.groups.add(run, List
			.of(TrackedGroup.found(this.groups.nextRef(), group.id(), group.name(), group.manager(), group.ldap())));
	}

	/**
	 * Groups that have a name which the run has given, and that the run does not know.
	 */
	private Map<String, Set<UUID>> strangers(long run) {
		Predicate<String> created = this.twins.createdNames(run);
		Predicate<UUID> known = this.twins.known(run);
		Map<String, Set<UUID>> found = new LinkedHashMap<>();
		this.directory.groups((page) -> page.stream()
			.filter((group) -> created.test(group.name()) && !known.test(group.id()))
			.forEach((group) -> found.computeIfAbsent(group.name(), (name) -> new TreeSet<>()).add(group.id())));
		return found;
	}

	private void tell(long run, String name, Set<UUID> strangers) {
		for (Created create : this.twins.creates(run, name)) {
			Set<UUID> twins = new TreeSet<>(strangers);
			twins.removeAll(this.twins.madeBeside(create, strangers));
			if (twins.isEmpty()) {
				continue;
			}
			logger.info("Row made a group that is there more than once(request={}, ids={}, others={})",
					create.request(), create.group(), twins);
			String others = twins.stream().map(UUID::toString).collect(Collectors.joining(", "));
			this.twins.found(create, ("This row created %1$s, but there is another group \"%2$s\": %3$s. Check"
					+ " both groups. Delete the one that is not needed, then resume. If both are right: --decide ROW=%1$s")
				.formatted(create.group(), name, others));
		}
	}

	/**
	 * What the check knows of time.
	 *
	 * @param began when this start began to send, by the monotonic clock
	 * @param noCreateSince since when no create has left that is or was in doubt,
	 * likewise
	 */
	record Times(Clock clock, MonotonicClock monotonic, Instant began, Instant noCreateSince) {

		/**
		 * A run from the future, or one during which the clock was set, may be a long
		 * one.
		 */
		private boolean isLong(Instant created) {
			Instant now = this.clock.instant();
			return created.isAfter(now) || created.plus(LONG).isBefore(now)
					|| this.monotonic.since(this.began).compareTo(LONG) > 0;
		}

		private Duration left(Duration settle) {
			return settle.minus(this.monotonic.since(this.noCreateSince));
		}

	}

}
