package io.groupbatch.journal.export;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A group as an export has read it.
 *
 * @param id its id
 * @param name its name on the portal
 * @param manager its manager, null when it has none
 * @param ldap whether a directory owns it
 * @param size how many members the portal says it has; null when it does not say, or when
 * that is checked
 * @param place where it stands in the file
 */
public record ExportGroup(UUID id, String name, @Nullable UUID manager, boolean ldap, @Nullable Integer size,
		Place place) {

	/**
	 * The group as a list of the portal shows it.
	 */
	public ExportGroup(UUID id, String name, @Nullable UUID manager, boolean ldap, @Nullable Integer size) {
		this(id, name, manager, ldap, size, new Place(0, name));
	}

	/** What the reading of a group has come to. */
	public enum State {

		/** As the list showed it. */
		LISTED,
		/** A person is in it, but no list showed it. */
		UNLISTED,
		/** Read by itself, because it did not fit: it changed, or was made, meanwhile. */
		CHANGED,
		/** Read once more, and gone. */
		GONE

	}

	/**
	 * Where a group stands in the file.
	 *
	 * @param position counted from 1
	 * @param name what it is called there
	 */
	public record Place(long position, String name) {
	}

}
