package io.groupbatch.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.state.GroupView;

/**
 * Plays the report of a {@link TortureFile} through, row by row, as if all of it were
 * true, and compares what should be there then with what the portal really holds.
 */
final class TortureTruth {

	private final Sandbox sandbox;

	private final Set<UUID> seeded;

	private final Map<String, Expected> byName = new HashMap<>();

	private final Map<String, Expected> byId = new LinkedHashMap<>();

	private final Map<String, Map<String, String>> told = new HashMap<>();

	private final List<String> lies = new ArrayList<>();

	TortureTruth(Sandbox sandbox, Set<UUID> seeded) {
		this.sandbox = sandbox;
		this.seeded = seeded;
	}

	/** Everything that the report says and that is not so, or does not say. */
	List<String> lies(List<String> input, List<Map<String, String>> report) {
		if (report.size() != input.size() - 1) {
			return List.of("%d rows in, %d rows out".formatted(input.size() - 1, report.size()));
		}
		for (int i = 0; i < report.size(); i++) {
			String[] cells = input.get(i + 1).split(",", -1);
			if (!report.get(i).get("row").equals(String.valueOf(i + 2))) {
				lie(report.get(i), "the order of the file is lost");
			}
			play(cells, report.get(i));
		}
		this.byId.values().forEach(this::compare);
		untoldGroups(report);
		return this.lies;
	}

	private void play(String[] cells, Map<String, String> row) {
		playOnce(cells, row);
		Stream.of(cells[1], cells[2], cells[5])
			.map(this.byName::get)
			.filter(Objects::nonNull)
			.distinct()
			.forEach((group) -> {
				group.rows.add(row);
				group.everybody.addAll(group.members);
			});
		this.told.put(row.get("row"), row);
	}

	private void playOnce(String[] cells, Map<String, String> row) {
		switch (row.get("status")) {
			case "SUCCEEDED", "PARTIAL", "UNCHANGED" -> done(cells, row);
			case "UNKNOWN" -> {
				if (row.get("code").equals("TWIN")) {
					done(cells, row);
				}
				else {
					open(cells, row);
				}
			}
			case "NOT_SENT" -> {
				boolean waits = expected(cells, row).open || (!cells[5].isEmpty() && target(cells).open);
				if (!waits || !row.get("code").equals("BEHIND_UNKNOWN")) {
					lie(row, "not sent, and nothing in doubt before it");
				}
				open(cells, row);
			}
			case "FAILED" -> failed(cells, row);
			default -> lie(row, "a status that cannot be");
		}
	}

	/**
	 * A row that waits for another one says which one that is, or needs a name that its
	 * group could not give up.
	 */
	private void failed(String[] cells, Map<String, String> row) {
		Expected group = expected(cells, row);
		if (!row.get("code").equals("EARLIER_ROW") || !group.made) {
			return;
		}
		if (cells[0].equals("create")) {
			if (!group.kept) {
				lie(row, "its name is free");
			}
		}
		else if (!cells[0].equals("delete")) {
			lie(row, "its group was made");
		}
		else if (!isKeptBy(group, row)) {
			lie(row, "no row before it left anybody out");
		}
		else {
			group.kept = true;
		}
	}

	/** Whether the row that a delete names was not done for people of its group. */
	private boolean isKeptBy(Expected group, Map<String, String> delete) {
		Matcher named = Pattern.compile("^Row (\\d+)").matcher(delete.get("message"));
		Map<String, String> before = named.find() ? this.told.get(named.group(1)) : null;
		if (before == null || Set.of("SUCCEEDED", "UNCHANGED").contains(before.get("status"))) {
			return false;
		}
		Set<String> people = people(before.get("membersRequested"));
		people.add(before.get("groupManager"));
		people.retainAll(group.everybody);
		return group.rows.contains(before) || !people.isEmpty();
	}

	/** It is not known what the group is like from here on, nor by which of its names. */
	private void open(String[] cells, Map<String, String> row) {
		Expected group = expected(cells, row);
		group.open = true;
		if (!cells[5].isEmpty()) {
			target(cells).open = true;
		}
		if (!cells[2].isEmpty()) {
			this.byName.put(cells[2], group);
		}
	}

	private void done(String[] cells, Map<String, String> row) {
		Expected group = cells[0].equals("create") ? made(cells, row) : expected(cells, row);
		Set<String> applied = people(row.get("membersApplied"));
		if (row.get("status").equals("UNKNOWN")) {
			applied = people(row.get("membersRequested"));
		}
		if (!row.get("status").equals("PARTIAL") && cells[5].isEmpty() && !applied.equals(people(cells[4]))) {
			lie(row, "other people are applied than were asked for");
		}
		switch (cells[0]) {
			case "create", "add-members", "upsert" -> group.members.addAll(applied);
			case "set-members" -> {
				// Of a move that left its manager behind, the plan does not know.
				group.manager = row.get("message").contains("no manager") ? "" : group.manager;
				set(group, applied);
			}
			case "move-members" -> {
				move(group, target(cells), applied);
				addCopied(target(cells), row.get("message"));
			}
			case "remove-members" -> group.members.removeAll(applied);
			case "delete" -> group.deleted = true;
			case "update" -> update(cells, row, group);
			default -> {
				// a read changes nothing
			}
		}
	}

