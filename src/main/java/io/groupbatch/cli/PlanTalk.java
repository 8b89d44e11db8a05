package io.groupbatch.cli;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.groupbatch.journal.Run;
import io.groupbatch.review.Forecast;
import io.groupbatch.review.PlanAge;
import io.groupbatch.review.PlanSummary;

/**
 * A plan as people and scripts are told of it.
 *
 * @param summary what it comes to
 * @param details the first changes, a line each
 * @param forecast how long it takes
 * @param looks what is looked at besides when the plan is old
 * @param unchanged how many rows hold already
 */
record PlanTalk(PlanSummary summary, List<String> details, Forecast forecast, PlanAge.Looks looks, long unchanged) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	PlanTalk {
		details = List.copyOf(details);
	}

	/** For people. */
	List<String> lines() {
		List<String> lines = new ArrayList<>();
		lines.add("New:      " + Texts.count(this.summary.groups().created(), "group", "groups") + " with "
				+ Texts.count(this.summary.groups().newMembers(), "member", "members"));
		lines.add("Existing: " + existing());
		lines.add("As it is: " + Texts.count(this.unchanged, "row holds", "rows hold") + " already, "
				+ Texts.count(this.summary.groups().read(), "group is", "groups are") + " only read");
		lines.addAll(this.details);
		lines.add("Forecast: " + sending());
		if (this.looks.most() > 0) {
			lines.add("          Plus up to " + Texts.count(this.looks.most(), "look", "looks")
					+ (this.looks.due() ? ", for the plan is more than ten minutes old."
							: " if it is sent more than ten minutes from now."));
		}
		this.summary.risks().forEach((risk) -> lines.add("Careful:  " + risk));
		return lines.stream().map(Texts::printable).toList();
	}

	private String existing() {
		PlanSummary.Changes changes = this.summary.changes();
		return "%s changed (%s, %s, %s, %s), %s".formatted(
				Texts.count(this.summary.groups().changed(), "group", "groups"),
				Texts.count(changes.renames(), "rename", "renames"),
				Texts.count(changes.managers(), "new manager", "new managers"),
				Texts.count(changes.added(), "member added", "members added"),
				Texts.count(changes.removed(), "removed", "removed"),
				Texts.count(this.summary.groups().deleted(), "deleted", "deleted"));
	}

	private String sending() {
		PlanSummary.Load load = this.summary.load();
		String when = TIME.format(this.forecast.ends().atZone(ZoneId.systemDefault()));
		String speed = "%,d a minute%s".formatted(this.forecast.perMinute(),
				this.forecast.known() ? "" : ", as portals usually allow");
		String quota = (this.forecast.days() > 1) ? "; on %d days, for a portal usually takes %,d changes a day"
			.formatted(this.forecast.days(), Forecast.USUAL_PER_DAY) : "";
		return "%s (%d POST, %d PUT, %d DELETE, %d GET), %s at %s%s; ends about %s".formatted(
				Texts.count(load.requests(), "request", "requests"), load.creates(), load.updates(), load.deletes(),
				load.reads(), length(this.forecast.sending(load.requests())), speed, quota, when);
	}

	private static String length(Duration time) {
		long seconds = (time.toMillis() + 999) / 1000;
		return (seconds < 120) ? Texts.count(seconds, "second", "seconds") : (seconds + 59) / 60 + " minutes";
	}

	/** What a person is asked. */
	String question(Run.Target target) {
		PlanSummary.Groups groups = this.summary.groups();
		List<String> parts = new ArrayList<>();
		parts.add(Texts.count(groups.created(), "create", "creates"));
		parts.add(Texts.count(groups.changed(), "change of existing groups", "changes of existing groups"));
		Stream.of(groups.deleted())
			.filter((count) -> count > 0)
			.forEach((count) -> parts.add(Texts.count(count, "delete", "deletes")));
		parts.add(Texts.count(this.summary.changes().removed(), "removal", "removals"));
		return Texts
			.printable("Send %s to %s%s?".formatted(String.join(", ", parts), target.portal(), Summary.as(target)));
	}

	/** For scripts. */
	Json json() {
		PlanSummary.Groups groups = this.summary.groups();
		PlanSummary.Changes changes = this.summary.changes();
		PlanSummary.Load load = this.summary.load();
		return new Json(this.summary.differs(), groups.created(), groups.newMembers(), groups.changed(),
				changes.renames(), changes.managers(), changes.added(), changes.removed(), groups.deleted(),
				groups.read(), this.unchanged, this.summary.risks(),
				new Json.Sending(load.requests(), load.creates(), load.updates(), load.deletes(), load.reads(),
						this.looks.most(), this.forecast.perMinute(), this.forecast.known(),
						(this.forecast.sending(load.requests()).toMillis() + 999) / 1000, this.forecast.days(),
						this.forecast.ends().toString()));
	}

	/** Whether anything is sent. */
	boolean isEmpty() {
		return this.summary.load().requests() == 0;
	}

	/** The plan as {@code summary.json} has it; scripts rely on the names. */
	record Json(boolean differs, long creates, long newMembers, long changedGroups, long renames, long managerChanges,
			long membersAdded, long membersRemoved, long deletes, long onlyRead, long unchangedRows, List<String> risks,
			Sending forecast) {

		/** How it is sent. */
		record Sending(long requests, long post, long put, long delete, long get, long looksWhenOld, int perMinute,
				boolean perMinuteIsKnown, long seconds, long daysOfQuota, String endsAt) {

		}

	}

}
