package io.groupbatch.portal.payload;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * A user of the portal (portal contract 1.0.3).
 *
 * @param id the user's id
 * @param email the address as stored; empty if the portal has none
 * @param displayName first and last name, else what the portal displays, else the address
 * @param kind what the user is in the portal
 * @param status whether the user can sign in
 * @param groups the ordinary groups the user is in
 */
public record Person(UUID id, String email, String displayName, Kind kind, Status status, List<UUID> groups) {

	/** What a user is in the portal. */
	public enum Kind {

		/** Can be in no group. */
		GUEST, USER, ROOM_ADMIN, ADMIN, OWNER

	}

	/** Whether a user can sign in. */
	public enum Status {

		/** Also where the portal shows a state that we do not know. */
		ACTIVE,
		/** Stays in groups unseen, and cannot be added. */
		DISABLED,
		/** Has not joined yet; can be added. */
		INVITED;

		private static Status of(int number) {
			return switch (number) {
				case 2 -> DISABLED;
				case 4 -> INVITED;
				default -> ACTIVE;
			};
		}

	}

	public Person {
		groups = List.copyOf(groups);
	}

	/**
	 * Reads a person from the object at which the parser is.
	 * @throws tools.jackson.core.JacksonException if there is none, or its id is missing
	 */
	public static Person read(JsonParser json) {
		Draft draft = new Draft();
		Json.enter(json);
		for (String field = json.nextName(); field != null; field = json.nextName()) {
			json.nextToken();
			draft.read(field, json);
		}
		return draft.person(json);
	}

	private static final class Draft {

		private @Nullable UUID id;

		private @Nullable String email;

		private @Nullable String firstName;

		private @Nullable String lastName;

		private @Nullable String displayName;

		private Kind kind = Kind.USER;

		private Status status = Status.ACTIVE;

		private @Nullable List<UUID> groups;

		private void read(String field, JsonParser json) {
			switch (field) {
				case "id" -> this.id = Json.id(json);
				case "email" -> this.email = Json.text(json);
				case "firstName" -> this.firstName = Json.text(json);
				case "lastName" -> this.lastName = Json.text(json);
				case "displayName" -> this.displayName = Json.text(json);
				case "status" -> this.status = Status.of(Json.number(json));
				case "isVisitor" -> is(Kind.GUEST, json);
				case "isRoomAdmin" -> is(Kind.ROOM_ADMIN, json);
				case "isAdmin" -> is(Kind.ADMIN, json);
				case "isOwner" -> is(Kind.OWNER, json);
				case "groups" -> this.groups = Json.idsOf(json);
				default -> json.skipChildren();
			}
		}

		private void is(Kind kind, JsonParser json) {
			if (Json.flag(json)) {
				this.kind = kind;
			}
		}

		private Person person(JsonParser json) {
			String address = (this.email != null) ? this.email : "";
			return new Person(Json.found(json, this.id), address, name(address), this.kind, this.status,
					(this.groups != null) ? this.groups : List.of());
		}

		private String name(String address) {
			String name = (orEmpty(this.firstName) + " " + orEmpty(this.lastName)).strip();
			if (name.isEmpty()) {
				name = Json.unescaped(orEmpty(this.displayName)).strip();
			}
			return name.isEmpty() ? address : name;
		}

		private static String orEmpty(@Nullable String text) {
			return (text != null) ? text.strip() : "";
		}

	}

}
