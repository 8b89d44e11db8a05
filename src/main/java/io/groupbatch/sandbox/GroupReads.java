package io.groupbatch.sandbox;

import io.groupbatch.sandbox.ApiKeys.Caller;
import io.groupbatch.sandbox.Portal.Page;
import io.groupbatch.sandbox.Portal.Shown;
import io.groupbatch.sandbox.Routes.Admission;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The group endpoints that read, in the order of portal contract 1. */
final class GroupReads {

	private final Portal portal;

	private final Fold fold;

	GroupReads(Portal portal, Fold fold) {
		this.portal = portal;
		this.fold = fold;
	}

	void addTo(Routes routes) {
		routes.add("GET", "group", Admission.GROUP_READ, this::list)
			.add("GET", "group/{guid}", Admission.GROUP_READ, this::get)
			.add("GET", "group/user/{guid}", Admission.GROUP_READ, this::ofUser);
	}

	private Reply list(Call call, Caller caller) {
		int size = call.pageSize();
		int start = call.number("startIndex", 0);
		GroupQuery query = GroupQuery.of(call, this.fold);
		Page<Shown> page = this.portal.list(caller.person(), query, Math.max(0, start), size, call.exchange().act().age());
		ArrayNode rows = Json.array();
		page.rows().forEach((group) -> rows.add(group(group, call, caller)));
		int count = Math.max(0, Math.min(size, page.total() - start));
		return Reply.of(call, rows, count, page.total());
	}

	private Reply get(Call call, Caller caller) {
		boolean withMembers = call.flag("includeMembers", true);
		Shown group = this.portal.get(caller.person(), call.guidAt(1), withMembers, call.exchange().act().age());
		return Reply.of(call, withMembers ? groupWithMembers(group, call, caller) : group(group, call, caller));
	}

	private Reply ofUser(Call call, Caller caller) {
		ArrayNode rows = Json.array();
		this.portal.groupsOf(caller.person(), call.guidAt(2), call.exchange().act().age())
			.forEach((group) -> rows.add(Json.membership(group)));
		return Reply.of(call, rows);
	}

	private static ObjectNode group(Shown group, Call call, Caller caller) {
		ObjectNode node = Json.group(group.group());
		if (group.manager() != null) {
			node.set("manager", PeopleEndpoints.profile(group.manager(), call, caller));
		}
		return node.put("membersCount", group.group().members().size());
	}

	/** A group as the answer to a write shows it. */
	static ObjectNode groupWithMembers(Shown group, Call call, Caller caller) {
		ObjectNode node = group(group, call, caller);
		ArrayNode members = node.putArray("members");
		group.members().forEach((member) -> members.add(PeopleEndpoints.profile(member, call, caller)));
		return node;
	}

}
