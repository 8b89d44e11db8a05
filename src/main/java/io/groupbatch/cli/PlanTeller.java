package io.groupbatch.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.journal.DeleteTies.Unfinished;
import io.groupbatch.journal.GroupChange;
import io.groupbatch.journal.Limits;
import io.groupbatch.journal.People;
import io.groupbatch.journal.Requests;
import io.groupbatch.journal.RowStatus;
import io.groupbatch.journal.Runs;
import io.groupbatch.review.Forecast;
import io.groupbatch.review.PlanAge;
import io.groupbatch.review.PlanReview;
import io.groupbatch.review.PlanSummary;

import org.jspecify.annotations.Nullable;

/**
 * Puts the plan of a run into words.
 */
final class PlanTeller {

	private static final int MOST_CHANGES = 10;

	private static final int MOST_PEOPLE = 5;

	private final Session session;

	private final @Nullable Integer rate;

	/**
	 * Tells of plans.
	 * @param rate how many requests a minute are asked for; null: as many as the portal
	 * takes
	 */
	PlanTeller(Session session, @Nullable Integer rate) {
		this.session = session;
		this.rate = rate;
	}

	PlanTalk talk(long run) {
		PlanSummary summary = this.session.get(PlanReview.class).summary(run);
		Forecast forecast = Forecast.of(summary.load(), speed(run), this.session.get(Clock.class).instant());
		long unchanged = this.session.get(Runs.class).counts(run).getOrDefault(RowStatus.UNCHANGED, 0L);
		return new PlanTalk(summary, details(run, summary), forecast, this.session.get(PlanAge.class).looks(run),
				unchanged);
	}

	private Forecast.Speed speed(long run) {
		Limits limits = this.session.get(Limits.class);
		Integer limit = limits.of(run).perMinute();
		boolean known = limit != null || this.rate != null;
		int perMinute = Stream.of(limit, this.rate)
			.filter(Objects::nonNull)
			.min(Integer::compare)
			.orElse(Forecast.USUAL_PER_MINUTE);
		return new Forecast.Speed(perMinute, known, limits.changesOfTheDay(run));
	}

	private List<String> details(long run, PlanSummary summary) {
		List<GroupChange> shown = summary.first().stream().limit(MOST_CHANGES).toList();
		Set<UUID> people = shown.stream()
			.flatMap((change) -> Stream.of(change.added(), change.removed(), managers(change)))
			.flatMap(Set::stream)
			.collect(Collectors.toSet());
		Map<UUID, String> emails = this.session.get(People.class).emails(run, people);
		List<String> lines = new ArrayList<>(shown.stream().map((change) -> "  " + line(change, emails)).toList());
		PlanSummary.Groups groups = summary.groups();
		long more = groups.created() + groups.changed() + groups.deleted() - shown.size();
		if (more > 0) {
			lines.add("  … and %,d more: plan.csv has all".formatted(more));
		}
		this.session.get(Requests.class)
			.deletes()
			.unfinished(run, MOST_CHANGES)
			.forEach((row, group) -> lines.add("  ! " + line(row, group)));
		return lines;
	}

	/** Who stays, and which delete is not sent for that. */
	private static String line(Unfinished row, String group) {
		String told = (row.people() != null) ? "\"%s\": row %d cannot move %s".formatted(group, row.row(), row.people())
				: row.takesOut() ? "\"%s\": row %d does not take people out".formatted(group, row.row())
						: "\"%s\": row %d does not put its people into another group".formatted(group, row.row());
		return (row.heldRow() != null) ? told + ", so row %d does not delete the group.".formatted(row.heldRow())
				: told + ".";
	}

	private static Set<UUID> managers(GroupChange change) {
		GroupChange.Before before = change.before();
		return Stream.of(change.manager(), (before != null) ? before.manager() : null)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
	}

	private static String line(GroupChange change, Map<UUID, String> emails) {
		GroupChange.Before before = change.before();
		if (before == null) {
			return "+ \"%s\": manager %s, %s%s".formatted(change.name(), person(change.manager(), emails),
					Texts.count(change.added().size(), "member", "members"), change.gone() ? "; deleted again" : "");
		}
		if (change.isDelete()) {
			return "- \"%s\" with %s".formatted(before.name(), Texts.count(before.members(), "member", "members"));
		}
		List<String> parts = new ArrayList<>();
		if (change.isRename()) {
			parts.add("called \"" + change.name() + "\"");
		}
		if (change.isNewManager()) {
			parts.add("manager " + person(before.manager(), emails) + " → " + person(change.manager(), emails));
		}
		if (!change.added().isEmpty()) {
			parts.add(change.added().size() + " added: " + people(change.added(), emails));
		}
		if (!change.removed().isEmpty()) {
			parts.add(change.removed().size() + " removed: " + people(change.removed(), emails));
		}
		return "~ \"" + before.name() + "\": " + String.join("; ", parts);
	}

	private static String people(Set<UUID> people, Map<UUID, String> emails) {
		String shown = people.stream()
			.map((person) -> person(person, emails))
			.sorted()
			.limit(MOST_PEOPLE)
			.collect(Collectors.joining(", "));
		return shown + ((people.size() > MOST_PEOPLE) ? " …" : "");
	}

	private static String person(@Nullable UUID person, Map<UUID, String> emails) {
		return (person != null) ? emails.getOrDefault(person, person.toString()) : "nobody";
	}

}
