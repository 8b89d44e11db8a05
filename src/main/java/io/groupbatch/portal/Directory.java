package io.groupbatch.portal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

import io.groupbatch.portal.RetryingReader.Listing;
import io.groupbatch.portal.http.Answer;
import io.groupbatch.portal.http.AnswerMeaning;
import io.groupbatch.portal.http.AnswerReader.Read;
import io.groupbatch.portal.http.PortalClient;
import io.groupbatch.portal.payload.Group;
import io.groupbatch.portal.payload.Json;
import io.groupbatch.portal.payload.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import tools.jackson.core.JsonParser;

/**
 * The portal's users and groups, read in whole lists, page by page (portal contract 5, 6,
 * 7). Reads are repeated where that may help; a {@link PortalException} says what else is
 * wrong. Thread-safe; a list is read in the calling thread.
 */
public final class Directory {

	private final RetryingReader reads;

	/** As many as a portal's own limit of reads at once leaves room for (contract 4). */
	private static final int MOST_READERS = 25;

	/** As many users as one portal is told from another by. */
	private static final int FEW = 3;

	private static final Listing<Group> GROUPS = new Listing<>("/group?sortBy=Title", Group::read, Group::id);

	private static final Listing<Person> PEOPLE = new Listing<>("/people/filter?sortBy=email", Person::read,
			Person::id);

	public Directory(PortalClient client) {
		this(client, RetryingReader::sleep, readers(client));
	}

	Directory(PortalClient client, Consumer<Duration> sleep) {
		this(client, sleep, 1);
	}

	private Directory(PortalClient client, Consumer<Duration> sleep, int readers) {
		this.reads = new RetryingReader(client, sleep, readers);
	}

	/** How many reads may be under way at once. */
	static int readers(PortalClient client) {
		return Math.min(MOST_READERS, client.connections());
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
		boolean untold = (answer.status() == 403 || answer.status() == 404)
				&& answer.meaning() != AnswerMeaning.OUT_OF_SERVICE;
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
		this.reads.all(GROUPS, page);
	}

	/**
	 * A page of the ordinary groups, without members, for a caller that keeps track of
	 * the pages itself. The portal has no cursor and no stable order (portal contract 6):
	 * only the number of rows tells that all of them were seen.
	 * @param manager only groups that this user manages; null: all
	 * @param size how many rows a page has, at most 100
	 * @param start how many rows come before it
	 * @return the page
	 */
	public Page<Group> groupsPage(@Nullable UUID manager, int size, long start) {
		Listing<Group> wanted = (manager == null) ? GROUPS
				: new Listing<>(GROUPS.path() + "&manager=true&userId=" + manager, Group::read, Group::id);
		return this.reads.page(wanted, size, start);
	}

	/**
	 * The groups that have exactly this name now. The portal is searched for the piece of
	 * the name that its search is sure to find ({@link SearchText}); where there is none,
	 * all groups are read.
	 * @param name the name
	 * @return the groups, without members
	 */
	public List<Group> groupsNamed(String name) {
		List<Group> found = new ArrayList<>();
		this.reads.all(SearchText.of(name).map(Directory::search).orElse(GROUPS),
				(page) -> page.stream().filter((group) -> group.name().equals(name)).forEach(found::add));
		return List.copyOf(found);
	}

	/**
	 * The groups whose name contains a text now.
	 * @param text a {@link SearchText}: of any other, the portal may not find them all
	 * @param most how many there may be
	 * @return the groups, without members; nothing when there are more
	 */
	public Optional<List<Group>> groupsContaining(String text, int most) {
		return this.reads.upTo(search(text), most);
	}

	/**
	 * The first hundred groups.
	 * @return the groups, without members
	 */
	public List<Group> someGroups() {
		return this.reads.page(GROUPS, 100, 0).rows();
	}

	/**
	 * Whether the portal's own search finds a group when it is asked for its whole name:
	 * it does not always ({@link SearchText}), and nothing here depends on it.
	 */
	public boolean isFoundByName(Group group) {
		List<Group> found = new ArrayList<>();
		this.reads.all(search(group.name()), found::addAll);
		return found.stream().anyMatch((one) -> one.id().equals(group.id()));
	}

	private static Listing<Group> search(String text) {
		return new Listing<>("/group?filterValue=" + UriUtils.encode(text, StandardCharsets.UTF_8), Group::read,
				Group::id);
	}

	/**
	 * A group as it is now, with its visible members. Where the answer does not show the
	 * members, the list of its people tells them.
	 * @param id its id
	 * @return the group; nothing when there is none
	 */
	public Optional<Group> group(UUID id) {
		return one("/group/" + id + "?includeMembers=true", Group::read)
			.map((group) -> (group.members() != null) ? group : withPeople(group));
	}

	private Group withPeople(Group group) {
		List<UUID> visible = members(group.id()).stream()
			.filter((person) -> person.status() != Person.Status.DISABLED)
			.map(Person::id)
			.toList();
		return new Group(group.id(), group.name(), group.manager(), visible, group.ldap(), group.system(),
				group.membersCount());
	}

	/**
	 * Everybody in a group now, those among them whom it does not show, and its manager.
	 * @param groupId the group
	 * @return its people
	 */
	public List<Person> members(UUID groupId) {
		return list("/people/filter?sortBy=email&groupId=" + groupId);
	}

	/**
	 * A user.
	 * @param id the user's id
	 * @return the user; nothing when there is none
	 */
	public Optional<Person> person(UUID id) {
		return one("/people/" + id, Person::read).filter((person) -> person.id().equals(id));
	}

