package io.groupbatch.importjob.plan.snapshot;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import io.groupbatch.csv.groups.PersonReference;
import io.groupbatch.importjob.row.PeopleIndex;
import io.groupbatch.importjob.row.RowRequest;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.row.RowResult;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.portal.SearchText;
import io.groupbatch.text.Invisible;

import org.jspecify.annotations.Nullable;

/**
 * Which groups and people a file names, each once. For one thread.
 */
final class FileReferences {

	/** No address is longer, and a search for it is refused as too long. */
	private static final int LONGEST_EMAIL = 320;

	private final Set<String> searches = new HashSet<>();

	private final Set<String> namesOfExisting = new HashSet<>();

	private final Set<UUID> groupIds = new HashSet<>();

	private final Set<String> emails = new HashSet<>();

	private final Set<UUID> personIds = new HashSet<>();

	private boolean namesNobody;

	private boolean needsAllGroups;

	private boolean needsAll;

	void add(RowRequest request) {
		RowResult outcome = request.row().outcome();
		boolean readable = request.isSound()
				|| (outcome.status() == RowStatus.INVALID && outcome.code() != Code.RAGGED_ROW);
		if (!readable) {
			return;
		}
		this.needsAll |= request.operation() == Operation.REMOVE_EVERYWHERE;
		boolean ofExisting = request.operation() != Operation.CREATE;
		addName(request.groupName(), ofExisting);
		addName(request.newName(), ofExisting);
		addName(request.targetGroup(), ofExisting);
		addId(request.groupId());
		addId((request.targetGroup() != null) ? RowRequest.id(request.targetGroup()) : null);
		if (request.manager() != null) {
			addPerson(request.manager());
		}
		request.members().forEach(this::addPerson);
	}

	/**
	 * How many reads it takes, at the most, to look each of them up, unless a search
	 * finds too much.
	 * @param groupPages how many it takes to read all groups
	 */
	long cost(long groupPages) {
		return this.needsAll ? Long.MAX_VALUE : (this.needsAllGroups ? groupPages : this.searches.size())
				+ this.namesOfExisting.size() + 2L * this.groupIds.size() + this.emails.size() + this.personIds.size();
	}

	/**
	 * What the portal is searched for to find all groups of these names; several names
	 * may share one.
	 */
	Set<String> searches() {
		return this.searches;
	}

	/** Whether the portal cannot be searched for one of the names. */
	boolean needsAllGroups() {
		return this.needsAllGroups;
	}

	/** Whether the file wants anything of a group of that name but to make it. */
	boolean isOfExisting(String name) {
		return this.namesOfExisting.contains(name);
	}

	Set<UUID> groupIds() {
		return this.groupIds;
	}

	/** In lower case. */
	Set<String> emails() {
		return this.emails;
	}

	Set<UUID> personIds() {
		return this.personIds;
	}

	/** Whether a text stands for a person that is neither an address nor an id. */
	boolean namesNobody() {
		return this.namesNobody;
	}

	private void addName(@Nullable String name, boolean ofExisting) {
		if (name != null && !Invisible.isBlank(name) && name.length() <= RowRequest.LONGEST_NAME) {
			SearchText.of(name).ifPresentOrElse(this.searches::add, () -> this.needsAllGroups = true);
			if (ofExisting) {
				this.namesOfExisting.add(name);
			}
		}
	}

	private void addId(@Nullable UUID id) {
		if (id != null) {
			this.groupIds.add(id);
		}
	}

	private void addPerson(PersonReference person) {
		if (person.email() != null && person.email().length() <= LONGEST_EMAIL) {
			this.emails.add(PeopleIndex.key(person.email()));
		}
		else if (person.id() != null) {
			this.personIds.add(person.id());
		}
		else if (person.email() == null && !person.leftOut()) {
			this.namesNobody = true;
		}
	}

}
