package io.groupbatch.sandbox;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.groupbatch.sandbox.ApiKeys.Caller;
import io.groupbatch.sandbox.Portal.Shown;
import io.groupbatch.sandbox.Routes.Admission;
import io.groupbatch.sandbox.SandboxOptions.Version;
import io.groupbatch.sandbox.Writes.Wish;
import org.jspecify.annotations.Nullable;

/** The group endpoints that write, in the order of portal contract 1. */
final class GroupWrites {

	private static final int LONGEST_NAME = 128;

	private final Writes writes;

	private final Workshop workshop;

	private final Version version;

	GroupWrites(Writes writes, Workshop workshop, Version version) {
		this.writes = writes;
		this.workshop = workshop;
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
		return carryOut(call, caller, this.writes.create(caller.person(), name, manager, members));
	}

	private Reply update(Call call, Caller caller) throws InterruptedException {
		Body body = Body.of(call, "Update");
		Wish wish = new Wish(body.text("groupName"), body.guid("groupManager"), orNone(body.guids("membersToAdd")),
				orNone(body.guids("membersToRemove")));
		if (wish.name() != null && wish.name().length() > LONGEST_NAME) {
			throw Refusal.invalid("Update.GroupName",
					"The field GroupName must be a string with a maximum length of 128.");
		}
		return carryOut(call, caller, this.writes.update(caller.person(), call.guidAt(1), wish));
	}

	private Reply delete(Call call, Caller caller) throws InterruptedException {
		return carryOut(call, caller, this.writes.delete(caller.person(), call.guidAt(1)));
	}

	private Reply move(Call call, Caller caller) throws InterruptedException {
		return carryOut(call, caller, this.writes.move(caller.person(), call.guidAt(1), call.guidAt(3)));
	}

	private Reply replaceMembers(Call call, Caller caller) throws InterruptedException {
		List<UUID> members = Body.of(call, "Members").guids("members");
		return carryOut(call, caller, this.writes.replace(caller.person(), call.guidAt(1), members));
	}

	private Reply addMembers(Call call, Caller caller) throws InterruptedException {
		List<UUID> members = Body.of(call, "Members").guids("members");
		return carryOut(call, caller, this.writes.addMembers(caller.person(), call.guidAt(1), members));
	}

	private Reply removeMembers(Call call, Caller caller) throws InterruptedException {
		List<UUID> members = Body.of(call, "Members").guids("members");
		return carryOut(call, caller, this.writes.removeMembers(caller.person(), call.guidAt(1), members));
	}

	private Reply setManager(Call call, Caller caller) throws InterruptedException {
		Body body = Body.of(call, "SetManager");
		body.require("userId");
		return carryOut(call, caller, this.writes.setManager(caller.person(), call.guidAt(1), body.guid("userId")));
	}

	private Reply carryOut(Call call, Caller caller, Write write) throws InterruptedException {
		Shown group = this.workshop.carryOut(write, call.course());
		if (group == null) {
			return Reply.empty(204, Map.of());
		}
		Reply reply = Reply.of(call, GroupReads.groupWithMembers(group, call, caller));
		return call.groups().isEmpty() ? reply.creating(group.group().id()) : reply;
	}

	private static List<UUID> orNone(@Nullable List<UUID> guids) {
		return (guids != null) ? guids : List.of();
	}

}
