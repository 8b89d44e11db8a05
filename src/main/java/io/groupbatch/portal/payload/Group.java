package io.groupbatch.portal.payload;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * A group as the portal showed it (portal contract 1.0.1).
 *
 * @param id its id
 * @param name its name, as stored
 * @param manager its manager, a member as well; null if there is none
 * @param members the visible ones (active and invited), each once, in no order; null when
 * they were not shown
 * @param ldap whether a directory sync owns it
 * @param system whether it stands for a portal role and must not be written to
 * @param membersCount how many visible members the answer says it has; null when it does
 * not say
 */
public record Group(UUID id, String name, @Nullable UUID manager, @Nullable List<UUID> members, boolean ldap,
		boolean system, @Nullable Integer membersCount) {

	/** Everyone, Guest, RoomAdmin, DocSpaceAdmin, User: writing to them changes roles. */
	public static final Set<UUID> SYSTEM_IDS = Set.of(UUID.fromString("c5cc67d1-c3e8-43c0-a3ad-3928ae3e5b5e"),
			UUID.fromString("aced04fa-dd96-4b35-af3e-346bf1eb972d"),
			UUID.fromString("abef62db-11a8-4673-9d32-ef1d8af19dc0"),
			UUID.fromString("cd84e66b-b803-40fc-99f9-b2969a54a1de"),
			UUID.fromString("88f11e7c-7407-4bea-b4cb-070010cdbb6b"));

	public Group {
		members = (members != null) ? List.copyOf(members) : null;
		system = system || SYSTEM_IDS.contains(id);
	}

	/** The visible members; nobody when they were not shown. */
	public List<UUID> people() {
		return (this.members != null) ? this.members : List.of();
	}

	/**
	 * Reads a group from the object at which the parser is.
	 * @throws tools.jackson.core.JacksonException if there is none, or its id or name is
	 * missing
	 */
	public static Group read(JsonParser json) {
		UUID id = null;
		String name = null;
		UUID manager = null;
		List<UUID> members = null;
		boolean ldap = false;
		boolean system = false;
		Integer membersCount = null;
		Json.enter(json);
		for (String field = json.nextName(); field != null; field = json.nextName()) {
			json.nextToken();
			switch (field) {
				case "id" -> id = Json.id(json);
				case "name" -> name = Json.text(json);
				case "manager" -> manager = Json.idOf(json);
				case "members" -> members = Json.idsOf(json);
				case "isLDAP" -> ldap = Json.flag(json);
				case "isSystem" -> system = Json.flag(json);
				case "membersCount" -> membersCount = Json.number(json);
				default -> json.skipChildren();
			}
		}
		return new Group(Json.found(json, id), Json.found(json, name), manager, members, ldap, system, membersCount);
	}

}
