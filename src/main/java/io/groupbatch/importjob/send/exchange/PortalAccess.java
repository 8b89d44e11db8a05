package io.groupbatch.importjob.send.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.groupbatch.portal.Directory;
import io.groupbatch.portal.PortalException;
import io.groupbatch.portal.SearchText;
import io.groupbatch.portal.http.Answer;
import io.groupbatch.portal.http.AnswerMeaning;
import io.groupbatch.portal.http.GroupRequest;
import io.groupbatch.portal.http.PortalClient;
import io.groupbatch.portal.payload.Group;
import io.groupbatch.portal.payload.Person;

/**
 * The calls to the portal that a sender makes: one request, one group, the groups of a
 * name. Thread-safe.
 */
public final class PortalAccess {

	private final PortalClient client;

	private final Directory directory;

	private final GroupListLookup wholeList;

	private final Set<UUID> disabled;

	/**
	 * Wraps the portal.
	 * @param disabled everybody who is disabled: groups hide them
	 */
	public PortalAccess(PortalClient client, Directory directory, Set<UUID> disabled) {
		this.client = client;
		this.directory = directory;
		this.wholeList = new GroupListLookup(directory);
		this.disabled = Set.copyOf(disabled);
	}

	/**
	 * Sends a request, once, and tells when its first byte leaves. An answer that does
	 * not show the members proves nothing about them, and one without the manager who was
	 * asked for nothing about the manager: then the group is read, and when no answer
	 * tells, the answer is as good as none.
	 */
	Answer send(GroupRequest request, Runnable leaving) {
		Answer answer = this.client.send(request, leaving);
		Group group = answer.group();
		if (group == null || request.verb() == GroupRequest.Verb.DELETE) {
			return answer;
		}
		boolean lacksManager = request.manager() != null && group.manager() == null;
		return (group.members() == null || lacksManager) ? told(answer, group.id()) : answer;
	}

	private Answer told(Answer answer, UUID group) {
		try {
			return this.directory.group(group)
				.map(answer::showing)
				.orElseGet(() -> Answer.incomplete(answer.status(), "the group cannot be read"));
		}
		catch (PortalException ex) {
			return Answer.incomplete(answer.status(), "it does not show the members of the group");
		}
	}

	/**
	 * Whether a refusal without any words of its own is the portal's, and so meets every
	 * request: reads are refused, too, or the key may not write. Else something on the
	 * way refused this one request.
	 */
	boolean refusesAll(GroupRequest refused, Answer refusal) {
		boolean read = refused.verb() == GroupRequest.Verb.GET;
		if (read || refusal.meaning() == AnswerMeaning.ADDRESS_REFUSED) {
			return this.client.probe().meaning() != AnswerMeaning.CONTENT;
		}
		try {
			Directory.Account account = this.directory.account();
			return account.owner() == null || !account.mayWrite();
		}
		catch (PortalException ex) {
			return true;
		}
	}

	/** A small read, to see whether the portal is well. */
	Answer probe() {
		return this.client.probe();
	}

	/** What an answer means that no request can get past. */
	PortalException trouble(Answer answer) {
		return PortalException.of(this.client.url(), answer);
	}

	/**
	 * The groups that have exactly this name now, without members.
	 * @throws PortalException when the portal does not say
	 */
	List<Group> named(String name) throws InterruptedException {
		return SearchText.of(name).isPresent() ? this.directory.groupsNamed(name) : this.wholeList.named(name);
	}

	Set<UUID> disabledAmong(List<UUID> people) {
		Set<UUID> found = new HashSet<>(people);
		found.retainAll(this.disabled);
		return found;
	}

	/**
	 * Who of some disabled people is still in a group; nothing when the portal does not
	 * say.
	 */
	Optional<Set<UUID>> hidden(UUID group, Set<UUID> people) {
		try {
			Set<UUID> members = this.directory.hiddenMembers(group)
				.stream()
				.map(Person::id)
				.collect(Collectors.toSet());
			members.retainAll(people);
			return Optional.of(members);
		}
		catch (PortalException ex) {
			return Optional.empty();
		}
	}

}
