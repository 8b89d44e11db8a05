package io.groupbatch.sandbox;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.groupbatch.sandbox.ApiKeys.Caller;
import io.groupbatch.sandbox.GroupWriter.Wish;
import io.groupbatch.sandbox.Portal.Shown;
import io.groupbatch.sandbox.Routes.Admission;
import io.groupbatch.sandbox.SandboxOptions.Version;
import org.jspecify.annotations.Nullable;

/** The group endpoints that write, in the order of portal contract 1. */
final class GroupWrites {

	private static final int LONGEST_NAME = 128;

	private final GroupWriter writer;

	private final Version version;

	GroupWrites(GroupWriter writer, Version version) {
		this.writer = writer;
		this.version = version;
	}

	void addTo(Routes routes) {
		routes.add("POST", "group", Admission.GROUP_WRITE, this::create)
			.add("PUT", "group/{guid}", Admission.GROUP_WRITE, this::update)
			.add("DELETE", "group/{guid}", Admission.GROUP_WRITE, this::delete)
			.add("PUT", "group/{guid}/members/{guid}", Admission.GROUP_WRITE, this::move)
			.add("POST", "group/{guid}/members", Admission.GROUP_WRITE, this::replaceMembers)
			.add("PUT", "group/{guid}/members", Admission.GROUP_WRITE, this::addMembers)
			.add("DELETE", "group/{guid}/members", Admission.GROUP_WRITE, this::removeMembers)
			.add("PUT", "group/{guid}/manager", Admission.GROUP_WRITE, this::setManager);
	}

	private Reply create(Call call, Caller caller) throws InterruptedException {
		Body body = Body.of(call, "");
		boolean old = this.version == Version.V3_6;
		if (!old) {
			body.require("groupName");
		}
		String name = body.text("groupName");
		UUID manager = body.guid("groupManager");
		List<UUID> members = orNone(body.guids("members"));
		if (name != null && ((name.isEmpty() && !old) || name.length() > LONGEST_NAME)) {
			throw Refusal.invalid("GroupName",
					"The field GroupName must be a string with a minimum length of 1 and a maximum length of 128.");
		}
		return reply(call, caller, this.writer.create(call.exchange(), caller.person(), name, manager, members));
	}

	private Reply update(Call call, Caller caller) throws InterruptedException {
		Body body = Body.of(call, "Update");
		Wish wish = new Wish(body.text("groupName"), body.guid("groupManager"), orNone(body.guids("membersToAdd")),
				orNone(body.guids("membersToRemove")));
		if (wish.name() != null && wish.name().length() > LONGEST_NAME) {
			throw Refusal.invalid("Update.GroupName",
					"The field GroupName must be a string with a maximum length of 128.");
		}
		return reply(call, caller, this.writer.update(call.exchange(), caller.person(), call.guidAt(1), wish));
	}

	private Reply delete(Call call, Caller caller) throws InterruptedException {
		this.writer.delete(call.exchange(), caller.person(), call.guidAt(1));
		return Reply.empty(204, Map.of());
	}

	private Reply move(Call call, Caller caller) throws InterruptedException {
		return reply(call, caller, this.writer.move(call.exchange(), caller.person(), call.guidAt(1), call.guidAt(3)));
	}

	private Reply replaceMembers(Call call, Caller caller) throws InterruptedException {
		List<UUID> members = Body.of(call, "Members").guids("members");
		return reply(call, caller, this.writer.replace(call.exchange(), caller.person(), call.guidAt(1), members));
	}

	private Reply addMembers(Call call, Caller caller) throws InterruptedException {
		List<UUID> members = Body.of(call, "Members").guids("members");
		return reply(call, caller, this.writer.addMembers(call.exchange(), caller.person(), call.guidAt(1), members));
	}

	private Reply removeMembers(Call call, Caller caller) throws InterruptedException {
		List<UUID> members = Body.of(call, "Members").guids("members");
		return reply(call, caller, this.writer.removeMembers(call.exchange(), caller.person(), call.guidAt(1), members));
	}

	private Reply setManager(Call call, Caller caller) throws InterruptedException {
		Body body = Body.of(call, "SetManager");
		body.require("userId");
		return reply(call, caller, this.writer.setManager(call.exchange(), caller.person(), call.guidAt(1), body.guid("userId")));
	}

	private static Reply reply(Call call, Caller caller, Shown group) {
		Reply reply = Reply.of(call, GroupReads.groupWithMembers(group, call, caller));
		return (call.exchange().request().group() == null) ? reply.creating(group.group().id()) : reply;
	}

	private static List<UUID> orNone(@Nullable List<UUID> guids) {
		return (guids != null) ? guids : List.of();
	}

}
