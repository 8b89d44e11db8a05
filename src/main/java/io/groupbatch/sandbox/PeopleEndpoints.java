package io.groupbatch.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

import io.groupbatch.sandbox.ApiKeys.Caller;
import io.groupbatch.sandbox.Portal.Page;
import io.groupbatch.sandbox.Routes.Admission;
import io.groupbatch.sandbox.SandboxOptions.Version;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The people endpoints a group tool needs (portal contract 7), the caller's own key
 * (contract 5) and the version (contract 8).
 */
final class PeopleEndpoints {

	private static final int LONGEST_ADDRESS = 255;

	private final Portal portal;

	private final Version version;

	private final Fold fold;

	PeopleEndpoints(Portal portal, SandboxOptions options) {
		this.portal = portal;
		this.version = options.version;
		this.fold = options.fold;
	}

	void addTo(Routes routes) {
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
	static ObjectNode profile(Profile profile, Call call, Caller caller) {
		ObjectNode node = Json.profile(profile, portalOf(call));
		if (caller.person().role().isAdministrator()) {
			node.set("createdBy", Json.reference(Seed.OWNER, portalOf(call)));
		}
		return node;
	}

	private Reply active(Call call, Caller caller) {
		return page(call, caller, (rows) -> (account) -> account.person().status() == Person.Status.ACTIVE);
	}

	private Reply filter(Call call, Caller caller) {
		Predicate<Person> people = PeopleFilter.of(call, this.fold);
		UUID group = call.guidParameter("groupId");
		boolean exclude = call.flag("excludeGroup", false);
		boolean without = call.flag("withoutGroup", false);
		boolean all = caller.person().role().isAdministrator();
		return page(call, caller,
				(rows) -> ((Predicate<Account>) (account) -> people.test(account.person())
						&& (all || account.person().status() != Person.Status.DISABLED))
					.and(without ? (account) -> account.groups().isEmpty() : (account) -> true)
					.and((group != null) ? belongsTo(rows.group(group), exclude) : (account) -> true));
	}

	private Reply page(Call call, Caller caller, Function<Directory, Predicate<Account>> filter) {
		int size = call.pageSize();
		int start = call.number("startIndex", 0);
		boolean descending = call.descending();
		if (!caller.person().role().readsGroups()) {
			throw Refusal.accessDenied();
		}
		Page<Profile> page = this.portal.people(filter, PeopleFilter.order(call.text("sortBy"), descending),
				Math.max(0, start), size);
		ArrayNode rows = Json.array();
		page.rows().forEach((profile) -> rows.add(profile(profile, call, caller)));
		return Reply.of(call, rows, rows.size(), page.total());
	}

	private Reply byEmail(Call call, Caller caller) {
		String email = address(call);
		if (email.isEmpty()) {
			throw Refusal.argument("The value cannot be an empty string. (Parameter 'email')");
		}
		Profile profile = this.portal.person(caller.person(), (rows) -> rows.accountByEmail(email));
		return Reply.of(call, profile(profile, call, caller));
	}

	private Reply exists(Call call, Caller caller) {
		String email = address(call);
		Account account = this.portal.locked((rows) -> rows.accountByEmail(email));
		ObjectNode node = Json.object().put("exists", account != null);
		return Reply.of(call, (account != null) ? node.put("status", account.person().status().number()) : node);
	}

	private Reply byNameOrId(Call call, Caller caller) {
		String text = call.segments().get(1);
		Profile profile = this.portal.person(caller.person(), (rows) -> {
			Account named = rows.accountByUserName(text);
			return (named != null) ? named : Call.guidInPath(text).map(rows::account).orElse(null);
		});
		return Reply.of(call, profile(profile, call, caller));
	}

	private Reply self(Call call, Caller caller) {
		Profile profile = this.portal.person(caller.person(), (rows) -> rows.account(caller.person().id()));
		return Reply.of(call, profile(profile, call, caller).put("hasPersonalFolder", true));
	}

	private Reply key(Call call, Caller caller) {
		String postfix = caller.key().text().substring(Math.max(0, caller.key().text().length() - 4));
		ObjectNode node = Json.object()
			.put("id", UUID.nameUUIDFromBytes(caller.key().text().getBytes(StandardCharsets.UTF_8)).toString())
			.put("name", "sandbox")
			.put("key", "sk-***" + postfix)
			.put("keyPostfix", postfix);
		caller.key().scopes().forEach(node.putArray("permissions")::add);
		Instant expires = caller.key().expires();
		if (expires != null) {
			node.put("expiresAt", Json.date(expires));
		}
		node.put("createOn", "2026-06-01T07:00:00.0000000Z");
		node.set("createBy", Json.reference(caller.person(), portalOf(call)));
		return Reply.of(call, node.put("isActive", true));
	}

	private Reply version(Call call, Caller caller) {
		return Reply.of(call, Json.object().put("docSpace", this.version.text()));
	}

	private static String address(Call call) {
		String text = call.text("email");
		String email = (text != null) ? text.strip() : "";
		int at = email.indexOf('@');
		boolean shaped = at > 0 && at == email.lastIndexOf('@') && at < email.length() - 1;
		if (!email.isEmpty() && (!shaped || email.length() > LONGEST_ADDRESS)) {
			throw Refusal.invalid("email", "The Email field is not a valid e-mail address.");
		}
		return email;
	}

	private static Predicate<Account> belongsTo(@Nullable StoredGroup group, boolean exclude) {
		return (account) -> (group != null && (account.isIn(group) || group.isManagedBy(account))) != exclude;
	}

	private static String portalOf(Call call) {
		return "http://" + call.header("Host");
	}

}
