package io.groupbatch.portal;

import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

import io.groupbatch.portal.Reads.Listing;
import org.jspecify.annotations.Nullable;

/**
 * The portal's lists by the page, for whoever keeps track of the pages. The portal has no
 * cursor and no stable order (portal contract 6): that all rows were seen, only their
 * number tells. Thread-safe.
 */
public final class PortalLists {

	private static final Listing<Person> PEOPLE = new Listing<>("/people/filter?sortBy=email", Person::read,
			Person::id);

	private final Reads reads;

	public PortalLists(PortalClient client) {
		this.reads = new Reads(client, Reads::sleep, Directory.readers(client));
	}

	/**
	 * A page of the ordinary groups. There is no search by name: the portal's own does
	 * not find every name ({@link SearchText}).
	 * @param manager only groups that this user manages; null: all
	 * @param size how many rows a page has, at most 100
	 * @param start how many rows come before it
	 */
	public Page<ListedGroup> groups(@Nullable UUID manager, int size, long start) {
		String path = "/group?sortBy=Title" + ((manager != null) ? "&manager=true&userId=" + manager : "");
		return this.reads.page(new Listing<>(path, ListedGroup::read, (group) -> group.group().id()), size, start);
	}

	/**
	 * A page of all users in every state, each with the groups that the user is in.
	 * @param size how many rows a page has, at most 100
	 * @param start how many rows come before it
	 */
	public Page<Person> people(int size, long start) {
		return this.reads.page(PEOPLE, size, start);
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

}
