package io.groupbatch.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import io.groupbatch.support.Report;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A run that was stopped, whose groups another run has changed before it went on. What
 * its report says of the rest of its rows is played on the portal as the other run left
 * it; that must be what the portal holds in the end.
 */
final class ModelTruth {

	private static final Set<String> CHANGED = Set.of("CHANGED_SINCE_PLAN", "NAME_TAKEN", "GROUP_EXISTS", "GROUP_GONE",
			"EARLIER_ROW");

	private final List<ModelRow> rows;

	private final ModelRun.Played alone;

	private final ModelPortal atStop;

	private final ModelPortal between;

	private final ModelPortal end;

	private final List<Map<String, String>> before;

	private final List<Map<String, String>> after;

	private final List<String> lies = new ArrayList<>();

	/** Groups of which nobody can say what they are like. */
	private final Set<String> open = new TreeSet<>();

	/**
	 * Compares.
	 * @param alone what the model says of the run if nobody else had changed anything
	 */
	ModelTruth(List<ModelRow> rows, ModelRun.Played alone, ModelPortal atStop, ModelPortal between, ModelPortal end,
			Report before, Report after) {
		this.rows = rows;
		this.alone = alone;
		this.atStop = atStop;
		this.between = between;
		this.end = end;
		this.before = before.rows();
		this.after = after.rows();
	}

	void check(StringBuilder story) {
		assertThat(this.after).as(story.toString()).hasSameSizeAs(this.rows);
		ModelPortal played = this.between.copy();
		for (int i = 0; i < this.rows.size(); i++) {
			if (isFinal(this.before.get(i))) {
				if (!this.before.get(i).get("status").equals(this.after.get(i).get("status"))) {
					lie(i, "was " + this.before.get(i).get("status"));
				}
			}
			else {
				row(i, played);
			}
		}
		compare(played);
		untouched();
		assertThat(this.lies).as(story.toString()).isEmpty();
	}

	private static boolean isFinal(Map<String, String> row) {
		return !Set.of("NOT_SENT", "UNKNOWN").contains(row.get("status"));
	}

	private void row(int i, ModelPortal played) {
		Map<String, String> told = this.after.get(i);
		switch (told.get("status")) {
			case "SUCCEEDED" -> done(i, told, played);
			case "UNCHANGED" -> {
				// nothing was sent
			}
			case "PARTIAL" -> {
				if (CHANGED.contains(told.get("code")) || this.rows.get(i).is("move-members")) {
					this.open.addAll(related(about(i)));
				}
				done(i, told, played);
			}
			case "FAILED" -> {
				if (!CHANGED.contains(told.get("code"))) {
					lie(i, "nothing was refused");
				}
			}
			case "UNKNOWN" -> open(i, told);
			case "NOT_SENT" -> {
				if (!told.get("code").equals("BEHIND_UNKNOWN")) {
					lie(i, "not sent, and nothing in doubt before it");
				}
				open(i, told);
			}
			default -> lie(i, "a status that cannot be");
		}
	}

	private void open(int i, Map<String, String> told) {
		this.open.addAll(about(i));
		this.open.add(told.get("groupId"));
	}

	private void done(int i, Map<String, String> told, ModelPortal played) {
		ModelRow row = this.rows.get(i);
		String id = told.get("groupId");
		ModelGroup group = played.withId(id);
		if (group == null && (row.is("create") || row.is("upsert"))) {
			group = new ModelGroup(id, row.newName().isEmpty() ? row.name() : row.newName(), false, true);
			played.put(group);
		}
		if (group == null) {
			// A delete whose answer was lost may have been done before the other run.
			if (!row.is("delete") || !this.before.get(i).get("status").equals("UNKNOWN")) {
				lie(i, "its group is not there");
			}
			return;
		}
		Set<String> applied = people(told.get("membersApplied"));
		boolean byIdRenamed = !row.id().isEmpty() && !row.name().isEmpty() && (row.is("update") || row.is("upsert"));
		String name = byIdRenamed ? row.name() : row.newName();
		switch (row.operation()) {
			case "get" -> {
				return;
			}
			case "delete" -> {
				played.remove(id);
				return;
			}
			case "move-members" -> {
				move(i, group, played);
				return;
			}
			default -> {
				// below
			}
		}
		if (!name.isEmpty()) {
			group.name = name;
		}
		if (!row.manager().isEmpty() && ModelRun.PEOPLE.contains(row.manager())) {
			group.manager = row.manager();
			group.members.add(row.manager());
		}
		if (row.is("remove-members")) {
			group.members.removeAll(row.people());
			group.hidden.removeAll(row.people());
			group.manager = row.people().contains(group.manager) ? "" : group.manager;
		}
		else if (row.is("set-members")) {
			set(group, i, told, applied);
		}
		else {
			group.members.addAll(applied);
		}
	}

