package io.groupbatch.exportjob;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.groupbatch.csv.AtomicCsvFile;
import io.groupbatch.csv.CsvOutput;
import io.groupbatch.csv.Dialect;
import io.groupbatch.csv.FormulaEscape;
import io.groupbatch.csv.groups.GroupList;
import io.groupbatch.csv.groups.PersonReference;
import io.groupbatch.exportjob.ExportOptions.Format;
import io.groupbatch.exportjob.read.ExportCounts;
import io.groupbatch.journal.export.ExportGroup;
import io.groupbatch.journal.export.ExportMember;
import io.groupbatch.journal.export.ExportPeople;
import io.groupbatch.journal.people.PersonEntry;

import org.jspecify.annotations.Nullable;

/**
 * The file of an export, in the form that an import reads: an import of it into the same
 * portal would change nothing. What an import would refuse is left out, and stands in a
 * list of its own beside the file. Both get their names when they are whole. For one
 * thread.
 */
final class ExportFile implements Closeable {

	private static final List<String> HEADINGS = List.of("groupName", "groupManager", "members", "isLDAP");

	private static final List<String> LEFT_OUT = List.of("groupId", "groupName", "what", "person", "reason");

	private static final List<String> PEOPLE_HEADINGS = List.of("members", "groups");

	private static final String FROM_DIRECTORY = "it belongs to a directory, which makes it on the other portal too";

	private static final String BAD_NAME = "its name is blank, too long, or no text, and an import would refuse it";

	/** What a spreadsheet cuts a longer cell to; an import refuses one of that length. */
	private static final int SPREADSHEET_CELL = 32_767;

	/** A bit less than an import reads. */
	private static final int LONGEST_CELL = 1_000_000;

	private static final int MOST_NAMES = 20;

	private final ExportOptions options;

	private final ExportPeople people;

	private final AtomicCsvFile file;

	private final AtomicCsvFile leftOut;

	/** Names of groups whose cells a spreadsheet would cut, the first few. */
	private final List<String> longCells = new ArrayList<>();

	/** Of an export by person, the groups that a row names. */
	private final Set<UUID> groupsWritten = new HashSet<>();

	private long groups;

	private long memberships;

	private long leftOutLines;

	private ExportFile(Path target, ExportOptions options, ExportPeople people) {
		this.options = options;
		this.people = people;
		this.file = new AtomicCsvFile(target, this::open);
		this.leftOut = new AtomicCsvFile(ExportOptions.leftOut(target), this::open);
	}

	/**
	 * Begins the file with its headings.
	 */
	static ExportFile begin(Path target, ExportOptions options, ExportPeople people) throws IOException {
		ExportFile begun = new ExportFile(target, options, people);
		if (options.format() == Format.PEOPLE) {
			begun.file.row(PEOPLE_HEADINGS);
		}
		else {
			begun.row("groupId", HEADINGS);
		}
		return begun;
	}

	/**
	 * Writes a group: a row, or several.
	 */
	void write(ExportGroup group) throws IOException {
		boolean sayable = GroupNameRule.canBeImported(group.name());
		if (this.options.portable() && group.ldap()) {
			leftOut(group, "group", "", FROM_DIRECTORY);
			return;
		}
		if (!sayable) {
			leftOut(group, this.options.portable() ? "group" : "name", "", BAD_NAME);
			if (this.options.portable()) {
				return;
			}
		}
		String name = sayable ? group.place().name() : "";
		if (!group.place().name().equals(group.name())) {
			leftOut(group, "name", "", "another group has it; this one is written as " + name);
		}
		String manager = manager(group);
		List<String> members = members(group);
		for (String cell : cells(members)) {
			noteLongCell(cell, group.name());
			row(group.id().toString(), List.of(name, manager, cell, String.valueOf(group.ldap())));
		}
		this.groups++;
		this.memberships += members.size();
	}

