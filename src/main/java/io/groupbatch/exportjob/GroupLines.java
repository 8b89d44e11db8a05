package io.groupbatch.exportjob;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.groupbatch.csv.FormulaEscape;
import io.groupbatch.csv.PersonText;
import io.groupbatch.exportjob.ExportOptions.Format;
import io.groupbatch.journal.ExportGroup;
import io.groupbatch.journal.ExportMember;
import io.groupbatch.journal.ExportPeople;
import io.groupbatch.journal.PersonEntry;

import org.jspecify.annotations.Nullable;

/**
 * Writes groups in the form that an import reads: an import of the file into the same
 * portal would change nothing. What an import would refuse is left out, and listed.
 */
final class GroupLines {

	/** What a spreadsheet cuts a longer cell to; an import refuses one of that length. */
	private static final int SPREADSHEET_CELL = 32_767;

	/** A bit less than an import reads. */
	private static final int LONGEST_CELL = 1_000_000;

	private final ExportFiles files;

	private final ExportPeople people;

	private final ExportOptions options;

	private final ExportTally tally;

	GroupLines(ExportFiles files, ExportPeople people, ExportOptions options, ExportTally tally) {
		this.files = files;
		this.people = people;
		this.options = options;
		this.tally = tally;
	}

	void write(ExportGroup group) throws IOException {
		boolean sayable = GroupName.canBeImported(group.name());
		if (this.options.portable() && group.ldap()) {
			this.files.leftOut(group, "group", "", "it belongs to a directory, which makes it on the other portal too");
			return;
		}
		if (!sayable) {
			this.files.leftOut(group, this.options.portable() ? "group" : "name", "",
					"its name is blank, too long, or no text, and an import would refuse it");
			if (this.options.portable()) {
				return;
			}
		}
		String name = sayable ? group.place().name() : "";
		if (!group.place().name().equals(group.name())) {
			this.files.leftOut(group, "name", "", "another group has it; this one is written as " + name);
		}
		String manager = manager(group);
		List<String> members = members(group);
		for (String cell : cells(members)) {
			if (FormulaEscape.on(cell).length() > SPREADSHEET_CELL) {
				this.tally.addLongCell(group.name());
			}
			this.files.row(group, name, manager, cell);
		}
		this.tally.addGroup(members.size());
	}

	/** The cells of the group's rows; one at least. */
	private List<String> cells(List<String> members) {
		if (this.options.format() == Format.MEMBERSHIPS) {
			return members.isEmpty() ? List.of("") : members;
		}
		List<String> cells = new ArrayList<>();
		StringBuilder cell = new StringBuilder();
		for (String member : members) {
			if (cell.length() + member.length() >= LONGEST_CELL) {
				cells.add(cell.toString());
				cell.setLength(0);
			}
			cell.append(cell.isEmpty() ? "" : ";").append(member);
		}
		cells.add(cell.toString());
		return cells.stream().map(GroupLines::notOfThatLength).toList();
	}

	private static String notOfThatLength(String cell) {
		String text = cell;
		while (text.length() == SPREADSHEET_CELL || FormulaEscape.on(text).length() == SPREADSHEET_CELL) {
			text += ";";
		}
		return text;
	}

	private String manager(ExportGroup group) throws IOException {
		UUID manager = group.manager();
		if (manager == null) {
			return "";
		}
		ExportMember member = this.people.find(manager).orElse(null);
		String text = (member != null) ? text(group, "manager", member) : null;
		return (text != null) ? text : "";
	}

	private List<String> members(ExportGroup group) throws IOException {
		List<String> texts = new ArrayList<>();
		for (ExportMember member : this.people.members(group.id())) {
			String text = text(group, "member", member);
			if (text != null) {
				texts.add(text);
			}
		}
		return texts;
	}

	/** How an import finds the person; null: it would not, or would refuse. */
	private @Nullable String text(ExportGroup group, String what, ExportMember member) throws IOException {
		PersonEntry person = member.person();
		String email = person.email();
		if (person.status() == PersonEntry.Status.DISABLED || person.kind() == PersonEntry.Kind.GUEST) {
			this.files.leftOut(group, what, email.isEmpty() ? person.id().toString() : email,
					((person.status() == PersonEntry.Status.DISABLED) ? "disabled" : "a guest")
							+ ": an import cannot put this person into a group");
			return null;
		}
		List<PersonText> read = PersonText.split(email);
		if (member.unique() && read.size() == 1 && email.equals(read.get(0).email())) {
			return email;
		}
		if (this.options.portable()) {
			this.files.leftOut(group, what, email.isEmpty() ? person.id().toString() : email,
					"no e-mail address that tells who is meant");
			return null;
		}
		return person.id().toString();
	}

}
