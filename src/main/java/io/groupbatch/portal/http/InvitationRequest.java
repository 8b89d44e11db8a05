package io.groupbatch.portal.http;

import java.io.ByteArrayOutputStream;
import java.util.List;

import io.groupbatch.portal.payload.Json;

import tools.jackson.core.JsonGenerator;

/**
 * One HTTP call that invites people by mail (portal contract 7.3). None of them may be on
 * the portal: an existing person's type could be raised by it.
 *
 * @param emails the addresses
 * @param asRoomAdmins whether the people become room admins; else users
 */
public record InvitationRequest(List<String> emails, boolean asRoomAdmins) {

	private static final int ROOM_ADMIN = 1;

	private static final int USER = 4;

	public InvitationRequest {
		emails = List.copyOf(emails);
	}

	byte[] body() {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		try (JsonGenerator json = Json.MAPPER.createGenerator(body)) {
			json.writeStartObject();
			json.writeArrayPropertyStart("invitations");
			for (String email : this.emails) {
				json.writeStartObject();
				json.writeStringProperty("email", email);
				json.writeNumberProperty("type", this.asRoomAdmins ? ROOM_ADMIN : USER);
				json.writeEndObject();
			}
			json.writeEndArray();
			json.writeEndObject();
		}
		return body.toByteArray();
	}

}
