package io.groupbatch.portal.http;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.UUID;

import io.groupbatch.portal.payload.Json;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import tools.jackson.core.JsonGenerator;

/**
 * One HTTP call that reads or changes a group (portal contract 1.2, 1.4 to 1.6).
 *
 * @param verb what to do
 * @param groupId the group; null for a create
 * @param name the name wanted; null or empty leaves it alone
 * @param manager the manager wanted; null leaves it alone
 * @param add the members to add; of a create, all
 * @param remove the members to remove
 */
public record GroupRequest(Verb verb, @Nullable UUID groupId, @Nullable String name, @Nullable UUID manager,
		List<UUID> add, List<UUID> remove) {

	/** What a request does to its group. */
	public enum Verb {

		GET, CREATE, UPDATE, DELETE

	}

	public GroupRequest {
		if ((verb == Verb.CREATE) != (groupId == null)) {
			throw new IllegalArgumentException("A " + verb + " with the group id " + groupId);
		}
		if (verb == Verb.CREATE && (name == null || name.isEmpty())) {
			throw new IllegalArgumentException("A group to create needs a name");
		}
		if (name != null
				&& name.codePoints().anyMatch((c) -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
			throw new IllegalArgumentException("The group's name holds half a character, which cannot be sent");
		}
		add = List.copyOf(add);
		remove = List.copyOf(remove);
	}

	public static GroupRequest get(UUID groupId) {
		return new GroupRequest(Verb.GET, groupId, null, null, List.of(), List.of());
	}

	/** Creates a group; without manager if it is null. */
	public static GroupRequest create(String name, @Nullable UUID manager, List<UUID> members) {
		return new GroupRequest(Verb.CREATE, null, name, manager, members, List.of());
	}

	/** Changes a group; a name or manager that is null stays as it is. */
	public static GroupRequest update(UUID groupId, @Nullable String name, @Nullable UUID manager, List<UUID> add,
			List<UUID> remove) {
		return new GroupRequest(Verb.UPDATE, groupId, name, manager, add, remove);
	}

	public static GroupRequest delete(UUID groupId) {
		return new GroupRequest(Verb.DELETE, groupId, null, null, List.of(), List.of());
	}

	HttpMethod method() {
		return switch (this.verb) {
			case GET -> HttpMethod.GET;
			case CREATE -> HttpMethod.POST;
			case UPDATE -> HttpMethod.PUT;
			case DELETE -> HttpMethod.DELETE;
		};
	}

	String path() {
		return switch (this.verb) {
			case CREATE -> "/group";
			case GET -> "/group/" + this.groupId + "?includeMembers=true";
			case UPDATE, DELETE -> "/group/" + this.groupId;
		};
	}

	/** The portal refuses {@code null} and {@code ""} for an id, so both stay away. */
	byte @Nullable [] body() {
		if (this.verb != Verb.CREATE && this.verb != Verb.UPDATE) {
			return null;
		}
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		try (JsonGenerator json = Json.MAPPER.createGenerator(body)) {
			json.writeStartObject();
			writeText(json, "groupName", this.name);
			writeText(json, "groupManager", this.manager);
			writeIds(json, (this.verb == Verb.CREATE) ? "members" : "membersToAdd", this.add);
			writeIds(json, "membersToRemove", this.remove);
			json.writeEndObject();
		}
		return body.toByteArray();
	}

	private static void writeText(JsonGenerator json, String field, @Nullable Object value) {
		if (value != null && !value.toString().isEmpty()) {
			json.writeStringProperty(field, value.toString());
		}
	}

	private static void writeIds(JsonGenerator json, String field, List<UUID> ids) {
		if (!ids.isEmpty() || field.equals("members")) {
			json.writeArrayPropertyStart(field);
			ids.forEach((id) -> json.writeString(id.toString()));
			json.writeEndArray();
		}
	}

}
