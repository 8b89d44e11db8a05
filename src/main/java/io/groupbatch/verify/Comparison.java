package io.groupbatch.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.groupbatch.importjob.row.PeopleIndex;
import io.groupbatch.journal.export.ExportGroup;
import io.groupbatch.journal.export.ExportGroups;
import io.groupbatch.journal.export.ExportPeople;
import io.groupbatch.verify.DesiredGroups.Leaver;
import io.groupbatch.verify.Difference.What;

/**
 * Compares the portal, as it was just read, with the state that a file ends in.
 */
final class Comparison {

	private static final String THERE = "there";

	private static final String NOT_THERE = "not there";

	private final ExportGroups groups;

	private final ExportPeople people;

	private final PeopleIndex known;

	private final DifferencesFile list;

	private final GroupMatching matching;

	private final Map<UUID, Match> matches = new LinkedHashMap<>();

	Comparison(ExportGroups groups, ExportPeople people, PeopleIndex known, GroupMatching matching,
			DifferencesFile list) {
		this.matching = matching;
		this.groups = groups;
		this.people = people;
		this.known = known;
		this.list = list;
	}

	/**
	 * Writes every difference, in the order of the file.
	 * @param exact whether what the portal has in addition counts as well
	 */
	void write(List<DesiredGroup> targets, boolean exact) throws IOException {
		Set<DesiredGroup> gone = this.matching.deletedOtherwise();
		for (DesiredGroup target : targets) {
			List<ExportGroup> found = this.matching.found(target);
			if (gone.contains(target)) {
				continue;
			}
			if (target.isDeleted()) {
				writeLeft(target, found);
			}
			else if (found.size() == 1) {
				match(target, found.get(0));
			}
			else {
				add(target, THERE, found.isEmpty() ? NOT_THERE : "%d groups: %s".formatted(found.size(), ids(found)));
				found.forEach((group) -> this.matches.putIfAbsent(group.id(), new Match(target, group, false)));
			}
		}
		for (Match match : this.matches.values()) {
			if (match.compared()) {
				new GroupComparison(match.target(), match.group(), this.people.members(match.group().id()), this.known,
						this.list)
					.write(exact);
			}
		}
		if (exact) {
			writeFurther();
		}
	}

	private void writeLeft(DesiredGroup target, List<ExportGroup> found) throws IOException {
		for (ExportGroup group : found) {
			if (target.id() != null || !this.matching.isLiving(group.name())) {
				this.list.add(new Difference(target.row(), group.id().toString(), group.name(), What.GROUP, NOT_THERE,
						THERE));
				this.matches.putIfAbsent(group.id(), new Match(target, group, false));
			}
		}
	}

	private void match(DesiredGroup target, ExportGroup group) {
		Match before = this.matches.get(group.id());
		if (before != null && before.compared()) {
			before.target().join(target);
		}
		else {
			this.matches.put(group.id(), new Match(target, group, true));
		}
	}

	/**
	 * Groups that have a member who is to be in none. A directory's groups are left
	 * alone, and a manager stays; groups into which later rows put the person are
	 * compared as such.
	 */
	void writeLeavers(List<Leaver> leavers) throws IOException {
		for (Leaver leaver : leavers) {
			UUID person = leaver.person();
			if (person == null) {
				this.list.add(new Difference(leaver.row(), "", "", What.MEMBER, leaver.written(), leaver.why()));
				continue;
			}
			for (ExportGroup group : this.groups.ofMember(person)) {
				Match match = this.matches.get(group.id());
				boolean compared = match != null && match.compared() && match.target().members().containsKey(person);
				if (!compared && !group.ldap() && !person.equals(group.manager())) {
					this.list.add(new Difference(leaver.row(), group.id().toString(), group.name(), What.MEMBER, "",
							this.known.text(person)));
				}
			}
		}
	}

	/** Groups that the file does not have. */
	private void writeFurther() throws IOException {
		this.groups.keepNames();
		this.groups.order();
		for (List<ExportGroup> page : this.groups.pages()) {
			for (ExportGroup group : page) {
				if (!this.matches.containsKey(group.id())) {
					this.list.add(new Difference(0, group.id().toString(), group.name(), What.GROUP, "", THERE));
				}
			}
		}
	}

	private void add(DesiredGroup target, String wanted, String found) throws IOException {
		UUID id = target.id();
		String name = target.name();
		this.list.add(new Difference(target.row(), (id != null) ? id.toString() : "", (name != null) ? name : "",
				What.GROUP, wanted, found));
	}

	private static String ids(List<ExportGroup> groups) {
		List<String> ids = new ArrayList<>();
		groups.forEach((group) -> ids.add(group.id().toString()));
		return String.join(", ", ids);
	}

	/** A group of the file and the one of the portal that it means. */
	private record Match(DesiredGroup target, ExportGroup group, boolean compared) {
	}

}
