package io.groupbatch.cli.summary;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.cli.console.TerminalText;
import io.groupbatch.importjob.PlanOverview;
import io.groupbatch.journal.plan.DeletePrerequisites.Unfinished;
import io.groupbatch.journal.review.GroupChange;
import io.groupbatch.journal.row.RowNumber;
import io.groupbatch.journal.review.PlannedOmissions.Omissions;
import io.groupbatch.journal.run.Run;
import io.groupbatch.review.Forecast;
import io.groupbatch.review.PlanSummary;
import io.groupbatch.text.DateTimeText;

import org.jspecify.annotations.Nullable;

/**
 * Describes a plan, as text for the terminal and as JSON for scripts.
 *
 * @param plan what there is to tell
 * @param detailed whether everybody is named who joins or leaves a group, those of new
 * groups as well
 */
public record PlanDescription(PlanOverview plan, boolean detailed) {

	private static final int MOST_PEOPLE = 5;

	/** A plan of which the most important is told. */
	PlanDescription(PlanOverview plan) {
		this(plan, false);
	}

	/** For people; what there is none of is not told. */
	public List<String> lines() {
		if (this.plan.isEmpty()) {
			return nothing();
		}
		List<String> lines = new ArrayList<>();
		PlanSummary.Groups groups = this.plan.summary().groups();
		if (groups.created() > 0) {
			lines.add("New:      " + TerminalText.count(groups.created(), "group", "groups") + " with "
					+ TerminalText.count(groups.newMembers(), "member", "members"));
		}
		if (!this.plan.summary().invited().isEmpty()) {
			lines.add("Invites:  " + invited());
		}
		existing().ifPresent((told) -> lines.add("Existing: " + told));
		unchanged().ifPresent((told) -> lines.add("As it is: " + told));
		lines.addAll(details());
		lines.add("Forecast: " + sending());
		if (this.plan.looks().most() > 0) {
			lines.add("          Plus up to " + TerminalText.count(this.plan.looks().most(), "lookup", "lookups")
					+ (this.plan.looks().due() ? ", because the plan is more than ten minutes old."
							: " if it is sent more than ten minutes from now."));
		}
		leftOut().ifPresent((told) -> lines.add("Left out: " + told + "."));
		this.plan.summary().risks().forEach((risk) -> lines.add("Careful:  " + risk));
		return lines.stream().map(TerminalText::printable).toList();
	}

	private List<String> nothing() {
		List<String> lines = new ArrayList<>();
		lines.add((this.plan.unchanged() > 0) ? "Nothing to do: the portal already matches the file."
				: "Nothing to do: no row can be sent.");
		leftOut().ifPresent((told) -> lines.add("Left out: " + told + "."));
		return lines;
	}

	/**
	 * Who will be missing, or stay though the row says otherwise; nothing when nobody is.
	 */
	private Optional<String> leftOut() {
		Omissions out = this.plan.omissions();
		List<String> told = new ArrayList<>();
		if (out.people() > 0) {
			told.add("%s will be missing in %s%s".formatted(TerminalText.count(out.people(), "person", "people"),
					TerminalText.count(out.groups(), "group", "groups"),
					(out.managers() > 0) ? ", as manager in %d of them".formatted(out.managers()) : ""));
		}
		if (out.staying() > 0) {
			told.add("%s in %s, as manager".formatted(TerminalText.count(out.staying(), "person stays", "people stay"),
					TerminalText.count(out.managed(), "group", "groups")));
		}
		return told.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", told));
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
			String manager = (change.manager() != null) ? "manager " + person(change.manager()) : "no manager";
			boolean named = this.detailed && !change.added().isEmpty();
			return "+ \"%s\": %s, %s%s%s".formatted(change.name(), manager,
					TerminalText.count(change.added().size(), "member", "members"),
					named ? ": " + people(change.added()) : "", change.gone() ? "; deleted again" : "");
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
		int most = this.detailed ? people.size() : MOST_PEOPLE;
		String shown = people.stream().map(this::person).sorted().limit(most).collect(Collectors.joining(", "));
		return shown + ((people.size() > most) ? " …" : "");
	}

	private String person(@Nullable UUID person) {
		return (person != null) ? this.plan.emails().getOrDefault(person, person.toString()) : "none";
	}

