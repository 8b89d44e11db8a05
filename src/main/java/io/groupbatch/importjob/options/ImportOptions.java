package io.groupbatch.importjob.options;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.groupbatch.csv.groups.Column;
import io.groupbatch.csv.groups.ColumnMap;
import io.groupbatch.csv.groups.PeopleSyntax;
import io.groupbatch.csv.groups.UserMap;
import io.groupbatch.journal.row.Operation;

import org.jspecify.annotations.Nullable;

/**
 * Options of an import: how its file is to be understood, and what its rows may do.
 *
 * @param reading how the file is written, and what its columns mean
 * @param operation what rows ask for that do not say, null: upsert
 * @param skipInvalid whether the other rows are sent when some are wrong
 * @param people who is meant, and what to do about those who are not there
 * @param allow what is refused otherwise
 * @param groups how rows come to their groups
 * @param allowEmpty whether the file may have no rows; it means the same
 */
public record ImportOptions(Reading reading, @Nullable Operation operation, boolean skipInvalid, People people,
		Allow allow, Groups groups, boolean allowEmpty) {

	/**
	 * Those options that change what the file means, as the line that the journal keeps
	 * with a run: with other ones the same file is another run (docs/architecture.md,
	 * "Which run").
	 */
	public String line() {
		return "%s operation=%s skipInvalid=%s %s %s %s".formatted(this.reading.line(),
				(this.operation != null) ? this.operation.text() : "", this.skipInvalid, this.people.line(),
				this.allow.line(), this.groups.line());
	}

	/**
	 * The options that a run was started with, from the line that the journal keeps.
	 * @param kept {@code name=value} pairs between blanks. One that is not there, as in
	 * lines of older versions, or has no value is what it is by default; unknown ones do
	 * not count
	 */
	public static ImportOptions ofLine(String kept) {
		Map<String, String> values = Arrays.stream(kept.split(" "))
			.map((pair) -> pair.split("=", 2))
			.filter((pair) -> pair.length == 2 && !pair[1].isEmpty())
			.collect(Collectors.toMap((pair) -> pair[0], (pair) -> pair[1]));
		String operation = values.get("operation");
		return new ImportOptions(Reading.of(values), (operation != null) ? Operation.of(operation).orElseThrow() : null,
				is(values, "skipInvalid"), People.of(values),
				new Allow(is(values, "allow.sameName"), is(values, "allow.ldap"), is(values, "allow.lookAlikes")),
				new Groups(Existing.valueOf(values.getOrDefault("groups.existing", "update").toUpperCase(Locale.ROOT)),
						is(values, "groups.trimNames")),
				false);
	}

	private static boolean is(Map<String, String> values, String name) {
		return "true".equals(values.get(name));
	}

	/**
	 * The same as a user types it, for another file of the same kind. The user map is not
	 * among it, because only its content is kept.
	 */
	public List<String> arguments() {
		List<String> words = new ArrayList<>(this.reading.formArguments());
		if (this.operation != null) {
			words.addAll(List.of("--operation", this.operation.text()));
		}
		words.addAll(this.reading.columnArguments());
		if (this.skipInvalid) {
			words.addAll(List.of("--on-invalid", "skip"));
		}
		words.addAll(this.people.arguments());
		if (this.groups.existing() != Existing.UPDATE) {
			words.addAll(List.of("--existing", this.groups.existing().text()));
		}
		addIf(this.allow.sameName(), "--allow-same-name", words);
		addIf(this.allow.ldap(), "--allow-ldap", words);
		addIf(this.allow.lookAlikes(), "--allow-look-alikes", words);
		addIf(this.groups.trimNames(), "--trim-names", words);
		return words;
	}

	private static void addIf(boolean wanted, String word, List<String> words) {
		if (wanted) {
			words.add(word);
		}
	}

	/**
	 * How a file is read.
	 *
	 * @param charset the file's encoding, null: found out
	 * @param delimiter the file's separator, null: found out
	 * @param columns what the user says of columns; in whatever order, it means the same
	 * @param ignoreOtherColumns whether unknown columns mean nothing
	 * @param memberSeparator what is between two people of a cell, null: found out
	 */
	public record Reading(@Nullable Charset charset, @Nullable Character delimiter, List<ColumnMapping> columns,
			boolean ignoreOtherColumns, @Nullable Character memberSeparator) {

		/** By the file alone. */
		public static final Reading FOUND_OUT = new Reading(null, null, List.of(), false, null);

		public Reading {
			columns = columns.stream().distinct().sorted(Comparator.comparing(ColumnMapping::kept)).toList();
		}

		/** The separator is kept as a number, because it may be a blank of its own. */
		private static Reading of(Map<String, String> values) {
			String charset = values.get("reading.charset");
			String delimiter = values.get("reading.delimiter");
			String separator = values.get("reading.memberSeparator");
			String columns = values.get("reading.columns");
			return new Reading((charset != null) ? Charset.forName(charset) : null,
					(delimiter != null) ? (char) Integer.parseInt(delimiter) : null,
					(columns != null) ? Arrays.stream(columns.split(",")).map(ColumnMapping::of).toList() : List.of(),
					is(values, "reading.ignoreOtherColumns"),
					(separator != null) ? (char) Integer.parseInt(separator) : null);
		}

		/** How the people of a cell are told apart. */
		public PeopleSyntax people(UserMap users) {
			return new PeopleSyntax(users, (text) -> false, this.memberSeparator);
		}

		/** What the user says about the columns. */
		public ColumnMap columnMap() {
			Map<String, Column> fields = new LinkedHashMap<>();
			this.columns.stream()
				.filter((said) -> !said.isIgnored())
				.forEach((said) -> fields.put(said.heading(), said.column()));
			List<String> ignored = this.columns.stream()
				.filter(ColumnMapping::isIgnored)
				.map(ColumnMapping::heading)
				.toList();
			return new ColumnMap(fields, ignored, this.ignoreOtherColumns);
		}

		private String line() {
			// What is not said is not in the line: older versions did not know it
			return "reading.charset=%s reading.delimiter=%s reading.columns=%s reading.ignoreOtherColumns=%s".formatted(
					(this.charset != null) ? this.charset.name() : StandardCharsets.UTF_8.name(),
					(this.delimiter != null) ? (int) this.delimiter : "",
					this.columns.stream().map(ColumnMapping::kept).collect(Collectors.joining(",")),
					this.ignoreOtherColumns)
					+ ((this.memberSeparator != null) ? " reading.memberSeparator=" + (int) this.memberSeparator : "");
		}

		private List<String> formArguments() {
			List<String> words = new ArrayList<>();
			if (this.charset != null && !this.charset.equals(StandardCharsets.UTF_8)) {
				words.addAll(List.of("--charset", this.charset.name()));
			}
			if (this.delimiter != null) {
				words.addAll(List.of("--delimiter", typed(this.delimiter)));
			}
			if (this.memberSeparator != null) {
				words.addAll(List.of("--member-separator", typed(this.memberSeparator)));
			}
			return words;
		}

		private static String typed(char separator) {
			return (separator == '\t') ? "tab" : String.valueOf(separator);
		}

		private List<String> columnArguments() {
			List<String> words = new ArrayList<>();
			for (ColumnMapping said : this.columns) {
				words.addAll(said.isIgnored() ? List.of("--ignore-column", said.heading())
						: List.of("--map", said.heading() + "=" + said.field()));
			}
			addIf(this.ignoreOtherColumns, "--ignore-other-columns", words);
			return words;
		}

	}

	/**
	 * Who is meant.
	 *
	 * @param leaveOut whether a row goes on without people who could not be matched or
	 * added
	 * @param userMap the journal's name of a user map, null: there is none
	 * @param invite how people are invited whom the portal does not know, null: nobody is
	 */
	public record People(boolean leaveOut, @Nullable String userMap, @Nullable Invite invite) {

		public People(boolean leaveOut, @Nullable String userMap) {
			this(leaveOut, userMap, null);
		}

		private static People of(Map<String, String> values) {
			String domains = values.get("people.inviteDomains");
			return new People(is(values, "people.leaveOut"), values.get("people.userMap"), (domains != null)
					? new Invite(List.of(domains.split(",")), is(values, "people.inviteAsRoomAdmin")) : null);
		}

		private String line() {
			String line = "people.leaveOut=%s people.userMap=%s".formatted(this.leaveOut,
					(this.userMap != null) ? this.userMap : "");
			return (this.invite != null) ? line + " " + this.invite.line() : line;
		}

		private List<String> arguments() {
			return this.leaveOut ? List.of("--on-unknown-user", "leave-out")
					: (this.invite != null) ? this.invite.arguments() : List.of();
		}

	}

	/**
	 * How people are invited whom the portal does not know.
	 *
	 * @param domains what follows the @ in the addresses of those who may be invited, in
	 * lower case; in whatever order, it means the same
	 * @param asRoomAdmins whether they become room admins, who take a paid seat; else
	 * users
	 */
	public record Invite(List<String> domains, boolean asRoomAdmins) {

		public Invite {
			domains = domains.stream().distinct().sorted().toList();
		}

		/** Whether a person with this e-mail address may be invited. */
		public boolean allows(String email) {
			int at = email.lastIndexOf('@');
			boolean plain = email.codePoints().allMatch((c) -> c > ' ' && c < 0x7F);
			return plain && at > 0 && this.domains.contains(email.substring(at + 1).toLowerCase(Locale.ROOT));
		}

		private String line() {
			return "people.inviteDomains=%s people.inviteAsRoomAdmin=%s".formatted(String.join(",", this.domains),
					this.asRoomAdmins);
		}

		private List<String> arguments() {
			List<String> words = new ArrayList<>(List.of("--on-unknown-user", "invite"));
			this.domains.forEach((domain) -> words.addAll(List.of("--invite-domain", domain)));
			if (this.asRoomAdmins) {
				words.addAll(List.of("--invite-as", "room-admin"));
			}
			return words;
		}

	}

	/**
	 * How rows come to their groups.
	 *
	 * @param existing what an upsert does with a group that the portal has already
	 * @param fold whether rows that follow one another become one request; for tests,
	 * which compare: it means the same
	 * @param trimNames whether blanks around names are no part of them
	 */
	public record Groups(Existing existing, boolean fold, boolean trimNames) {

		/** Rows are folded, unless a system property of tests says that they are not. */
		public Groups(Existing existing, boolean trimNames) {
			this(existing, !"false".equals(System.getProperty("groupbatch.import.groups.fold")), trimNames);
		}

		private String line() {
			return "groups.existing=%s groups.trimNames=%s".formatted(this.existing.text(), this.trimNames);
		}

	}

	/** What an upsert does with a group that the portal has already. */
	public enum Existing {

		/** It gets what is missing. */
		UPDATE,
		/** It is left alone. */
		SKIP,
		/** The row is refused. */
		STOP;

		private String text() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * What is refused otherwise.
	 *
	 * @param sameName whether a group may be made whose name another one has
	 * @param ldap whether groups may be changed that a directory owns
	 * @param lookAlikes whether a group may get a name that looks like another one's
	 */
	public record Allow(boolean sameName, boolean ldap, boolean lookAlikes) {

		private String line() {
			return "allow.sameName=%s allow.ldap=%s allow.lookAlikes=%s".formatted(this.sameName, this.ldap,
					this.lookAlikes);
		}

	}

}