	/**
	 * Writes a person with all groups of theirs that an import finds.
	 * @param ofPerson the groups that the person is in
	 * @param byId those names by which an import would not find one group
	 */
	void write(ExportMember member, List<ExportGroup> ofPerson, Predicate<String> byId) throws IOException {
		String person = null;
		List<String> texts = new ArrayList<>();
		for (ExportGroup group : ofPerson) {
			String text = this.options.portable() ? group.place().name()
					: byId.test(group.name()) ? group.id().toString() : group.name();
			boolean written = !this.options.portable() || whyNotPortable(group) == null;
			person = written ? text(group, "member", member) : null;
			if (person != null) {
				texts.add(GroupList.join(List.of(text)));
				this.groupsWritten.add(group.id());
			}
		}
		if (person == null && texts.isEmpty()) {
			return;
		}
		String address = (person != null) ? person : Objects.requireNonNull(text(ofPerson.get(0), "member", member));
		for (String cell : cells(texts)) {
			noteLongCell(cell, address);
			this.file.row(List.of(address, cell));
		}
		this.memberships += texts.size();
	}

	/**
	 * Lists a group of which no person's row tells, and how a group is called otherwise.
	 */
	void check(ExportGroup group) throws IOException {
		String why = this.options.portable() ? whyNotPortable(group) : null;
		if (why != null) {
			leftOut(group, "group", "", why);
		}
		else if (!this.groupsWritten.contains(group.id())) {
			leftOut(group, "group", "", "no person of the file is in it, and this format has a row for each person");
		}
		else {
			this.groups++;
			if (!group.place().name().equals(group.name())) {
				leftOut(group, "name", "", "another group has it; this one is written as " + group.place().name());
			}
		}
	}

	private static @Nullable String whyNotPortable(ExportGroup group) {
		if (group.ldap()) {
			return FROM_DIRECTORY;
		}
		return !GroupNameRule.canBeImported(group.name()) ? BAD_NAME
				: GroupList.isId(group.place().name()) ? "its name looks like an id" : null;
	}

	private void noteLongCell(String cell, String name) {
		if (FormulaEscape.on(cell).length() > SPREADSHEET_CELL && this.longCells.size() < MOST_NAMES) {
			this.longCells.add(name);
		}
	}

	/** The cells of the rows of a group or a person; one at least. */
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
		return cells.stream().map(ExportFile::notOfThatLength).toList();
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
			leftOut(group, what, email.isEmpty() ? person.id().toString() : email,
					((person.status() == PersonEntry.Status.DISABLED) ? "disabled" : "a guest")
							+ ": an import cannot put this person into a group");
			return null;
		}
		List<PersonReference> read = PersonReference.split(email);
		if (member.unique() && read.size() == 1 && email.equals(read.get(0).email())) {
			return email;
		}
		if (this.options.portable()) {
			leftOut(group, what, email.isEmpty() ? person.id().toString() : email,
					"no e-mail address that tells who is meant");
			return null;
		}
		return person.id().toString();
	}

	/** Writes a row; for another portal, without the id. */
	private void row(String id, List<String> cells) throws IOException {
		this.file.row(this.options.portable() ? cells : Stream.concat(Stream.of(id), cells.stream()).toList());
	}

	/** Lists what of a group is not in the file. */
	private void leftOut(ExportGroup group, String what, String person, String reason) throws IOException {
		if (this.leftOut.isEmpty()) {
			this.leftOut.row(LEFT_OUT);
		}
		this.leftOut.row(List.of(group.id().toString(), group.name(), what, person, reason));
		this.leftOutLines++;
	}

	/**
	 * The file is whole. A list of an earlier export would be about another file, and
	 * goes.
	 * @param changed names of groups that changed while they were read
	 * @param gone names of groups that were deleted while they were read
	 * @return what was written
	 */
	ExportCounts.Result finish(List<String> changed, List<String> gone) throws IOException {
		this.leftOut.finish();
		this.file.finish();
		return new ExportCounts.Result(this.groups, this.memberships, this.leftOutLines, changed, gone, this.longCells);
	}

	/** Drops what is not finished. */
	@Override
	public void close() throws IOException {
		this.file.drop();
		this.leftOut.drop();
	}

	/** Only its owner can read it, because it holds personal data. */
	private CsvOutput open(Path unfinished) throws IOException {
		Files.deleteIfExists(unfinished);
		if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
			Files.createFile(unfinished,
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		}
		OutputStream out = Files.newOutputStream(unfinished);
		return this.options.raw() ? CsvOutput.raw(out, Dialect.OURS) : CsvOutput.safe(out, Dialect.OURS);
	}

}