	/** By mail, which cannot be taken back. */
	private String invited() {
		List<String> invited = this.plan.summary().invited();
		return TerminalText.count(invited.size(), "person", "people") + " by mail: "
				+ invited.stream().limit(MOST_PEOPLE).collect(Collectors.joining(", "))
				+ ((invited.size() > MOST_PEOPLE) ? " …" : "");
	}

	private Optional<String> existing() {
		PlanSummary.Changes changes = this.plan.summary().changes();
		PlanSummary.Groups groups = this.plan.summary().groups();
		String parts = counted(", ", new Counted(changes.renames(), "rename", "renames"),
				new Counted(changes.managers(), "new manager", "new managers"),
				new Counted(changes.added(), "member added", "members added"),
				new Counted(changes.removed(), "member removed", "members removed"));
		String changed = (groups.changed() == 0) ? "" : TerminalText.count(groups.changed(), "group", "groups")
				+ " changed" + (parts.isEmpty() ? "" : " (" + parts + ")");
		String deleted = (groups.deleted() == 0) ? ""
				: TerminalText.count(groups.deleted(), "group", "groups") + " deleted";
		return joined(changed, deleted);
	}

	private Optional<String> unchanged() {
		long read = this.plan.summary().groups().read();
		return joined(
				(this.plan.unchanged() == 0) ? ""
						: TerminalText.count(this.plan.unchanged(), "row holds", "rows hold") + " already",
				(read == 0) ? "" : TerminalText.count(read, "group is", "groups are") + " only read");
	}

	private static Optional<String> joined(String... parts) {
		String told = Stream.of(parts).filter((part) -> !part.isEmpty()).collect(Collectors.joining(", "));
		return told.isEmpty() ? Optional.empty() : Optional.of(told);
	}

	private static String counted(String between, Counted... parts) {
		return Stream.of(parts)
			.filter((part) -> part.number() > 0)
			.map((part) -> TerminalText.count(part.number(), part.one(), part.several()))
			.collect(Collectors.joining(between));
	}

	private String sending() {
		PlanSummary.Load load = this.plan.summary().load();
		String when = DateTimeText.minute(this.plan.forecast().ends());
		Duration answer = this.plan.forecast().answer();
		String speed = (answer != null) ? "%.1f s for an answer".formatted(answer.toMillis() / 1000.0)
				: "%,d a minute%s".formatted(this.plan.forecast().perMinute(),
						this.plan.forecast().known() ? "" : ", as portals usually allow");
		Instant begins = this.plan.forecast().begins();
		String pause = (begins != null) ? "; the portal takes no changes until " + DateTimeText.of(begins) : "";
		String quota = (this.plan.forecast().days() > 1)
				? "; over %d days, because a portal usually takes %,d changes a day"
					.formatted(this.plan.forecast().days(), Forecast.USUAL_PER_DAY)
				: "";
		String verbs = counted(", ", new Counted(load.creates(), "POST", "POST"),
				new Counted(load.updates(), "PUT", "PUT"), new Counted(load.deletes(), "DELETE", "DELETE"),
				new Counted(load.reads(), "GET", "GET"));
		return "%s (%s), %s at %s%s%s; ends about %s".formatted(
				TerminalText.count(load.requests(), "request", "requests"), verbs,
				length(this.plan.forecast().sending()), speed, quota, pause, when);
	}

	private static String length(Duration time) {
		long seconds = (time.toMillis() + 999) / 1000;
		return (seconds < 120) ? TerminalText.count(seconds, "second", "seconds") : (seconds + 59) / 60 + " minutes";
	}

	/** What a person is asked. */
	public String question(Run.Target target) {
		PlanSummary.Groups groups = this.plan.summary().groups();
		String parts = counted(", ",
				new Counted(this.plan.summary().invited().size(), "invitation by mail", "invitations by mail"),
				new Counted(groups.created(), "create", "creates"),
				new Counted(groups.changed(), "change of existing groups", "changes of existing groups"),
				new Counted(groups.deleted(), "delete", "deletes"),
				new Counted(this.plan.summary().changes().removed(), "removal", "removals"));
		return "%sSend %s to %s%s?".formatted(
				leftOut().map((told) -> told + ". ").orElse(""), parts.isEmpty()
						? TerminalText.count(this.plan.summary().load().requests(), "request", "requests") : parts,
				target.portal(), Summary.as(target));
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
						(this.plan.forecast().sending().toMillis() + 999) / 1000, this.plan.forecast().days(),
						this.plan.forecast().ends().toString()));
	}

	/** A number and its noun. */
	private record Counted(long number, String one, String several) {
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
