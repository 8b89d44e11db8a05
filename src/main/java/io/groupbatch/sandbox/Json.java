package io.groupbatch.sandbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes people and groups as the portal does: portal contract 1.0.1 to 1.0.3, and the
 * trimming by {@code fields} of 1.0.
 */
final class Json {

	static final JsonMapper MAPPER = new JsonMapper();

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'Z'")
		.withZone(ZoneOffset.UTC);

	private static final String ZERO = "00000000-0000-0000-0000-000000000000";

	private static final String SYSTEM_CATEGORY = "7717039d-fbe9-45ad-81c1-68a1aa10ce1f";

	private static final Map<String, String> AVATARS = avatars();

	private Json() {
	}

	static ObjectNode object() {
		return JsonNodeFactory.instance.objectNode();
	}

	static ArrayNode array() {
		return JsonNodeFactory.instance.arrayNode();
	}

	static String text(JsonNode node) {
		return MAPPER.writeValueAsString(node);
	}

	/** The portal's form of a date: seven digits after the second. */
	static String date(Instant instant) {
		return DATE.format(instant);
	}

	/** A small EmployeeDto. */
	static ObjectNode reference(Person person, String portal) {
		ObjectNode node = object().put("id", person.id().toString()).put("displayName", displayName(person));
		AVATARS.forEach((name, path) -> node.put(name, path + "?hash=912337012"));
		return node.put("profileUrl", portal + "/accounts/people/filter?search=" + person.email().replace("@", "%40"))
			.put("hasAvatar", false)
			.put("isAnonim", false);
	}

	/** A GroupSummaryDto. */
	static ObjectNode membership(Profile.Membership group) {
		ObjectNode node = object().put("id", group.id().toString()).put("name", group.name());
		if (group.manager() != null) {
			node.put("manager", group.manager());
		}
		return node;
	}

	/** An EmployeeFullDto. */
	static ObjectNode profile(Profile profile, String portal) {
		Person person = profile.person();
		ObjectNode node = object().put("firstName", person.firstName())
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
		ObjectNode node = object().put("name", group.name())
			.put("parent", ZERO)
			.put("category", group.system() ? SYSTEM_CATEGORY : ZERO)
			.put("id", group.id().toString())
			.put("isLDAP", group.ldap());
		return group.system() ? node.put("isSystem", true) : node;
	}

	/** Keeps only the named properties; a dotted name selects below; none keeps all. */
	static JsonNode trimmed(JsonNode node, List<String> fields) {
		if (fields.isEmpty() || fields.contains("")) {
			return node;
		}
		if (node.isArray()) {
			ArrayNode kept = array();
			node.forEach((element) -> kept.add(trimmed(element, fields)));
			return kept;
		}
		if (!node.isObject()) {
			return node;
		}
		ObjectNode kept = object();
		Map<String, List<String>> below = fields.stream()
			.collect(Collectors.groupingBy(Json::head, Collectors.mapping(Json::tail, Collectors.toList())));
		node.properties()
			.stream()
			.filter((property) -> below.containsKey(property.getKey()))
			.forEach((property) -> kept.set(property.getKey(),
					trimmed(property.getValue(), below.getOrDefault(property.getKey(), List.of()))));
		return kept;
	}

	static String displayName(Person person) {
		String name = (person.firstName() + " " + person.lastName()).strip();
		return encoded(name.isEmpty() ? person.email() : name);
	}

	/** .NET's HTML encoding: five signs, U+00A0 to U+00FF and everything astral. */
	static String encoded(String text) {
		StringBuilder encoded = new StringBuilder(text.length() + 16);
		text.codePoints().forEach((point) -> {
			switch (point) {
				case '&' -> encoded.append("&amp;");
				case '<' -> encoded.append("&lt;");
				case '>' -> encoded.append("&gt;");
				case '"' -> encoded.append("&quot;");
				case '\'' -> encoded.append("&#39;");
				default -> appendOther(encoded, point);
			}
		});
		return encoded.toString();
	}

	private static void appendOther(StringBuilder encoded, int point) {
		if ((point >= 0xA0 && point <= 0xFF) || point > 0xFFFF) {
			encoded.append("&#").append(point).append(';');
		}
		else {
			encoded.appendCodePoint(point);
		}
	}

	private static void addGroups(ObjectNode node, List<Profile.Membership> groups) {
		node.put("department", groups.stream().map((group) -> encoded(group.name())).collect(Collectors.joining(", ")));
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

	private static String head(String field) {
		int dot = field.indexOf('.');
		return (dot < 0) ? field : field.substring(0, dot);
	}

	private static String tail(String field) {
		int dot = field.indexOf('.');
		return (dot < 0) ? "" : field.substring(dot + 1);
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
