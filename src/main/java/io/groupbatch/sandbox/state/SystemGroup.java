package io.groupbatch.sandbox.state;

import java.util.UUID;

import io.groupbatch.sandbox.state.Person.Role;

/**
 * One of the five groups that every portal has. They hold people by role and are never
 * listed.
 */
enum SystemGroup {

	EVERYONE("c5cc67d1-c3e8-43c0-a3ad-3928ae3e5b5e", "Everyone"),
	ADMINS("cd84e66b-b803-40fc-99f9-b2969a54a1de", "DocSpaceAdmin"),
	ROOM_ADMINS("abef62db-11a8-4673-9d32-ef1d8af19dc0", "RoomAdmin"),
	USERS("88f11e7c-7407-4bea-b4cb-070010cdbb6b", "User"), GUESTS("aced04fa-dd96-4b35-af3e-346bf1eb972d", "Guest");

	private final UUID id;

	private final String label;

	SystemGroup(String id, String label) {
		this.id = UUID.fromString(id);
		this.label = label;
	}

	/** The group, in addition to {@link #EVERYONE}, of people with this role. */
	static SystemGroup of(Role role) {
		return switch (role) {
			case OWNER, DOCSPACE_ADMIN -> ADMINS;
			case ROOM_ADMIN -> ROOM_ADMINS;
			case USER -> USERS;
			case GUEST -> GUESTS;
		};
	}

	UUID id() {
		return this.id;
	}

	String label() {
		return this.label;
	}

}
