package io.groupbatch.sandbox.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.groupbatch.sandbox.protocol.JsonWriter;
import io.groupbatch.sandbox.state.GroupView;
import io.groupbatch.sandbox.state.Person;
import io.groupbatch.sandbox.state.Profile;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Maps people and groups to the JSON objects of the portal's answers (portal contract
 * 1.0.1 to 1.0.3).
 */
final class DtoMapper {

	private static final String ZERO = "00000000-0000-0000-0000-000000000000";

	private static final String SYSTEM_CATEGORY = "7717039d-fbe9-45ad-81c1-68a1aa10ce1f";

	private static final Map<String, String> AVATARS = avatars();

	private DtoMapper() {
	}

	/** A small EmployeeDto. */
	static ObjectNode reference(Person person, String portal) {
		ObjectNode node = JsonWriter.object()
			.put("id", person.id().toString())
			.put("displayName", person.displayName());
		AVATARS.forEach((name, path) -> node.put(name, path + "?hash=912337012"));
		return node.put("profileUrl", portal + "/accounts/people/filter?search=" + person.email().replace("@", "%40"))
			.put("hasAvatar", false)
			.put("isAnonim", false);
	}

	/** A GroupSummaryDto. */
	static ObjectNode membership(Profile.Membership group) {
		ObjectNode node = JsonWriter.object().put("id", group.id().toString()).put("name", group.name());
		if (group.manager() != null) {
			node.put("manager", group.manager());
		}
		return node;
	}

	/** An EmployeeFullDto. */
	static ObjectNode profile(Profile profile, String portal) {
		Person person = profile.person();
		ObjectNode node = JsonWriter.object()
			.put("firstName", person.firstName())
			.put("lastName", person.lastName())
			.put("userName", person.userName())
			.put("email", person.email())
			.put("status", person.status().number())
			.put("activationStatus", (person.status() == Person.Status.INVITED) ? 2 : 1);
		if (person.status() == Person.Status.DISABLED) {
			node.put("terminated", "2026-03-31T16:00:00.0000000Z");
		}
		addGroups(node, profile.groups());
		addRoles(node, person.role());
		node.put("cultureName", "en-US").put("mobilePhoneActivationStatus", 0).put("isSSO", false).put("usedSpace", 0);
		node.put("registrationDate", "2026-02-11T08:30:05.0000000Z");
		return node.setAll(reference(person, portal));
	}

	/** The part of a GroupDto that every answer has, without manager and members. */
	static ObjectNode group(GroupView group) {
		ObjectNode node = JsonWriter.object()
			.put("name", group.name())
			.put("parent", ZERO)
			.put("category", group.system() ? SYSTEM_CATEGORY : ZERO)
			.put("id", group.id().toString())
			.put("isLDAP", group.ldap());
		return group.system() ? node.put("isSystem", true) : node;
	}

	private static void addGroups(ObjectNode node, List<Profile.Membership> groups) {
		node.put("department",
				groups.stream().map((group) -> JsonWriter.encoded(group.name())).collect(Collectors.joining(", ")));
		if (!groups.isEmpty()) {
			ArrayNode array = node.putArray("groups");
			groups.forEach((group) -> array.add(membership(group)));
		}
	}

	private static void addRoles(ObjectNode node, Person.Role role) {
		node.put("isAdmin", role == Person.Role.DOCSPACE_ADMIN)
			.put("isRoomAdmin", role == Person.Role.ROOM_ADMIN)
			.put("isLDAP", false)
			.put("isOwner", role == Person.Role.OWNER)
			.put("isVisitor", role == Person.Role.GUEST)
			.put("isCollaborator", role == Person.Role.USER);
	}

	private static Map<String, String> avatars() {
		String prefix = "/static/images/default_user_photo_size_";
		Map<String, String> avatars = new LinkedHashMap<>();
		avatars.put("avatar", prefix + "82-82.png");
		avatars.put("avatarOriginal", prefix + "200-200.png");
		avatars.put("avatarMax", prefix + "200-200.png");
		avatars.put("avatarMedium", prefix + "48-48.png");
		avatars.put("avatarSmall", prefix + "32-32.png");
		return avatars;
	}

}
