package io.groupbatch.sandbox.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.groupbatch.sandbox.http.ApiKeys;
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
 * The people endpoints that a group tool or the portal's official samples call (portal
 * contract 7), API keys (contract 5) and the version (contract 8).
 */
public final class PeopleEndpoints {

	private static final int MAX_ADDRESS_LENGTH = 255;

	private static final List<String> PERMISSIONS = List.of("*", "*:read", "*:write", "accounts.self:read",
			"accounts.self:write", "accounts:read", "accounts:write", "files:read", "files:write", "rooms:read",
			"rooms:write");

	private final Portal portal;

	private final ServerVersion version;

	private final CaseFolding fold;

	private final ApiKeys keys;

	public PeopleEndpoints(Portal portal, ServerVersion version, CaseFolding fold, ApiKeys keys) {
		this.keys = keys;
		this.portal = portal;
		this.version = version;
		this.fold = fold;
	}

	public void addTo(Routes routes) {
		routes.add("GET", "people", Admission.PEOPLE, this::active)
			.add("GET", "people/email", Admission.PEOPLE, this::byEmail)
			.addFree("GET", "people/exists", Admission.ANY_KEY, this::exists)
			.addFree("GET", "people/filter", Admission.PEOPLE, this::filter)
			.add("GET", "people/simple/filter", Admission.PEOPLE, this::simpleFilter)
			.add("GET", "people/status/{any}", Admission.PEOPLE, this::byStatus)
			.add("GET", "people/@search/{any}", Admission.PEOPLE, this::search)
			.addFree("GET", "people/@self", Admission.SELF, this::self)
			.addFree("GET", "people/{any}", Admission.ANY_KEY, this::byNameOrId)
			.addFree("GET", "keys/@self", Admission.ANY_KEY, this::key)
			.addFree("GET", "keys", Admission.GLOBAL_READ, this::keys)
			.addFree("GET", "keys/permissions", Admission.GLOBAL_READ, this::permissions)
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
		return byStatus(request, caller, "Active");
	}

	private ApiResponse byStatus(ApiRequest request, Caller caller) {
		return byStatus(request, caller, request.segments().get(2));
	}

	/** The text that names a group is sought in the people's names as well. */
	private ApiResponse byStatus(ApiRequest request, Caller caller, String status) {
		Predicate<Person> people = PeopleFilter.status("status", status).and(PeopleFilter.words(request, this.fold));
		UUID group = "group".equalsIgnoreCase(request.text("filterBy")) ? request.guidParameter("filterValue") : null;
		return page(request, caller, profiles(request, caller),
				(rows) -> in(rows, group, false, shown(people, caller)));
	}

	private ApiResponse filter(ApiRequest request, Caller caller) {
		return page(request, caller, profiles(request, caller), filtered(request, caller));
	}

	private ApiResponse simpleFilter(ApiRequest request, Caller caller) {
		return page(request, caller, (profile) -> DtoMapper.reference(profile.person(), portalOf(request)),
				filtered(request, caller));
	}

	private Function<PortalData, Predicate<StoredPerson>> filtered(ApiRequest request, Caller caller) {
		Predicate<Person> people = PeopleFilter.of(request, this.fold);
		UUID group = request.guidParameter("groupId");
		boolean exclude = request.flag("excludeGroup", false);
		boolean without = request.flag("withoutGroup", false);
		Predicate<StoredPerson> shown = shown(people, caller);
		return without ? (rows) -> shown.and((account) -> account.groups().isEmpty())
				: (rows) -> in(rows, group, exclude, shown);
	}

	/** Administrators see disabled people as well. */
	private static Predicate<StoredPerson> shown(Predicate<Person> people, Caller caller) {
		boolean all = caller.person().role().isAdministrator();
		return (account) -> people.test(account.person())
				&& (all || account.person().status() != Person.Status.DISABLED);
	}

