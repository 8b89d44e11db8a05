package io.groupbatch.sandbox.api;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.groupbatch.sandbox.http.ApiKeys.Caller;
import io.groupbatch.sandbox.http.ApiRequest;
import io.groupbatch.sandbox.http.ApiResponses;
import io.groupbatch.sandbox.http.JsonBody;
import io.groupbatch.sandbox.http.Routes;
import io.groupbatch.sandbox.http.Routes.Admission;
import io.groupbatch.sandbox.protocol.ApiException;
import io.groupbatch.sandbox.protocol.ApiResponse;
import io.groupbatch.sandbox.protocol.ServerVersion;
import io.groupbatch.sandbox.state.Portal.Shown;
import io.groupbatch.sandbox.write.GroupWriter;
import io.groupbatch.sandbox.write.GroupWriter.Update;
import org.jspecify.annotations.Nullable;

/** The group endpoints that write, in the order of portal contract 1. */
public final class GroupWriteEndpoints {

	private static final int MAX_NAME_LENGTH = 128;

	private final GroupWriter writer;

	private final ServerVersion version;

	public GroupWriteEndpoints(GroupWriter writer, ServerVersion version) {
		this.writer = writer;
		this.version = version;
	}

	public void addTo(Routes routes) {
		routes.add("POST", "group", Admission.GROUP_WRITE, this::create)
			.add("PUT", "group/{guid}", Admission.GROUP_WRITE, this::update)
			.add("DELETE", "group/{guid}", Admission.GROUP_WRITE, this::delete)
			.add("PUT", "group/{guid}/members/{guid}", Admission.GROUP_WRITE, this::move)
			.add("POST", "group/{guid}/members", Admission.GROUP_WRITE, this::replaceMembers)
			.add("PUT", "group/{guid}/members", Admission.GROUP_WRITE, this::addMembers)
			.add("DELETE", "group/{guid}/members", Admission.GROUP_WRITE, this::removeMembers)
			.add("PUT", "group/{guid}/manager", Admission.GROUP_WRITE, this::setManager);
	}

	private ApiResponse create(ApiRequest request, Caller caller) throws InterruptedException {
		JsonBody body = JsonBody.of(request, "");
		boolean old = this.version == ServerVersion.V3_6;
		if (!old) {
			body.require("groupName");
		}
		String name = body.text("groupName");
		UUID manager = body.guid("groupManager");
		List<UUID> members = orNone(body.guids("members"));
		if (name != null && ((name.isEmpty() && !old) || name.length() > MAX_NAME_LENGTH)) {
			throw ApiException.invalid("GroupName",
					"The field GroupName must be a string with a minimum length of 1 and a maximum length of 128.");
		}
		return response(request, caller,
				this.writer.create(request.exchange(), caller.person(), name, manager, members));
	}

	private ApiResponse update(ApiRequest request, Caller caller) throws InterruptedException {
		JsonBody body = JsonBody.of(request, "Update");
		Update update = new Update(body.text("groupName"), body.guid("groupManager"),
				orNone(body.guids("membersToAdd")), orNone(body.guids("membersToRemove")));
		if (update.name() != null && update.name().length() > MAX_NAME_LENGTH) {
			throw ApiException.invalid("Update.GroupName",
					"The field GroupName must be a string with a maximum length of 128.");
		}
		return response(request, caller,
				this.writer.update(request.exchange(), caller.person(), request.guidAt(1), update));
	}

	private ApiResponse delete(ApiRequest request, Caller caller) throws InterruptedException {
		this.writer.delete(request.exchange(), caller.person(), request.guidAt(1));
		return ApiResponse.empty(204, Map.of());
	}

	private ApiResponse move(ApiRequest request, Caller caller) throws InterruptedException {
		return response(request, caller,
				this.writer.move(request.exchange(), caller.person(), request.guidAt(1), request.guidAt(3)));
	}

	private ApiResponse replaceMembers(ApiRequest request, Caller caller) throws InterruptedException {
		List<UUID> members = JsonBody.of(request, "Members").guids("members");
		return response(request, caller,
				this.writer.replace(request.exchange(), caller.person(), request.guidAt(1), members));
	}

	private ApiResponse addMembers(ApiRequest request, Caller caller) throws InterruptedException {
		List<UUID> members = JsonBody.of(request, "Members").guids("members");
		return response(request, caller,
				this.writer.addMembers(request.exchange(), caller.person(), request.guidAt(1), members));
	}

	private ApiResponse removeMembers(ApiRequest request, Caller caller) throws InterruptedException {
		List<UUID> members = JsonBody.of(request, "Members").guids("members");
		return response(request, caller,
				this.writer.removeMembers(request.exchange(), caller.person(), request.guidAt(1), members));
	}

	private ApiResponse setManager(ApiRequest request, Caller caller) throws InterruptedException {
		JsonBody body = JsonBody.of(request, "SetManager");
		body.require("userId");
		return response(request, caller,
				this.writer.setManager(request.exchange(), caller.person(), request.guidAt(1), body.guid("userId")));
	}

	private static ApiResponse response(ApiRequest request, Caller caller, Shown group) {
		ApiResponse response = ApiResponses.of(request, GroupReadEndpoints.groupWithMembers(group, request, caller));
		return (request.exchange().request().group() == null) ? response.withCreated(group.group().id()) : response;
	}

	private static List<UUID> orNone(@Nullable List<UUID> guids) {
		return (guids != null) ? guids : List.of();
	}

}
