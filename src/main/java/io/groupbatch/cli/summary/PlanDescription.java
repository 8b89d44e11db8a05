package io.groupbatch.cli.summary;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.cli.console.TerminalText;
import io.groupbatch.importjob.PlanOverview;
import io.groupbatch.journal.plan.DeletePrerequisites.Unfinished;
import io.groupbatch.journal.review.GroupChange;
import io.groupbatch.journal.row.RowNumber;
import io.groupbatch.journal.run.Run;
import io.groupbatch.review.Forecast;
import io.groupbatch.review.PlanSummary;

import org.jspecify.annotations.Nullable;

/**
 * A plan as people and scripts are told of it.
 *
 * @param plan what there is to tell
 */
public record PlanDescription(PlanOverview plan) {

	private static final int MOST_PEOPLE = 5;

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mmxxx");

	/** For people. */
	public List<String> lines() {
		List<String> lines = new ArrayList<>();
		lines.add("New:      " + TerminalText.count(this.plan.summary().groups().created(), "group", "groups")
				+ " with " + TerminalText.count(this.plan.summary().groups().newMembers(), "member", "members"));
		if (!this.plan.summary().invited().isEmpty()) {
			lines.add("Invites:  " + invited());
		}
		lines.add("Existing: " + existing());
		lines.add("As it is: " + TerminalText.count(this.plan.unchanged(), "row holds", "rows hold") + " already, "
				+ TerminalText.count(this.plan.summary().groups().read(), "group is", "groups are") + " only read");
		lines.addAll(details());
		lines.add("Forecast: " + sending());
		if (this.plan.looks().most() > 0) {
			lines.add("          Plus up to " + TerminalText.count(this.plan.looks().most(), "look", "looks")
					+ (this.plan.looks().due() ? ", for the plan is more than ten minutes old."
							: " if it is sent more than ten minutes from now."));
		}
		this.plan.summary().risks().forEach((risk) -> lines.add("Careful:  " + risk));
		return lines.stream().map(TerminalText::printable).toList();
	}

	private List<String> details() {
		List<GroupChange> shown = this.plan.summary().first().stream().limit(PlanOverview.MAX_SHOWN).toList();
		List<String> lines = new ArrayList<>();
		shown.forEach((change) -> lines.add("  " + line(change)));
		PlanSummary.Groups groups = this.plan.summary().groups();
		long more = groups.created() + groups.changed() + groups.deleted() - shown.size();
		if (more > 0) {
			lines.add("  … and %,d more: plan.csv has all".formatted(more));
		}
		this.plan.unfinished().forEach((row, group) -> lines.add("  ! " + line(row, group)));
		return lines;
	}

	/** Who stays, and which delete is not sent for that. */
	private static String line(Unfinished row, String group) {
		long number = RowNumber.row(row.row());
		String told = (row.people() != null) ? "\"%s\": row %d cannot move %s".formatted(group, number, row.people())
				: row.takesOut() ? "\"%s\": row %d does not take people out".formatted(group, number)
						: "\"%s\": row %d does not put its people into another group".formatted(group, number);
		return (row.heldRow() != null) ? told + ", so row %d does not delete the group.".formatted(row.heldRow())
				: told + ".";
	}

	private String line(GroupChange change) {
		GroupChange.Before before = change.before();
		if (before == null) {
			return "+ \"%s\": manager %s, %s%s".formatted(change.name(), person(change.manager()),
					TerminalText.count(change.added().size(), "member", "members"),
					change.gone() ? "; deleted again" : "");
		}
		if (change.isDelete()) {
			return "- \"%s\" with %s".formatted(before.name(),
					TerminalText.count(before.members(), "member", "members"));
		}
		List<String> parts = new ArrayList<>();
		if (change.isRename()) {
			parts.add("called \"" + change.name() + "\"");
		}
		if (change.isNewManager()) {
			parts.add("manager " + person(before.manager()) + " → " + person(change.manager()));
		}
		if (!change.added().isEmpty()) {
			parts.add(change.added().size() + " added: " + people(change.added()));
		}
		if (!change.removed().isEmpty()) {
			parts.add(change.removed().size() + " removed: " + people(change.removed()));
		}
		return "~ \"" + before.name() + "\": " + String.join("; ", parts);
	}

	private String people(Set<UUID> people) {
		String shown = people.stream().map(this::person).sorted().limit(MOST_PEOPLE).collect(Collectors.joining(", "));
		return shown + ((people.size() > MOST_PEOPLE) ? " …" : "");
	}

	private String person(@Nullable UUID person) {
		return (person != null) ? this.plan.emails().getOrDefault(person, person.toString()) : "nobody";
	}

