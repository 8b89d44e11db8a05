package io.groupbatch.verify;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.groupbatch.importjob.row.PeopleIndex;
import io.groupbatch.journal.export.ExportGroup;
import io.groupbatch.journal.export.ExportMember;
import io.groupbatch.journal.people.PersonEntry;
import io.groupbatch.verify.Difference.What;

import org.jspecify.annotations.Nullable;

/**
 * Compares one group of the portal with what the file wants of it.
 */
final class GroupComparison {

	private final DesiredGroup wanted;

	private final ExportGroup group;

	private final Map<UUID, PersonEntry> members;

	private final PeopleIndex people;

	private final DifferencesFile list;

	/**
	 * Of a group that both have.
	 * @param members who is in it, disabled people among them
	 */
	GroupComparison(DesiredGroup wanted, ExportGroup group, List<ExportMember> members, PeopleIndex people,
			DifferencesFile list) {
		this.wanted = wanted;
		this.group = group;
		this.members = members.stream()
			.map(ExportMember::person)
			.collect(Collectors.toMap(PersonEntry::id, (person) -> person));
		this.people = people;
		this.list = list;
	}

	/**
	 * Writes every difference.
	 * @param exact whether what the group has in addition counts as well
	 */
	void write(boolean exact) throws IOException {
		if (this.wanted.name() != null && !this.wanted.name().equals(this.group.name())) {
			add(What.NAME, this.wanted.name(), this.group.name());
		}
		compareManager(exact);
		for (Map.Entry<UUID, Boolean> member : this.wanted.members().entrySet()) {
			compareMember(member.getKey(), member.getValue());
		}
		for (DesiredGroup.Unknown unknown : this.wanted.unknown()) {
			add(unknown.what(), unknown.written(), unknown.why());
		}
		if (exact || this.wanted.isOnly()) {
			addFurther(exact);
		}
	}

	private void compareManager(boolean exact) throws IOException {
		UUID found = this.group.manager();
		UUID manager = this.wanted.manager();
		boolean further = exact && manager == null && found != null && isWritable(this.people.get(found))
				&& this.wanted.unknown().stream().noneMatch((unknown) -> unknown.what() == What.MANAGER);
		if (further || (manager != null && !manager.equals(found))) {
			add(What.MANAGER, text(manager), text(found));
		}
	}

	/** Who is disabled counts as in it only where that person must be out of it. */
	private void compareMember(UUID id, boolean in) throws IOException {
		PersonEntry member = this.members.get(id);
		boolean visible = member != null && member.status() != PersonEntry.Status.DISABLED;
		if (in && !visible) {
			PersonEntry person = this.people.get(id);
			boolean disabled = person != null && person.status() == PersonEntry.Status.DISABLED;
			add(What.MEMBER, text(id), disabled ? "disabled" : "");
		}
		else if (!in && member != null) {
			add(What.MEMBER, "", text(id));
		}
	}

	/**
	 * A file cannot name who is disabled or a guest, so these are no difference. Nor are
	 * as many others as the rows let be there without knowing them, such as the former
	 * manager.
	 */
	private void addFurther(boolean exact) throws IOException {
		List<PersonEntry> further = this.members.values()
			.stream()
			.filter((person) -> !this.wanted.members().containsKey(person.id()) && isWritable(person))
			.filter((person) -> !isOpenManager(person.id(), exact))
			.sorted(Comparator.comparing(PersonEntry::email).thenComparing(PersonEntry::id))
			.toList();
		if (!exact && further.size() <= this.wanted.spare()) {
			return;
		}
		for (PersonEntry person : further) {
			add(What.MEMBER, "", text(person.id()));
		}
	}

	/** The manager is compared as such, or is not named by the file and stays. */
	private boolean isOpenManager(UUID person, boolean exact) {
		return person.equals(this.group.manager()) && this.wanted.manager() == null
				&& (exact || this.wanted.keepsManager());
	}

	private static boolean isWritable(@Nullable PersonEntry person) {
		return person != null && person.status() != PersonEntry.Status.DISABLED
				&& person.kind() != PersonEntry.Kind.GUEST;
	}

	private void add(What what, String wantedText, String found) throws IOException {
		this.list.add(new Difference(this.wanted.row(), this.group.id().toString(), this.group.name(), what, wantedText,
				found));
	}

	private String text(@Nullable UUID person) {
		return (person != null) ? this.people.text(person) : "";
	}

}
