package io.groupbatch.sandbox.api;

import java.util.List;
import java.util.Locale;

import io.groupbatch.sandbox.http.ApiKeys.Caller;
import io.groupbatch.sandbox.http.ApiRequest;
import io.groupbatch.sandbox.http.ApiResponses;
import io.groupbatch.sandbox.http.JsonBody;
import io.groupbatch.sandbox.http.Routes;
import io.groupbatch.sandbox.http.Routes.Admission;
import io.groupbatch.sandbox.protocol.ApiException;
import io.groupbatch.sandbox.protocol.ApiResponse;
import io.groupbatch.sandbox.protocol.JsonWriter;
import io.groupbatch.sandbox.state.Person;
import io.groupbatch.sandbox.state.Person.Role;
import io.groupbatch.sandbox.write.InvitationWriter;
import io.groupbatch.sandbox.write.InvitationWriter.Invitation;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/** The endpoint that invites people by mail (portal contract 7.3). */
public final class InvitationEndpoints {

	private static final int MAX_ADDRESS_LENGTH = 255;

	private final InvitationWriter writer;

	public InvitationEndpoints(InvitationWriter writer) {
		this.writer = writer;
	}

	public void addTo(Routes routes) {
		routes.add("POST", "people/invite", Admission.GROUP_WRITE, this::invite);
	}

	private ApiResponse invite(ApiRequest request, Caller caller) throws InterruptedException {
		JsonBody body = JsonBody.of(request, "");
		body.require("invitations");
		List<Invitation> invitations = body.objects("invitations")
			.stream()
			.map((one) -> new Invitation(address(one.text("email")), role(one.word("type"))))
			.toList();
		ApiResponse refused = this.writer.limit(invitations.size());
		if (refused != null) {
			return refused;
		}
		ArrayNode rows = JsonWriter.array();
		List<Person> pending = this.writer.invite(request.exchange(), caller.person(), invitations);
		pending.forEach((person) -> rows.add(DtoMapper.reference(person, "http://" + request.header("Host"))));
		return ApiResponses.of(request, rows, rows.size(), rows.size());
	}

	private static String address(@Nullable String email) {
		String address = (email != null) ? email : "";
		int at = address.indexOf('@');
		if (at <= 0 || at != address.lastIndexOf('@') || at == address.length() - 1
				|| address.length() > MAX_ADDRESS_LENGTH) {
			throw ApiException.invalid("Invitations[0].Email", "The Email field is not a valid e-mail address.");
		}
		return address;
	}

	/** By name or number, as the portal reads it. */
	private static Role role(String type) {
		return switch (type.toLowerCase(Locale.ROOT)) {
			case "roomadmin", "1" -> Role.ROOM_ADMIN;
			case "guest", "2" -> Role.GUEST;
			case "docspaceadmin", "3" -> Role.DOCSPACE_ADMIN;
			case "user", "4" -> Role.USER;
			default -> throw ApiException.invalid("$.invitations[0].type",
					"The JSON value could not be converted to ASC.Core.Users.EmployeeType.");
		};
	}

}
