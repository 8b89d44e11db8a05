package io.groupbatch.importjob.plan.state;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.groupbatch.csv.CsvError;
import io.groupbatch.csv.groups.Column;
import io.groupbatch.csv.groups.PersonReference;
import io.groupbatch.importjob.row.PeopleIndex;
import io.groupbatch.importjob.row.RowRequest;
import io.groupbatch.journal.invite.Invitation;
import io.groupbatch.journal.people.PersonEntry;
import io.groupbatch.journal.plan.PlannedRow.Wish;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.OmittedPerson.Why;
import io.groupbatch.journal.row.Operation;

import org.jspecify.annotations.Nullable;

/**
 * Finds the people whom the rows of a file mean among the people of the portal.
 */
public final class PersonResolver {

	private final PeopleIndex people;

	private final Map<String, PersonEntry> byLook = new HashMap<>();

	private final InvitationPolicy invitations;

	/**
	 * Finds people of the portal.
	 * @param people everybody, as far as the file is about them
	 * @param invitations whom to invite of the others
	 */
	public PersonResolver(Collection<PersonEntry> people, InvitationPolicy invitations) {
		List<PersonEntry> there = people.stream().filter((person) -> !invitations.isPlaceholder(person.id())).toList();
		this.people = new PeopleIndex(there);
		this.invitations = invitations;
		for (PersonEntry person : there) {
			if (!person.email().isEmpty()) {
				this.byLook.putIfAbsent(AddressNormalizer.of(person.email()), person);
			}
		}
	}

	/**
	 * The people of a row who can be added, and the name it wants; about all others there
	 * is a note.
	 */
	public Wish wish(RowRequest asked, RowFindings notes) {
		boolean removing = asked.operation().removesNamed();
		boolean joining = !removing && asked.operation() != Operation.GET;
		PersonReference managerText = asked.manager();
		UUID manager = (managerText != null) ? find(managerText, Column.GROUP_MANAGER, joining || removing, notes)
				: null;
		Set<UUID> members = new LinkedHashSet<>();
		for (PersonReference text : asked.members()) {
			UUID member = find(text, Column.MEMBERS, joining, notes);
			if (member != null) {
				members.add(member);
			}
		}
		if (removing && managerText != null && manager != null && members.contains(manager)) {
			notes.add(Column.GROUP_MANAGER, managerText.written(), Code.MANAGER_REMOVED,
					"The row makes a person manager and removes the same person.", "Choose one of the two.");
		}
		return new Wish(name(asked), manager, List.copyOf(members));
	}

	/**
	 * Everybody whom a row wants in its group, also those who cannot join one; of an
	 * ambiguous address all users who have it.
	 */
	public Set<UUID> named(RowRequest asked) {
		Set<UUID> named = new LinkedHashSet<>();
		if (asked.manager() != null) {
			this.people.find(asked.manager()).forEach((person) -> named.add(person.id()));
		}
		if (!asked.operation().removesNamed()) {
			asked.members().forEach((text) -> this.people.find(text).forEach((person) -> named.add(person.id())));
		}
		return named;
	}

	/** The users whom a text may mean. */
	public List<UUID> find(PersonReference text) {
		return this.people.find(text).stream().map(PersonEntry::id).toList();
	}

	/** Whether a person is called so, in whatever order. */
	public boolean isName(String text) {
		return this.people.isName(text);
	}

	/** Whether groups hide a person. */
	public boolean isDisabled(UUID person) {
		PersonEntry known = this.people.get(person);
		return known != null && known.status() == PersonEntry.Status.DISABLED;
	}

	private boolean isGuest(UUID person) {
		PersonEntry known = this.people.get(person);
		return known != null && known.kind() == PersonEntry.Kind.GUEST;
	}

	/** Why a person cannot be moved into another group; null: it is possible. */
	public @Nullable Why staysBehind(UUID person) {
		return isDisabled(person) ? Why.DISABLED : isGuest(person) ? Why.GUEST : null;
	}

	/** The e-mail address of a person, or the id. */
	public String address(UUID person) {
		String invited = this.invitations.email(person);
		return (invited != null) ? invited : this.people.text(person);
	}

	private static @Nullable String name(RowRequest asked) {
		return (asked.operation() == Operation.CREATE) ? asked.groupName() : asked.newName();
	}

