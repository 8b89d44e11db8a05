package io.groupbatch.portal;

import java.util.UUID;

/** JSON as the portal contract records it. */
public final class Recorded {

	public static final UUID GROUP = UUID.fromString("5d1f6f0a-7b1c-4f6e-9a57-2f6f3f0c9b11");

	public static final UUID JUERGEN = UUID.fromString("4c65a238-ca50-4374-b904-0d51d4c1822b");

	public static final UUID OTHER = UUID.fromString("d9be1cab-3ab4-4012-ad60-48218b2713dc");

	public static final String PERSON = """
			{"firstName": "Jürgen", "lastName": "Müller", "userName": "j.mueller",
			"email": "Juergen.Mueller@example.com", "status": 1, "activationStatus": 1, "department": "Field Support",
			"groups": [{"id": "5d1f6f0a-7b1c-4f6e-9a57-2f6f3f0c9b11", "name": "Field Support", "manager": "j.mueller"}],
			"isAdmin": false, "isRoomAdmin": true, "isLDAP": false, "isOwner": false, "isVisitor": false,
			"isCollaborator": false, "cultureName": "en-US", "mobilePhoneActivationStatus": 0, "isSSO": false,
			"usedSpace": 0, "createdBy": {"id": "1b9c2a50-9a3d-4a77-8a0e-5f6b5a3c7e01", "displayName": "Ada Quist",
			"hasAvatar": false, "isAnonim": false}, "registrationDate": "2026-02-11T08:30:05.0000000Z",
			"id": "4c65a238-ca50-4374-b904-0d51d4c1822b", "displayName": "J&#252;rgen M&#252;ller",
			"hasAvatar": false, "isAnonim": false}""";

	static final String NO_GUID = "00000000-0000-0000-0000-000000000000";

	private Recorded() {
	}

	public static String group(String rest) {
		return """
				{"name": "Field Support", "parent": "%s", "category": "%s", "id": "%s", "isLDAP": false%s}"""
			.formatted(NO_GUID, NO_GUID, GROUP, rest);
	}

	public static String groupWithMembers() {
		String other = PERSON.replace(JUERGEN.toString(), OTHER.toString());
		return group(
				", \"manager\": " + PERSON + ", \"members\": [" + PERSON + ", " + other + "], \"membersCount\": 2");
	}

	public static String envelope(String response) {
		return """
				{"response": %s, "count": 1, "links": [{"href": "https://portal.example.com/api/2.0/group",
				"action": "GET"}], "status": 0, "statusCode": 200}""".formatted(response);
	}

	static String page(long total, String... rows) {
		return """
				{"response": [%s], "count": %d, "total": %d, "links": [], "status": 0, "statusCode": 200}"""
			.formatted(String.join(",", rows), rows.length, total);
	}

	public static String error(String message, String type, int status) {
		return """
				{"error": {"message": "%s", "type": "%s", "stack": "   at ASC.People.Api.GroupController.…",
				"hresult": -2146233088}, "status": 1, "statusCode": %d}""".formatted(message, type, status);
	}

	public static String wrapped(String errors, int status) {
		return """
				{"response": {"type": "https://tools.ietf.org/html/rfc9110#section-15.5.1",
				"title": "One or more validation errors occurred.", "status": %d%s, "traceId": "00-6f1c-9a2b-00"},
				"count": 1, "links": [], "status": 1, "statusCode": %d}""".formatted(status, errors, status);
	}

}
