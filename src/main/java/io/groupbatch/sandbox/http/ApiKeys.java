package io.groupbatch.sandbox.http;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.groupbatch.sandbox.state.Person;
import io.groupbatch.sandbox.state.Portal;
import io.groupbatch.sandbox.state.StoredPerson;

import org.jspecify.annotations.Nullable;

/**
 * The portal's API keys. Only {@code Authorization: Bearer sk-…}, spelled so, carries one
 * (portal contract 5). Safe for many threads.
 */
public final class ApiKeys {

	private final Map<String, Key> keys = new ConcurrentHashMap<>();

	private final Portal portal;

	private final Clock clock;

	public ApiKeys(Portal portal, Clock clock) {
		this.portal = portal;
		this.clock = clock;
	}

	/**
	 * A key.
	 *
	 * @param text the key itself
	 * @param owner whose role it has
	 * @param scopes what it may be used for; none means everything
	 * @param expires from when on it is refused; null means never
	 */
	public record Key(String text, UUID owner, List<String> scopes, @Nullable Instant expires) {

		boolean isUnrestricted() {
			return this.scopes.isEmpty() || this.scopes.contains("*");
		}

		boolean hasOneOf(String... accepted) {
			return isUnrestricted() || this.scopes.stream().anyMatch(List.of(accepted)::contains);
		}

	}

	/** Who sends a request, as that person is now, and by which key. */
	public record Caller(Person person, Key key) {

	}

	public void add(Key key) {
		this.keys.put(key.text(), key);
	}

	public void remove(String text) {
		this.keys.remove(text);
	}

	/** The keys that a user sees: an administrator all, all others their own. */
	public List<Key> visibleTo(Person person) {
		return this.keys.values()
			.stream()
			.filter((key) -> person.role().isAdministrator() || key.owner().equals(person.id()))
			.sorted(Comparator.comparing(Key::text))
			.toList();
	}

	/** The caller; null without a key, or with one that is not good. */
	@Nullable Caller authenticate(ApiRequest request) {
		String header = request.header("Authorization");
		Key key = header.startsWith("Bearer ") ? this.keys.get(header.substring("Bearer ".length())) : null;
		if (key == null || (key.expires() != null && !this.clock.instant().isBefore(key.expires()))) {
			return null;
		}
		Person owner = this.portal.locked((rows) -> {
			StoredPerson account = rows.account(key.owner());
			return (account != null) ? account.person() : null;
		});
		return (owner != null && owner.status() == Person.Status.ACTIVE) ? new Caller(owner, key) : null;
	}

}
