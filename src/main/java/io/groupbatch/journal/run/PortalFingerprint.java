package io.groupbatch.journal.run;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * By what a portal is recognised: the ids of users, which no other portal has, and of the
 * key. A copy of a portal has the same ones.
 *
 * @param users ids of some of its users
 * @param key the id of a key, with its owner's; null when the portal has not said
 */
public record PortalFingerprint(Set<String> users, @Nullable String key) {

	/** Nothing is known. */
	public static final PortalFingerprint NONE = new PortalFingerprint(Set.of(), null);

	/**
	 * The first user of every portal that was installed by oneself has this id (the
	 * server's first data, table tenants_tenants): it tells none from another.
	 */
	private static final String FIRST_ADMINISTRATOR = "66faa6e4-f133-11ea-b126-00ffeec8b4ef";

	public PortalFingerprint {
		users = Set.copyOf(users);
	}

	/**
	 * What a portal has said.
	 * @param owner whose key it is
	 * @param key the key's own id
	 * @param people some of its users
	 */
	public static PortalFingerprint of(@Nullable UUID owner, @Nullable UUID key, Collection<UUID> people) {
		Set<String> users = new LinkedHashSet<>();
		if (owner != null) {
			users.add(owner.toString());
		}
		people.stream().filter(Objects::nonNull).map(UUID::toString).forEach(users::add);
		users.remove(FIRST_ADMINISTRATOR);
		return new PortalFingerprint(users, (owner != null && key != null) ? key + " of " + owner : null);
	}

	/** As texts, each of which belongs to one portal, in a fixed order. */
	Set<String> texts() {
		Set<String> texts = new TreeSet<>();
		this.users.forEach((user) -> texts.add("user " + user));
		if (this.key != null) {
			texts.add("key " + this.key);
		}
		return texts;
	}

}
