package io.groupbatch.sandbox.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

import io.groupbatch.sandbox.http.ApiKeys.Caller;
import io.groupbatch.sandbox.http.ApiRequest;
import io.groupbatch.sandbox.http.ApiResponses;
import io.groupbatch.sandbox.http.Routes;
import io.groupbatch.sandbox.http.Routes.Admission;
import io.groupbatch.sandbox.protocol.ApiException;
import io.groupbatch.sandbox.protocol.ApiResponse;
import io.groupbatch.sandbox.protocol.JsonWriter;
import io.groupbatch.sandbox.protocol.ServerVersion;
import io.groupbatch.sandbox.state.CaseFolding;
import io.groupbatch.sandbox.state.Person;
import io.groupbatch.sandbox.state.Portal;
import io.groupbatch.sandbox.state.Portal.Page;
import io.groupbatch.sandbox.state.PortalData;
import io.groupbatch.sandbox.state.Profile;
import io.groupbatch.sandbox.state.StoredGroup;
import io.groupbatch.sandbox.state.StoredPerson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The people endpoints a group tool needs (portal contract 7), the caller's own key
 * (contract 5) and the version (contract 8).
 */
public final class PeopleEndpoints {

	private static final int MAX_ADDRESS_LENGTH = 255;

	private final Portal portal;

	private final ServerVersion version;

	private final CaseFolding fold;

	public PeopleEndpoints(Portal portal, ServerVersion version, CaseFolding fold) {
		this.portal = portal;
		this.version = version;
		this.fold = fold;
	}

	public void addTo(Routes routes) {
		routes.add("GET", "people", Admission.PEOPLE, this::active)
			.add("GET", "people/email", Admission.PEOPLE, this::byEmail)
			.addFree("GET", "people/exists", Admission.ANY_KEY, this::exists)
			.addFree("GET", "people/filter", Admission.PEOPLE, this::filter)
			.addFree("GET", "people/@self", Admission.SELF, this::self)
			.addFree("GET", "people/{any}", Admission.ANY_KEY, this::byNameOrId)
			.addFree("GET", "keys/@self", Admission.ANY_KEY, this::key)
			.addFree("GET", "settings/version/build", Admission.ANYBODY, this::version);
	}

	/** A full profile, with its creator if the caller is an administrator. */
	static ObjectNode profile(Profile profile, ApiRequest request, Caller caller) {
		ObjectNode node = DtoMapper.profile(profile, portalOf(request));
		if (caller.person().role().isAdministrator()) {
			node.set("createdBy", DtoMapper.reference(Person.OWNER, portalOf(request)));
		}
		return node;
	}

	private ApiResponse active(ApiRequest request, Caller caller) {
		return page(request, caller, (rows) -> (account) -> account.person().status() == Person.Status.ACTIVE);
	}

	private ApiResponse filter(ApiRequest request, Caller caller) {
		Predicate<Person> people = PeopleFilter.of(request, this.fold);
		UUID group = request.guidParameter("groupId");
		boolean exclude = request.flag("excludeGroup", false);
		boolean without = request.flag("withoutGroup", false);
		boolean all = caller.person().role().isAdministrator();
		return page(request, caller,
				(rows) -> ((Predicate<StoredPerson>) (account) -> people.test(account.person())
						&& (all || account.person().status() != Person.Status.DISABLED))
					.and(without ? (account) -> account.groups().isEmpty() : (account) -> true)
					.and((group != null) ? belongsTo(rows.group(group), exclude) : (account) -> true));
	}

	private ApiResponse page(ApiRequest request, Caller caller, Function<PortalData, Predicate<StoredPerson>> filter) {
		int size = request.pageSize();
		int start = request.number("startIndex", 0);
		boolean descending = request.descending();
		if (!caller.person().role().readsGroups()) {
			throw ApiException.accessDenied();
		}
		Page<Profile> page = this.portal.people(filter, PeopleFilter.order(request.text("sortBy"), descending),
				Math.max(0, start), size);
		ArrayNode rows = JsonWriter.array();
		page.rows().forEach((profile) -> rows.add(profile(profile, request, caller)));
		return ApiResponses.of(request, rows, rows.size(), page.total());
	}

	private ApiResponse byEmail(ApiRequest request, Caller caller) {
		String email = address(request);
		if (email.isEmpty()) {
			throw ApiException.argument("The value cannot be an empty string. (Parameter 'email')");
		}
		Profile profile = this.portal.person(caller.person(), (rows) -> rows.accountByEmail(email));
		return ApiResponses.of(request, profile(profile, request, caller));
	}

	private ApiResponse exists(ApiRequest request, Caller caller) {
		String email = address(request);
		StoredPerson account = this.portal.locked((rows) -> rows.accountByEmail(email));
		ObjectNode node = JsonWriter.object().put("exists", account != null);
		return ApiResponses.of(request,
				(account != null) ? node.put("status", account.person().status().number()) : node);
	}

	private ApiResponse byNameOrId(ApiRequest request, Caller caller) {
		String text = request.segments().get(1);
		Profile profile = this.portal.person(caller.person(), (rows) -> {
			StoredPerson named = rows.accountByUserName(text);
			return (named != null) ? named : ApiRequest.guidInPath(text).map(rows::account).orElse(null);
		});
		return ApiResponses.of(request, profile(profile, request, caller));
	}

	private ApiResponse self(ApiRequest request, Caller caller) {
		Profile profile = this.portal.person(caller.person(), (rows) -> rows.account(caller.person().id()));
		return ApiResponses.of(request, profile(profile, request, caller).put("hasPersonalFolder", true));
	}

	private ApiResponse key(ApiRequest request, Caller caller) {
		String postfix = caller.key().text().substring(Math.max(0, caller.key().text().length() - 4));
		ObjectNode node = JsonWriter.object()
			.put("id", UUID.nameUUIDFromBytes(caller.key().text().getBytes(StandardCharsets.UTF_8)).toString())
			.put("name", "sandbox")
			.put("key", "sk-***" + postfix)
			.put("keyPostfix", postfix);
		caller.key().scopes().forEach(node.putArray("permissions")::add);
		Instant expires = caller.key().expires();
		if (expires != null) {
			node.put("expiresAt", JsonWriter.date(expires));
		}
		node.put("createOn", "2026-06-01T07:00:00.0000000Z");
		node.set("createBy", DtoMapper.reference(caller.person(), portalOf(request)));
		return ApiResponses.of(request, node.put("isActive", true));
	}

	private ApiResponse version(ApiRequest request, Caller caller) {
		return ApiResponses.of(request, JsonWriter.object().put("docSpace", this.version.text()));
	}

	private static String address(ApiRequest request) {
		String text = request.text("email");
		String email = (text != null) ? text.strip() : "";
		int at = email.indexOf('@');
		boolean shaped = at > 0 && at == email.lastIndexOf('@') && at < email.length() - 1;
		if (!email.isEmpty() && (!shaped || email.length() > MAX_ADDRESS_LENGTH)) {
			throw ApiException.invalid("email", "The Email field is not a valid e-mail address.");
		}
		return email;
	}

	private static Predicate<StoredPerson> belongsTo(@Nullable StoredGroup group, boolean exclude) {
		return (account) -> (group != null && (account.isIn(group) || group.isManagedBy(account))) != exclude;
	}

	private static String portalOf(ApiRequest request) {
		return "http://" + request.header("Host");
	}

}