	private @Nullable UUID find(PersonReference text, Column column, boolean joining, RowFindings notes) {
		List<PersonEntry> found = this.people.find(text);
		PersonEntry alike = (text.id() == null && found.isEmpty())
				? this.byLook.get(AddressNormalizer.of(text.address())) : null;
		if (text.leftOut()) {
			notes.leaveOut(column, text, Why.BY_USER_MAP);
		}
		else if (alike != null) {
			looksAlike(text, alike, column, notes);
		}
		else if (!text.isKnown()) {
			unknown(column, text, notes);
		}
		else if (found.isEmpty()) {
			return invited(text, column, joining, notes);
		}
		else if (found.size() > 1) {
			notes.cannotHave(column, text, Why.AMBIGUOUS,
					"%d users have the address %s.".formatted(found.size(), shown(text)),
					"Write the id of the one you mean.");
		}
		else if (!joining || mayJoin(found.get(0), text, column, notes)) {
			return found.get(0).id();
		}
		return null;
	}

	/** Whom the portal does not know may be invited. */
	private @Nullable UUID invited(PersonReference text, Column column, boolean joining, RowFindings notes) {
		Invitation invitation = (text.email() != null) ? this.invitations.of(text.email(), joining) : null;
		if (invitation != null) {
			notes.invite(column, text, invitation);
			return invitation.person();
		}
		boolean refused = text.email() != null && this.invitations.isRefused(text.email());
		boolean mayGiveDomain = text.email() != null && joining && this.invitations.isActive();
		notes.cannotHave(column, text, refused ? Why.NOT_INVITED : Why.MISSING,
				"The portal has no user %s.".formatted(shown(text)),
				mayGiveDomain ? "Correct the address, or allow its domain with --invite-domain."
						: "Correct the address, or invite the person first.");
		return null;
	}

	private static void looksAlike(PersonReference text, PersonEntry person, Column column, RowFindings notes) {
		String other = AddressNormalizer.hasSameDomain(text.address(), person.email()) ? ""
				: ", or in how its domain is written";
		notes.cannotHave(column, text, Why.MISSING,
				"\"%s\" differs from the portal's \"%s\" only in characters that cannot be seen%s."
					.formatted(text.address(), person.email(), other),
				"Copy the portal's address into the file, or translate this one with a user map.");
	}

	private static void unknown(Column column, PersonReference text, RowFindings notes) {
		List<PersonReference> several = PersonReference.split(text.written());
		if (column == Column.GROUP_MANAGER && several.size() > 1
				&& several.stream().allMatch(PersonReference::isKnown)) {
			notes.add(column, text.written(), Code.BAD_CELL,
					"These are %d people, and a group has one manager.".formatted(several.size()),
					"Write one of them, and the others into members.");
			return;
		}
		if (text.cutFrom() != null) {
			notes.cannotHave(column, text, Why.MISSING,
					"\"%s\" is neither an e-mail address nor an id. It was cut from \"%s\", because a comma separates people."
						.formatted(text.brief(), CsvError.printable(text.cutFrom())),
					"Write e-mail addresses, or translate the whole text with a user map. If commas belong to names in"
							+ " this file, say what separates people: --member-separator ';'.");
			return;
		}
		notes.cannotHave(column, text, Why.MISSING,
				"\"%s\" is neither an e-mail address nor an id.".formatted(text.brief()),
				"Write the person's e-mail address as the portal has it, or translate the text with a user map.");
	}

	private static boolean mayJoin(PersonEntry person, PersonReference text, Column column, RowFindings notes) {
		if (person.kind() == PersonEntry.Kind.GUEST) {
			notes.cannotHave(column, text, Why.GUEST, "%s is a guest.".formatted(shown(text)),
					"Guests cannot be in groups: make the person a user first, or leave them out.");
			return false;
		}
		if (person.status() == PersonEntry.Status.DISABLED) {
			notes.cannotHave(column, text, Why.DISABLED, "%s is disabled.".formatted(shown(text)),
					"Enable the person first, or leave them out.");
			return false;
		}
		return true;
	}

	/** What stands in the file, and what the user map made of it. */
	private static String shown(PersonReference text) {
		String meant = (text.email() != null) ? text.email() : String.valueOf(text.id());
		boolean translated = !text.from().equalsIgnoreCase(meant);
		return translated ? "\"" + meant + "\" (in the file: \"" + text.written() + "\")"
				: "\"" + text.written() + "\"";
	}

}