	/** All rows of the wish are done by one request, at the place of the first. */
	private static void set(Expected group, Set<String> applied) {
		if (!group.set) {
			group.set = true;
			group.members.clear();
			if (!group.manager.isEmpty()) {
				group.members.add(group.manager);
			}
		}
		group.members.addAll(applied);
	}

	private static void move(Expected group, Expected target, Set<String> applied) {
		group.members.removeAll(applied);
		target.members.addAll(applied);
		if (applied.contains(group.manager)) {
			group.manager = "";
		}
	}

	/** A move that broke off has left people in both groups, and says whom. */
	private static void addCopied(Expected target, String message) {
		Matcher told = Pattern.compile(" in both groups: ([^ ]+(, [^ ]+)*?)( and others)?[.] ").matcher(message);
		if (told.find()) {
			target.open |= told.group(3) != null;
			target.members.addAll(List.of(told.group(1).split(", ", -1)));
		}
	}

	private Expected target(String[] cells) {
		return this.byName.computeIfAbsent(cells[5], (name) -> new Expected("", name));
	}

	private Expected made(String[] cells, Map<String, String> row) {
		Expected group = new Expected(row.get("groupId"), cells[1]);
		group.made = true;
		group.manager = cells[3];
		if (!cells[3].isEmpty()) {
			group.members.add(cells[3]);
		}
		this.byName.put(cells[1], group);
		if (this.byId.put(row.get("groupId"), group) != null) {
			lie(row, "two rows have made one group");
		}
		return group;
	}

	private void update(String[] cells, Map<String, String> row, Expected group) {
		if (!cells[2].isEmpty()) {
			group.name = cells[2];
			this.byName.put(cells[2], group);
		}
		if (!cells[3].isEmpty()) {
			group.manager = cells[3];
			group.members.add(cells[3]);
		}
		if (row.get("status").equals("PARTIAL")) {
			lie(row, "everybody is active, so that no update is partial");
		}
	}

	private Expected expected(String[] cells, Map<String, String> row) {
		Expected group = this.byName.get(cells[1]);
		if (group == null) {
			group = new Expected("", cells[1]);
			this.byName.put(cells[1], group);
		}
		String id = row.get("groupId");
		if (group.made && !id.isEmpty() && !id.equals(group.id)) {
			lie(row, "another group than the row before it");
		}
		return group;
	}

	private void compare(Expected wanted) {
		if (wanted.open) {
			return;
		}
		GroupView group = this.sandbox.group(UUID.fromString(wanted.id)).orElse(null);
		if (wanted.deleted || group == null) {
			if (wanted.deleted != (group == null)) {
				this.lies.add("%s: deleted %s, there %s".formatted(wanted, wanted.deleted, group != null));
			}
			return;
		}
		String manager = String.valueOf(group.managerEmail()).replace("null", "");
		if (!group.name().equals(wanted.name) || !manager.equals(wanted.manager)
				|| !new HashSet<>(group.memberEmails()).equals(wanted.members)) {
			this.lies
				.add("%s: told manager %s, members %s; there are \"%s\", %s, %s%n%s".formatted(wanted, wanted.manager,
						wanted.members, group.name(), manager, new TreeSet<>(group.memberEmails()), story(wanted)));
		}
	}

	/** What was told of a group, and what the portal did to it. */
	private String story(Expected group) {
		Stream<String> told = group.rows.stream().map((row) -> "  told: " + row);
		Stream<String> done = this.sandbox.traffic()
			.writes()
			.stream()
			.filter((deed) -> deed.group().toString().equals(group.id))
			.map((deed) -> "  done: " + deed);
		return Stream.concat(told, done).collect(Collectors.joining("\n"));
	}

	/** A group that no row owns must be told of by a row of its name. */
	private void untoldGroups(List<Map<String, String>> report) {
		Set<String> told = report.stream()
			.filter((row) -> Set.of("TWIN", "SENT_TWICE").contains(row.get("code"))
					|| row.get("status").equals("UNKNOWN"))
			.map((row) -> row.get("groupName"))
			.collect(Collectors.toSet());
		this.sandbox.groups()
			.stream()
			.filter((group) -> !this.seeded.contains(group.id()) && !this.byId.containsKey(group.id().toString()))
			.filter((group) -> !told.contains(group.name()))
			.forEach((group) -> this.lies
				.add("a group that no row tells of: %s \"%s\"".formatted(group.id(), group.name())));
	}

	private void lie(Map<String, String> row, String what) {
		this.lies.add("row %s (%s %s %s): %s".formatted(row.get("row"), row.get("operation"), row.get("status"),
				row.get("code"), what));
	}

	private static Set<String> people(String cell) {
		return Arrays.stream(cell.split(";")).filter((person) -> !person.isEmpty()).collect(Collectors.toSet());
	}

	/** A group as the report has it. */
	private static final class Expected {

		private final String id;

		private String name;

		private String manager = "";

		private final Set<String> members = new TreeSet<>();

		/** Whoever was in it after one of its rows. */
		private final Set<String> everybody = new HashSet<>();

		private final List<Map<String, String>> rows = new ArrayList<>();

		private boolean made;

		private boolean deleted;

		/** It was not deleted, because a row before that was not done. */
		private boolean kept;

		private boolean open;

		private boolean set;

		private Expected(String id, String name) {
			this.id = id;
			this.name = name;
		}

		@Override
		public String toString() {
			return this.id + " \"" + this.name + "\"";
		}

	}

}
