package io.groupbatch.portal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import io.groupbatch.portal.Answer.Shape;
import io.groupbatch.portal.AnswerReader.Read;
import io.groupbatch.portal.Reads.Listing;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import tools.jackson.core.JsonParser;

/**
 * The portal's users and groups, read in whole lists, page by page (portal contract 5, 6,
 * 7). Reads are repeated where that may help; a {@link PortalTrouble} says what else is
 * wrong. Thread-safe; a list is read in the calling thread.
 */
public final class Directory {

	private final Reads reads;

	public Directory(PortalClient client) {
		this(client, Reads::sleep);
	}

	Directory(PortalClient client, Consumer<Duration> sleep) {
		this.reads = new Reads(client, sleep);
	}

	/**
	 * Whose key it is. A server that does not say gives an unknown account.
	 * @return the account
	 */
	public Account account() {
		Read<Account> read = this.reads.read("/keys/@self", Account::read);
		Answer answer = read.answer();
		if (read.content() != null) {
			return read.content();
		}
		boolean untold = (answer.status() == 403 || answer.status() == 404) && answer.shape() != Shape.PROBLEM;
		if (!untold) {
			throw this.reads.trouble(answer);
		}
		return Account.UNKNOWN;
	}

	/**
	 * All ordinary groups, without members, each once.
	 * @param page takes them as they arrive, up to 100 at a time
	 */
	public void groups(Consumer<List<Group>> page) {
		this.reads.all(new Listing<>("/group?sortBy=Title", Group::read, Group::id), page);
	}

	/**
	 * The groups that bear exactly this name now. (The portal's own filter finds similar
	 * ones as well.)
	 * @param name the name
	 * @return the groups, without members
	 */
	public List<Group> groupsNamed(String name) {
		List<Group> found = new ArrayList<>();
		String path = "/group?filterValue=" + UriUtils.encode(name, StandardCharsets.UTF_8);
		this.reads.all(new Listing<>(path, Group::read, Group::id), found::addAll);
		return found.stream().filter((group) -> group.name().equals(name)).toList();
	}

	/**
	 * All users in every state, each once.
	 * @param page takes them as they arrive, up to 100 at a time
	 */
	public void people(Consumer<List<Person>> page) {
		this.reads.all(new Listing<>("/people/filter?sortBy=email", Person::read, Person::id), page);
	}

	/**
	 * The disabled users who are still in a group, which its own members do not show.
	 * @param groupId the group
	 * @return its hidden members
	 */
	public List<Person> hiddenMembers(UUID groupId) {
		List<Person> found = new ArrayList<>();
		String path = "/people/filter?sortBy=email&employeeStatus=2&groupId=" + groupId;
		this.reads.all(new Listing<>(path, Person::read, Person::id), found::addAll);
		return List.copyOf(found);
	}

	/**
	 * The user whose key it is, and what the key is for.
	 *
	 * @param owner the user; null if the server does not say
	 * @param name the user's name, empty if the server does not say
	 * @param permissions the key's scopes; none means all of them
	 */
	public record Account(@Nullable UUID owner, String name, List<String> permissions) {

		static final Account UNKNOWN = new Account(null, "", List.of());

		public Account {
			permissions = List.copyOf(permissions);
		}

		static Account read(JsonParser json) {
			Person owner = null;
			List<String> permissions = null;
			Json.enter(json);
			for (String field = json.nextName(); field != null; field = json.nextName()) {
				json.nextToken();
				switch (field) {
					case "createBy" -> owner = Person.read(json);
					case "permissions" -> permissions = Json.list(json, (scope) -> Json.found(scope, Json.text(scope)));
					default -> json.skipChildren();
				}
			}
			return new Account((owner != null) ? owner.id() : null, (owner != null) ? owner.displayName() : "",
					(permissions != null) ? permissions : List.of());
		}

	}

}
