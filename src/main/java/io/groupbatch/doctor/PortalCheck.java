package io.groupbatch.doctor;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.groupbatch.batch.PortalStopCauses;
import io.groupbatch.journal.run.StopCause;
import io.groupbatch.portal.Directory;
import io.groupbatch.portal.PortalException;
import io.groupbatch.portal.http.Answer;
import io.groupbatch.portal.http.AnswerMeaning;
import io.groupbatch.portal.http.GroupRequest;
import io.groupbatch.portal.http.PortalClient;
import io.groupbatch.portal.http.PortalSettings;
import io.groupbatch.portal.payload.Group;
import io.groupbatch.text.Invisible;

/**
 * Tries what an import needs of the portal. It changes nothing there: the only write is
 * one to a group that does not exist (portal contract 5). It needs no journal.
 */
public final class PortalCheck implements AutoCloseable {

	private static final Duration MOST_SKEW = Duration.ofMinutes(1);

	private static final String KEY_CURE = "Make a key with the scopes accounts:read and accounts:write, as the owner or as a DocSpace admin.";

	private static final String SEARCH_CURE = "Imports still work: they search for other parts of a name, or read all"
			+ " groups. That takes more requests. Searches in the portal's pages miss such names, too: the language of the key's"
			+ " owner and the locale of the portal's database do not agree.";

	private final PortalClient client;

	/** Opens connections to a portal. */
	public PortalCheck(PortalSettings portal) {
		this.client = new PortalClient(portal);
	}

	/**
	 * Examines the portal, one thing after another; what cannot be gone on from ends it.
	 * @param probeWrites whether to try a write that can change nothing
	 * @return why no run can succeed now, if so
	 */
	public Optional<StopCause> examine(boolean probeWrites, Consumer<Finding> tell) {
		try {
			Directory directory = new Directory(this.client);
			Directory.Account account = directory.account();
			tell.accept(Finding.ok("Key", account.name().isEmpty() ? "accepted; the portal does not say whose it is"
					: "accepted; it belongs to " + account.name()));
			tell.accept(scopes(account.permissions()));
			Directory.Size size = directory.size();
			tell.accept(Finding.ok("Reading", "%,d groups and %,d users".formatted(size.groups(), size.people())));
			searching(directory).ifPresent(tell);
			if (probeWrites) {
				tell.accept(writing());
			}
			clock().ifPresent(tell);
			return Optional.empty();
		}
		catch (PortalException ex) {
			StopCause halt = PortalStopCauses.halt(ex);
			tell.accept(Finding.wrong("Portal", halt.sentence(), ""));
			return Optional.of(halt);
		}
	}

	private static Finding scopes(List<String> scopes) {
		if (scopes.isEmpty() || scopes.contains("*") || scopes.contains("*:write")) {
			return Finding.ok("Scopes", "all");
		}
		boolean reads = Stream.of("*:read", "accounts:read").anyMatch(scopes::contains);
		boolean writes = scopes.contains("accounts:write");
		String all = String.join(", ", scopes);
		return (reads && writes) ? Finding.ok("Scopes", all)
				: Finding.wrong("Scopes",
						"only " + all + (writes ? ": the key may not read groups" : ": the key may not change groups"),
						KEY_CURE);
	}

	/**
	 * Looks for a group by its name as people do, best one with letters that are known to
	 * cause errors.
	 */
	private static Optional<Finding> searching(Directory directory) {
		List<Group> some = directory.someGroups()
			.stream()
			.filter((group) -> !Invisible.isBlank(group.name()))
			.sorted(Comparator.comparing((group) -> hasTellingLetter(group.name()) ? 0 : 1))
			.limit(1)
			.toList();
		return some.stream().findFirst().map((group) -> {
			String name = "\"" + group.name() + "\"";
			return directory.isFoundByName(group) ? Finding.ok("Search", "the portal finds " + name + " by its name")
					: Finding.warning("Search", "the portal does not find " + name + " by its name", SEARCH_CURE);
		});
	}

	/** A capital I, or a capital letter beyond A to Z. */
	private static boolean hasTellingLetter(String name) {
		return name.codePoints()
			.anyMatch((letter) -> letter == 'I' || (letter > 0x7F && Character.isUpperCase(letter)));
	}

	private Finding writing() {
		Answer answer = this.client.send(GroupRequest.update(UUID.randomUUID(), null, null, List.of(), List.of()));
		if (answer.meaning() == AnswerMeaning.NOT_FOUND) {
			return Finding.ok("Writing", "allowed (tried on a group that does not exist; nothing was changed)");
		}
		String status = String.valueOf(answer.status());
		boolean tells = !answer.words().isEmpty() && !answer.words().equals(status);
		String said = "the portal answers " + status + (tells ? ": " + answer.words() : "");
		return (answer.status() == 403) ? Finding.wrong("Writing", "not allowed: " + said, KEY_CURE)
				: Finding.warning("Writing", "not known: " + said, "Try again later.");
	}

	private Optional<Finding> clock() {
		return this.client.clockSkew().map((skew) -> {
			String text = "%,d seconds %s the portal's".formatted(skew.abs().toSeconds(),
					skew.isNegative() ? "ahead of" : "behind");
			return (skew.abs().compareTo(MOST_SKEW) <= 0) ? Finding.ok("Clock", "agrees with the portal's") : Finding
				.warning("Clock", text, "Set this computer's clock: times in reports and audit are its own.");
		});
	}

	@Override
	public void close() {
		this.client.close();
	}

}
