package io.groupbatch.portal;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * A group as a list shows it, with how many members it says to have.
 *
 * @param group the group, its members not shown
 * @param size how many visible members it has; null when the server does not say
 */
public record ListedGroup(Group group, @Nullable Integer size) {

	static ListedGroup read(JsonParser json) {
		UUID id = null;
		String name = null;
		UUID manager = null;
		List<UUID> members = null;
		boolean ldap = false;
		boolean system = false;
		Integer size = null;
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
				case "membersCount" -> size = Json.number(json);
				default -> json.skipChildren();
			}
		}
		return new ListedGroup(new Group(Json.found(json, id), Json.found(json, name), manager, members, ldap, system),
				size);
	}

}
