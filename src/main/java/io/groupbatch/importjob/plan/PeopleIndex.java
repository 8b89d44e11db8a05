package io.groupbatch.importjob.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.groupbatch.csv.Column;
import io.groupbatch.csv.PersonText;
import io.groupbatch.journal.Code;
import io.groupbatch.journal.Operation;
import io.groupbatch.journal.PersonEntry;
import io.groupbatch.journal.PlannedRow.Wish;

import org.jspecify.annotations.Nullable;

/**
 * Finds the portal's people as a file writes them: by id, or by e-mail address without
 * regard to case (portal contract 7.1).
 */
final class PeopleIndex {

	private final Map<UUID, PersonEntry> byId = new HashMap<>();

	private final Map<String, List<PersonEntry>> byEmail = new HashMap<>();

	PeopleIndex(Collection<PersonEntry> people) {
		for (PersonEntry person : people) {
			this.byId.put(person.id(), person);
			if (!person.email().isEmpty()) {
				this.byEmail.computeIfAbsent(key(person.email()), (email) -> new ArrayList<>(1)).add(person);
			}
		}
	}

	/**
	 * The people of a row, and the name it wants; what cannot be is noted.
	 */
	Wish wish(Asked asked, Notes notes) {
		boolean joining = asked.operation() != Operation.REMOVE_MEMBERS;
		PersonText managerText = asked.manager();
		UUID manager = (managerText != null) ? find(managerText, Column.GROUP_MANAGER, true, notes) : null;
		Set<UUID> members = new LinkedHashSet<>();
		for (PersonText text : asked.members()) {
			UUID member = find(text, Column.MEMBERS, joining, notes);
			if (member != null) {
				members.add(member);
			}
		}
		if (!joining && managerText != null && manager != null && members.contains(manager)) {
			notes.add(Column.GROUP_MANAGER, managerText.written(), Code.MANAGER_REMOVED,
					"The row makes somebody manager and takes them out of the group.", "Decide for one of the two.");
		}
		String name = (asked.operation() == Operation.CREATE) ? asked.groupName() : asked.newName();
		return new Wish(name, manager, List.copyOf(members));
	}

	private @Nullable UUID find(PersonText text, Column column, boolean joining, Notes notes) {
		if (text.email() == null && text.id() == null) {
			return null; // noted when the row was staged
		}
		List<PersonEntry> found = matches(text);
		if (found.isEmpty()) {
			notes.add(column, text.written(), Code.USER_MISSING,
					"The portal has no user \"%s\".".formatted(text.written()),
					"Correct the address, or invite the person first.");
		}
		else if (found.size() > 1) {
			notes.add(column, text.written(), Code.USER_AMBIGUOUS,
					"%d users have the address \"%s\".".formatted(found.size(), text.written()),
					"Write the id of the one you mean.");
		}
		else if (!joining || mayJoin(found.get(0), text, column, notes)) {
			return found.get(0).id();
		}
		return null;
	}

	private static boolean mayJoin(PersonEntry person, PersonText text, Column column, Notes notes) {
		if (person.kind() == PersonEntry.Kind.GUEST) {
			notes.add(column, text.written(), Code.USER_IS_GUEST, "\"%s\" is a guest.".formatted(text.written()),
					"Guests cannot be in groups: make the person a user first, or leave them out.");
			return false;
		}
		if (person.status() == PersonEntry.Status.DISABLED) {
			notes.add(column, text.written(), Code.USER_IS_DISABLED, "\"%s\" is disabled.".formatted(text.written()),
					"Enable the person first, or leave them out.");
			return false;
		}
		return true;
	}

	private List<PersonEntry> matches(PersonText text) {
		if (text.id() != null) {
			PersonEntry person = this.byId.get(text.id());
			return (person != null) ? List.of(person) : List.of();
		}
		return (text.email() != null) ? this.byEmail.getOrDefault(key(text.email()), List.of()) : List.of();
	}

	private static String key(String email) {
		return email.strip().toLowerCase(Locale.ROOT);
	}

}