	/** By mail, which nobody can take back. */
	private String invited() {
		List<String> invited = this.plan.summary().invited();
		return TerminalText.count(invited.size(), "person", "people") + " by mail: "
				+ invited.stream().limit(MOST_PEOPLE).collect(Collectors.joining(", "))
				+ ((invited.size() > MOST_PEOPLE) ? " …" : "");
	}

	private String existing() {
		PlanSummary.Changes changes = this.plan.summary().changes();
		return "%s changed (%s, %s, %s, %s), %s".formatted(
				TerminalText.count(this.plan.summary().groups().changed(), "group", "groups"),
				TerminalText.count(changes.renames(), "rename", "renames"),
				TerminalText.count(changes.managers(), "new manager", "new managers"),
				TerminalText.count(changes.added(), "member added", "members added"),
				TerminalText.count(changes.removed(), "removed", "removed"),
				TerminalText.count(this.plan.summary().groups().deleted(), "deleted", "deleted"));
	}

	private String sending() {
		PlanSummary.Load load = this.plan.summary().load();
		String when = TIME.format(this.plan.forecast().ends().atZone(ZoneId.systemDefault()));
		String speed = "%,d a minute%s".formatted(this.plan.forecast().perMinute(),
				this.plan.forecast().known() ? "" : ", as portals usually allow");
		String quota = (this.plan.forecast().days() > 1) ? "; on %d days, for a portal usually takes %,d changes a day"
			.formatted(this.plan.forecast().days(), Forecast.USUAL_PER_DAY) : "";
		return "%s (%d POST, %d PUT, %d DELETE, %d GET), %s at %s%s; ends about %s".formatted(
				TerminalText.count(load.requests(), "request", "requests"), load.creates(), load.updates(),
				load.deletes(), load.reads(), length(this.plan.forecast().sending(load.requests())), speed, quota,
				when);
	}

	private static String length(Duration time) {
		long seconds = (time.toMillis() + 999) / 1000;
		return (seconds < 120) ? TerminalText.count(seconds, "second", "seconds") : (seconds + 59) / 60 + " minutes";
	}

	/** What a person is asked. */
	public String question(Run.Target target) {
		PlanSummary.Groups groups = this.plan.summary().groups();
		List<String> parts = new ArrayList<>();
		Stream.of(this.plan.summary().invited().size())
			.filter((count) -> count > 0)
			.forEach((count) -> parts.add(TerminalText.count(count, "invitation by mail", "invitations by mail")));
		parts.add(TerminalText.count(groups.created(), "create", "creates"));
		parts.add(TerminalText.count(groups.changed(), "change of existing groups", "changes of existing groups"));
		Stream.of(groups.deleted())
			.filter((count) -> count > 0)
			.forEach((count) -> parts.add(TerminalText.count(count, "delete", "deletes")));
		parts.add(TerminalText.count(this.plan.summary().changes().removed(), "removal", "removals"));
		return TerminalText
			.printable("Send %s to %s%s?".formatted(String.join(", ", parts), target.portal(), Summary.as(target)));
	}

	/** For scripts. */
	Json json() {
		PlanSummary.Groups groups = this.plan.summary().groups();
		PlanSummary.Changes changes = this.plan.summary().changes();
		PlanSummary.Load load = this.plan.summary().load();
		return new Json(this.plan.summary().differs(), groups.created(), groups.newMembers(), groups.changed(),
				changes.renames(), changes.managers(), changes.added(), changes.removed(), groups.deleted(),
				groups.read(), this.plan.unchanged(), this.plan.summary().invited().size(), this.plan.summary().risks(),
				new Json.Sending(load.requests(), load.creates(), load.updates(), load.deletes(), load.reads(),
						this.plan.looks().most(), this.plan.forecast().perMinute(), this.plan.forecast().known(),
						(this.plan.forecast().sending(load.requests()).toMillis() + 999) / 1000,
						this.plan.forecast().days(), this.plan.forecast().ends().toString()));
	}

	/** The plan as {@code summary.json} has it; scripts rely on the names. */
	record Json(boolean differs, long creates, long newMembers, long changedGroups, long renames, long managerChanges,
			long membersAdded, long membersRemoved, long deletes, long onlyRead, long unchangedRows, long invitations,
			List<String> risks, Sending forecast) {

		/** How it is sent. */
		record Sending(long requests, long post, long put, long delete, long get, long looksWhenOld, int perMinute,
				boolean perMinuteIsKnown, long seconds, long daysOfQuota, String endsAt) {

		}

	}

}