	/**
	 * The users with an address, without regard to case: whether the portal minds it when
	 * asked for one address, depends on its database (portal contract 7.1). When its
	 * search finds nobody, all users are read.
	 * @param email the address
	 * @return the users, more than one if addresses differ in case only
	 */
	public List<Person> peopleWith(String email) {
		List<Person> found = new ArrayList<>(searchPeople(email));
		if (found.isEmpty()) {
			people((page) -> page.stream().filter((person) -> has(person, email)).forEach(found::add));
		}
		return List.copyOf(found);
	}

	/**
	 * The users with an address whom the portal's search finds. That it finds nobody
	 * proves nothing, as with names ({@link SearchText}).
	 * @param email the address
	 * @return the users
	 */
	public List<Person> searchPeople(String email) {
		String path = "/people/filter?sortBy=email&filterValue=" + UriUtils.encode(email, StandardCharsets.UTF_8);
		return list(path).stream().filter((person) -> has(person, email)).toList();
	}

	private static boolean has(Person person, String email) {
		return person.email().strip().equalsIgnoreCase(email);
	}

	/**
	 * How large the portal is now.
	 * @return how many groups and users it has
	 */
	public Size size() {
		long groups = this.reads.total(GROUPS);
		Page<Person> people = this.reads.page(PEOPLE, FEW, 0);
		return new Size(groups, people.total(), people.rows().stream().map(Person::id).toList());
	}

	/**
	 * The first few users, by their addresses: the portal can be told by them.
	 * @return their ids
	 */
	public List<UUID> firstPeople() {
		return this.reads.page(PEOPLE, FEW, 0).rows().stream().map(Person::id).toList();
	}

	/**
	 * Reads apart from one another, several at a time.
	 * @param wanted what to read
	 * @param read reads one, in any thread
	 * @param each takes what was read, in order, in the calling thread
	 */
	public <T, R> void each(Iterable<T> wanted, Function<T, R> read, Consumer<R> each) {
		this.reads.each(wanted, read, each);
	}

	/**
	 * All users in every state, each once.
	 * @param page takes them as they arrive, up to 100 at a time
	 */
	public void people(Consumer<List<Person>> page) {
		this.reads.all(PEOPLE, page);
	}

	/**
	 * The users who were invited and have not joined yet.
	 * @return the users
	 */
	public List<Person> invitedPeople() {
		return list("/people/filter?sortBy=email&employeeStatus=4");
	}

	/**
	 * A page of all users in every state, for a caller that keeps track of the pages
	 * itself, as {@link #groupsPage} has it.
	 * @param size how many rows a page has, at most 100
	 * @param start how many rows come before it
	 * @return the page
	 */
	public Page<Person> peoplePage(int size, long start) {
		return this.reads.page(PEOPLE, size, start);
	}

	/**
	 * The disabled users who are still in a group, which its own members do not show.
	 * @param groupId the group
	 * @return its hidden members
	 */
	public List<Person> hiddenMembers(UUID groupId) {
		return list("/people/filter?sortBy=email&employeeStatus=2&groupId=" + groupId);
	}

	private List<Person> list(String path) {
		List<Person> found = new ArrayList<>();
		this.reads.all(new Listing<>(path, Person::read, Person::id), found::addAll);
		return List.copyOf(found);
	}

	private <T> Optional<T> one(String path, Function<JsonParser, @Nullable T> content) {
		Read<T> read = this.reads.read(path, content);
		if (read.content() != null) {
			return Optional.of(read.content());
		}
		Answer answer = read.answer();
		if (answer.meaning() == AnswerMeaning.NOT_FOUND) {
			return Optional.empty();
		}
		throw this.reads.trouble(answer);
	}

	/**
	 * How large a portal is.
	 *
	 * @param groups how many ordinary groups it has
	 * @param people how many users in every state
	 * @param first the ids of the first few of them, by their addresses
	 */
	public record Size(long groups, long people, List<UUID> first) {

		public Size {
			first = List.copyOf(first);
		}

		/** How many reads it takes to read both lists whole. */
		public long pages() {
			return groupPages() + Math.max(1, (this.people + 99) / 100);
		}

		/** How many reads it takes to read all groups. */
		public long groupPages() {
			return Math.max(1, (this.groups + 99) / 100);
		}

	}

	/**
	 * The user whose key it is, and what the key is for.
	 *
	 * @param owner the user; null if the server does not say
	 * @param name the user's name, empty if the server does not say
	 * @param permissions the key's scopes; none means all of them
	 * @param key the id of the key; null if the server does not say
	 */
	public record Account(@Nullable UUID owner, String name, List<String> permissions, @Nullable UUID key) {

		static final Account UNKNOWN = new Account(null, "", List.of(), null);

		public Account {
			permissions = List.copyOf(permissions);
		}

		/** Whether the key may change groups (portal contract 5). */
		public boolean mayWrite() {
			return this.permissions.isEmpty()
					|| this.permissions.stream().anyMatch(List.of("*", "*:write", "accounts:write")::contains);
		}

		static Account read(JsonParser json) {
			Person owner = null;
			List<String> permissions = null;
			UUID key = null;
			Json.enter(json);
			for (String field = json.nextName(); field != null; field = json.nextName()) {
				json.nextToken();
				switch (field) {
					case "id" -> key = Json.idIfAny(json);
					case "createBy" -> owner = Person.read(json);
					case "permissions" -> permissions = Json.list(json, (scope) -> Json.found(scope, Json.text(scope)));
					default -> json.skipChildren();
				}
			}
			return new Account((owner != null) ? owner.id() : null, (owner != null) ? owner.displayName() : "",
					(permissions != null) ? permissions : List.of(), key);
		}

	}

}