	private static Predicate<StoredPerson> in(PortalData rows, @Nullable UUID group, boolean exclude,
			Predicate<StoredPerson> people) {
		return (group != null) ? people.and(belongsTo(rows.group(group), exclude)) : people;
	}

	/** All words must be found; not paged. */
	private ApiResponse search(ApiRequest request, Caller caller) {
		if (!caller.person().role().isAdministrator()) {
			throw ApiException.accessDenied();
		}
		List<String> words = Pattern.compile(" +")
			.splitAsStream(request.segments().get(2).toLowerCase(Locale.ROOT))
			.filter((word) -> !word.isEmpty())
			.toList();
		Page<Profile> found = this.portal.people(
				(rows) -> (account) -> !words.isEmpty() && account.person().status() == Person.Status.ACTIVE
						&& words.stream().allMatch(text(account)::contains),
				PeopleFilter.order(null, false), 0, Integer.MAX_VALUE);
		ArrayNode rows = JsonWriter.array();
		found.rows().forEach((profile) -> rows.add(profile(profile, request, caller)));
		return ApiResponses.of(request, rows);
	}

	private static String text(StoredPerson account) {
		Person person = account.person();
		return (person.lastName() + "\n" + person.firstName() + "\n" + person.email()).toLowerCase(Locale.ROOT);
	}

	private Function<Profile, ObjectNode> profiles(ApiRequest request, Caller caller) {
		return (profile) -> profile(profile, request, caller);
	}

	private ApiResponse page(ApiRequest request, Caller caller, Function<Profile, ObjectNode> row,
			Function<PortalData, Predicate<StoredPerson>> filter) {
		int size = request.pageSize();
		int start = request.number("startIndex", 0);
		boolean descending = request.descending();
		if (!caller.person().role().readsGroups()) {
			throw ApiException.accessDenied();
		}
		Page<Profile> page = this.portal.people(filter, PeopleFilter.order(request.text("sortBy"), descending),
				Math.max(0, start), size);
		ArrayNode rows = JsonWriter.array();
		page.rows().forEach((profile) -> rows.add(row.apply(profile)));
		return ApiResponses.of(request, rows, rows.size(), page.total());
	}

	private ApiResponse byEmail(ApiRequest request, Caller caller) {
		String email = address(request);
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
		return ApiResponses.of(request, key(request, caller.key()));
	}

	private ApiResponse keys(ApiRequest request, Caller caller) {
		ArrayNode rows = JsonWriter.array();
		this.keys.visibleTo(caller.person()).forEach((key) -> rows.add(key(request, key)));
		return ApiResponses.of(request, rows);
	}

	private ApiResponse permissions(ApiRequest request, Caller caller) {
		ArrayNode rows = JsonWriter.array();
		PERMISSIONS.forEach(rows::add);
		return ApiResponses.of(request, rows);
	}

	private ObjectNode key(ApiRequest request, ApiKeys.Key key) {
		String postfix = key.text().substring(Math.max(0, key.text().length() - 4));
		ObjectNode node = JsonWriter.object()
			.put("id", UUID.nameUUIDFromBytes(key.text().getBytes(StandardCharsets.UTF_8)).toString())
			.put("name", "sandbox")
			.put("key", "sk-***" + postfix)
			.put("keyPostfix", postfix);
		key.scopes().forEach(node.putArray("permissions")::add);
		Instant expires = key.expires();
		if (expires != null) {
			node.put("expiresAt", JsonWriter.date(expires));
		}
		node.put("createOn", "2026-06-01T07:00:00.0000000Z");
		node.set("createBy",
				DtoMapper.reference(
						this.portal.locked((rows) -> Objects.requireNonNull(rows.account(key.owner())).person()),
						portalOf(request)));
		return node.put("isActive", true);
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
		if (email.isEmpty()) {
			throw ApiException.argument("The value cannot be an empty string. (Parameter 'email')");
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
