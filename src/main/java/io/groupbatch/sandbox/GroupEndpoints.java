package io.groupbatch.sandbox;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.groupbatch.sandbox.ApiKeys.Caller;
import io.groupbatch.sandbox.Portal.Page;
import io.groupbatch.sandbox.Portal.Shown;
import io.groupbatch.sandbox.Routes.Admission;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The eleven group endpoints, in the order of portal contract 1. */
final class GroupEndpoints {

	private static final int LONGEST_NAME = 128;

	private final Portal portal;

	GroupEndpoints(Portal portal) {
		this.portal = portal;
	}

	void addTo(Routes routes) {
		routes.add("GET", "group", Admission.GROUP_READ, this::list)
			.add("GET", "group/{guid}", Admission.GROUP_READ, this::get)
			.add("GET", "group/user/{guid}", Admission.GROUP_READ, this::ofUser)
			.add("POST", "group", Admission.GROUP_WRITE, this::create)
			.add("PUT", "group/{guid}", Admission.GROUP_WRITE, this::update)
			.add("DELETE", "group/{guid}", Admission.GROUP_WRITE, this::delete)
			.add("PUT", "group/{guid}/members/{guid}", Admission.GROUP_WRITE, this::move)
			.add("POST", "group/{guid}/members", Admission.GROUP_WRITE, this::replaceMembers)
			.add("PUT", "group/{guid}/members", Admission.GROUP_WRITE, this::addMembers)
			.add("DELETE", "group/{guid}/members", Admission.GROUP_WRITE, this::removeMembers)
			.add("PUT", "group/{guid}/manager", Admission.GROUP_WRITE, this::setManager);
	}

	private Reply list(Call call, Caller caller) {
		int size = call.pageSize();
		int start = call.number("startIndex", 0);
		GroupQuery query = GroupQuery.of(call);
		Page<Shown> page = this.portal.list(caller.person(), query, Math.max(0, start), size);
		ArrayNode rows = Json.array();
		page.rows().forEach((group) -> rows.add(group(group, call, caller)));
		int count = Math.max(0, Math.min(size, page.total() - start));
		return Reply.of(call, rows, count, page.total());
	}

	private Reply get(Call call, Caller caller) {
		boolean withMembers = call.flag("includeMembers", true);
		Shown group = this.portal.get(caller.person(), call.guidAt(1), withMembers);
		return Reply.of(call, withMembers ? groupWithMembers(group, call, caller) : group(group, call, caller));
	}

	private Reply ofUser(Call call, Caller caller) {
		ArrayNode rows = Json.array();
		this.portal.groupsOf(caller.person(), call.guidAt(2)).forEach((group) -> rows.add(Json.membership(group)));
		return Reply.of(call, rows);
	}

	private Reply create(Call call, Caller caller) {
		Body body = Body.of(call, "");
		body.require("groupName");
		String name = body.text("groupName");
		UUID manager = body.guid("groupManager");
		List<UUID> members = orNone(body.guids("members"));
		if (name != null && (name.isEmpty() || name.length() > LONGEST_NAME)) {
			throw Refusal.invalid("GroupName",
					"The field GroupName must be a string with a minimum length of 1 and a maximum length of 128.");
		}
		Shown created = this.portal.create(caller.person(), name, manager, members);
		return Reply.of(call, groupWithMembers(created, call, caller)).creating(created.group().id());
	}

	private Reply update(Call call, Caller caller) {
		Body body = Body.of(call, "Update");
		String name = body.text("groupName");
		UUID manager = body.guid("groupManager");
		List<UUID> add = orNone(body.guids("membersToAdd"));
		List<UUID> remove = orNone(body.guids("membersToRemove"));
		if (name != null && name.length() > LONGEST_NAME) {
			throw Refusal.invalid("Update.GroupName",
					"The field GroupName must be a string with a maximum length of 128.");
		}
		return full(call, caller, this.portal.update(caller.person(), call.guidAt(1), name, manager, add, remove));
	}

	private Reply delete(Call call, Caller caller) {
		this.portal.delete(caller.person(), call.guidAt(1));
		return Reply.empty(204, Map.of());
	}

	private Reply move(Call call, Caller caller) {
		return full(call, caller, this.portal.move(caller.person(), call.guidAt(1), call.guidAt(3)));
	}

	private Reply replaceMembers(Call call, Caller caller) {
		List<UUID> members = Body.of(call, "Members").guids("members");
		return full(call, caller, this.portal.replace(caller.person(), call.guidAt(1), members));
	}

	private Reply addMembers(Call call, Caller caller) {
		List<UUID> members = Body.of(call, "Members").guids("members");
		return full(call, caller, this.portal.addMembers(caller.person(), call.guidAt(1), members));
	}

	private Reply removeMembers(Call call, Caller caller) {
		List<UUID> members = orNone(Body.of(call, "Members").guids("members"));
		return full(call, caller, this.portal.removeMembers(caller.person(), call.guidAt(1), members));
	}

	private Reply setManager(Call call, Caller caller) {
		Body body = Body.of(call, "SetManager");
		body.require("userId");
		return full(call, caller, this.portal.setManager(caller.person(), call.guidAt(1), body.guid("userId")));
	}

	private static Reply full(Call call, Caller caller, Shown group) {
		return Reply.of(call, groupWithMembers(group, call, caller));
	}

	private static ObjectNode group(Shown group, Call call, Caller caller) {
		ObjectNode node = Json.group(group.group());
		if (group.manager() != null) {
			node.set("manager", PeopleEndpoints.profile(group.manager(), call, caller));
		}
		return node.put("membersCount", group.group().members().size());
	}

	private static ObjectNode groupWithMembers(Shown group, Call call, Caller caller) {
		ObjectNode node = group(group, call, caller);
		ArrayNode members = node.putArray("members");
		group.members().forEach((member) -> members.add(PeopleEndpoints.profile(member, call, caller)));
		return node;
	}

	private static List<UUID> orNone(@Nullable List<UUID> guids) {
		return (guids != null) ? guids : List.of();
	}

}