	private void set(ModelGroup group, int i, Map<String, String> told, Set<String> applied) {
		if (group.firstSet < 0) {
			group.firstSet = i;
			if (!told.get("status").equals("PARTIAL")) {
				Set<String> manager = Set.of(group.manager);
				String wanted = IntStream.range(i, this.rows.size())
					.filter((j) -> this.after.get(j).get("groupId").equals(group.id)
							&& this.rows.get(j).is("set-members"))
					.mapToObj((j) -> this.rows.get(j).manager())
					.filter((other) -> !other.isEmpty())
					.findFirst()
					.orElse(group.manager);
				group.members.retainAll(wanted.isEmpty() ? manager : Set.of(wanted));
				group.manager = wanted;
				if (!wanted.isEmpty()) {
					group.members.add(wanted);
				}
			}
		}
		group.members.addAll(applied);
	}

	private void move(int i, ModelGroup from, ModelPortal played) {
		ModelRow row = this.rows.get(i);
		ModelGroup byId = played.withId(row.target());
		List<ModelGroup> targets = (byId != null) ? List.of(byId) : played.named(row.target());
		boolean mayBeEarlier = this.before.get(i).get("status").equals("UNKNOWN")
				&& about(i).stream().anyMatch(touched()::contains);
		if (targets.size() != 1 || mayBeEarlier) {
			// The other run has given it another name, or its name to more groups; or it
			// has changed one of both after a move whose answer was lost.
			this.open.addAll(related(about(i)));
			return;
		}
		targets.get(0).members.addAll(from.members);
		from.members.clear();
		from.manager = "";
	}

	private void compare(ModelPortal played) {
		Map<String, String> told = lines(played);
		Map<String, String> there = lines(this.end);
		for (ModelPortal portal : List.of(played, this.between, this.end)) {
			portal.groups()
				.filter((group) -> this.open.contains(group.name))
				.forEach((group) -> this.open.add(group.id));
		}
		told.keySet().removeAll(this.open);
		there.keySet().removeAll(this.open);
		there.forEach((id, line) -> {
			if (!line.equals(told.get(id))) {
				this.lies.add("%s is %s, told is %s".formatted(id, line, told.get(id)));
			}
		});
		told.forEach((id, line) -> {
			if (!there.containsKey(id)) {
				this.lies.add("%s is not there, told is %s".formatted(id, line));
			}
		});
		this.end.names().forEach((name, count) -> {
			long atMost = Math.max(1,
					Math.max(this.between.names().getOrDefault(name, 0L), this.atStop.names().getOrDefault(name, 0L)));
			if (count > atMost) {
				this.lies.add("%d groups are called %s".formatted(count, name));
			}
		});
	}

	/**
	 * Rows that have nothing to do with what the other run changed, directly or through
	 * rows of this one, are as if it had not been.
	 */
	private void untouched() {
		Set<String> touched = related(touched());
		boolean deletes = this.rows.stream().anyMatch((row) -> row.is("delete"));
		for (int i = 0; i < this.rows.size(); i++) {
			// A delete waits for rows about the people of its group, and others for its
			// name.
			boolean waits = deletes && Set.of("EARLIER_ROW", "BEHIND_UNKNOWN").contains(this.after.get(i).get("code"));
			if (!waits && about(i).stream().noneMatch(touched::contains)
					&& !this.alone.verdicts().get(i).statuses().contains(this.after.get(i).get("status"))) {
				lie(i, "the other run had nothing to do with it: " + this.alone.verdicts().get(i).statuses());
			}
		}
	}

	/** The names and ids of the groups that the other run has changed. */
	private Set<String> touched() {
		Set<String> touched = new TreeSet<>();
		for (String id : this.between.differences(this.atStop)) {
			touched.add(id);
			for (ModelPortal portal : List.of(this.atStop, this.between)) {
				ModelGroup group = portal.withId(id);
				if (group != null) {
					touched.add(group.name);
				}
			}
		}
		return touched;
	}

	/** Some names and ids, and those that rows of this run have to do with together. */
	private Set<String> related(Set<String> some) {
		Set<String> all = new TreeSet<>(some);
		for (int before = -1; before != all.size();) {
			before = all.size();
			for (int i = 0; i < this.rows.size(); i++) {
				Set<String> about = about(i);
				if (about.stream().anyMatch(all::contains)) {
					all.addAll(about);
				}
			}
		}
		return all;
	}

	/** The names and ids of the groups that a row is about. */
	private Set<String> about(int i) {
		ModelRow row = this.rows.get(i);
		Set<String> about = new TreeSet<>(List.of(row.id(), row.name(), row.newName(), row.target(),
				this.after.get(i).get("groupId"), this.after.get(i).get("groupName")));
		about.remove("");
		return about;
	}

	private static Map<String, String> lines(ModelPortal portal) {
		Map<String, String> lines = new LinkedHashMap<>();
		portal.groups().forEach((group) -> lines.put(group.id, group.text()));
		return lines;
	}

	private void lie(int i, String what) {
		this.lies.add("row %d: %s, told %s".formatted(i + 2, what, this.after.get(i)));
	}

	private static Set<String> people(String cell) {
		return new TreeSet<>(Arrays.stream(cell.split(";")).filter((person) -> !person.isEmpty()).toList());
	}

}
