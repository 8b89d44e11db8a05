package io.groupbatch.sandbox.api;

import java.util.UUID;

import io.groupbatch.sandbox.http.ApiKeys.Caller;
import io.groupbatch.sandbox.http.ApiRequest;
import io.groupbatch.sandbox.http.ApiResponses;
import io.groupbatch.sandbox.http.Routes;
import io.groupbatch.sandbox.http.Routes.Admission;
import io.groupbatch.sandbox.protocol.ApiResponse;
import io.groupbatch.sandbox.protocol.JsonWriter;
import io.groupbatch.sandbox.state.CaseFolding;
import io.groupbatch.sandbox.state.GroupQuery;
import io.groupbatch.sandbox.state.Portal;
import io.groupbatch.sandbox.state.Portal.Page;
import io.groupbatch.sandbox.state.Portal.Shown;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The group endpoints that read, in the order of portal contract 1. */
public final class GroupReadEndpoints {

	private final Portal portal;

	private final CaseFolding fold;

	public GroupReadEndpoints(Portal portal, CaseFolding fold) {
		this.portal = portal;
		this.fold = fold;
	}

	public void addTo(Routes routes) {
		routes.add("GET", "group", Admission.GROUP_READ, this::list)
			.add("GET", "group/{guid}", Admission.GROUP_READ, this::get)
			.add("GET", "group/user/{guid}", Admission.GROUP_READ, this::ofUser);
	}

	private ApiResponse list(ApiRequest request, Caller caller) {
		int size = request.pageSize();
		int start = request.number("startIndex", 0);
		GroupQuery query = query(request);
		Page<Shown> page = this.portal.list(caller.person(), query, Math.max(0, start), size,
				request.exchange().act().age());
		ArrayNode rows = JsonWriter.array();
		page.rows().forEach((group) -> rows.add(group(group, request, caller)));
		int count = Math.max(0, Math.min(size, page.total() - start));
		return ApiResponses.of(request, rows, count, page.total());
	}

	private GroupQuery query(ApiRequest request) {
		String text = request.text("filterValue");
		UUID member = request.guidParameter("userId");
		return new GroupQuery(new UUID(0, 0).equals(member) ? null : member, request.flag("manager", false),
				(text != null) ? text : "", request.text("sortBy"), request.descending(), this.fold);
	}

	private ApiResponse get(ApiRequest request, Caller caller) {
		boolean withMembers = request.flag("includeMembers", true);
		Shown group = this.portal.get(caller.person(), request.guidAt(1), withMembers, request.exchange().act().age());
		return ApiResponses.of(request,
				withMembers ? groupWithMembers(group, request, caller) : group(group, request, caller));
	}

	private ApiResponse ofUser(ApiRequest request, Caller caller) {
		ArrayNode rows = JsonWriter.array();
		this.portal.groupsOf(caller.person(), request.guidAt(2), request.exchange().act().age())
			.forEach((group) -> rows.add(DtoMapper.membership(group)));
		return ApiResponses.of(request, rows);
	}

	private static ObjectNode group(Shown group, ApiRequest request, Caller caller) {
		ObjectNode node = DtoMapper.group(group.group());
		if (group.manager() != null) {
			node.set("manager", PeopleEndpoints.profile(group.manager(), request, caller));
		}
		return node.put("membersCount", group.group().members().size());
	}

	/** A group as the answer to a write shows it. */
	static ObjectNode groupWithMembers(Shown group, ApiRequest request, Caller caller) {
		ObjectNode node = group(group, request, caller);
		ArrayNode members = node.putArray("members");
		group.members().forEach((member) -> members.add(PeopleEndpoints.profile(member, request, caller)));
		return node;
	}

}
