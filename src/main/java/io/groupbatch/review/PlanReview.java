package io.groupbatch.review;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.groupbatch.journal.People;
import io.groupbatch.journal.PersonEntry;
import io.groupbatch.journal.PlannedChanges;
import io.groupbatch.journal.Runs;

import org.springframework.stereotype.Component;

/**
 * Sums the plan of a run up. Thread-safe.
 */
@Component
public class PlanReview {

	private final PlannedChanges changes;

	private final Runs runs;

	private final People people;

	private final GuardOptions options;

	public PlanReview(PlannedChanges changes, Runs runs, People people, GuardOptions options) {
		this.changes = changes;
		this.runs = runs;
		this.people = people;
		this.options = options;
	}

	/**
	 * What the plan comes to.
	 */
	public PlanSummary summary(long run) {
		Guards guards = new Guards(this.options, this.runs.get(run).plan().portalGroups());
		Tally tally = new Tally(disabled(run));
		this.changes.forEach(run, (change) -> {
			tally.accept(change);
			guards.accept(change);
		});
		return tally.summary(guards.risks());
	}

	/**
	 * What is much of what the plan takes away; a sentence each.
	 */
	public List<String> risks(long run) {
		if (!this.changes.takesAway(run)) {
			return List.of();
		}
		Guards guards = new Guards(this.options, this.runs.get(run).plan().portalGroups());
		this.changes.forEach(run, guards);
		return guards.risks();
	}

	private Set<UUID> disabled(long run) {
		return this.people.all(run)
			.stream()
			.filter((person) -> person.status() == PersonEntry.Status.DISABLED)
			.map(PersonEntry::id)
			.collect(Collectors.toSet());
	}

}
