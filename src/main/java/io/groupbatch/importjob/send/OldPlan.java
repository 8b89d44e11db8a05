package io.groupbatch.importjob.send;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.groupbatch.journal.Code;
import io.groupbatch.journal.Crowd;
import io.groupbatch.journal.GroupLook;
import io.groupbatch.journal.PlannedRequest.Change;
import io.groupbatch.journal.ReadyRequest;
import io.groupbatch.journal.ReadyRequest.GroupAtSend;
import io.groupbatch.journal.RequestResult;
import io.groupbatch.journal.StateBefore;
import io.groupbatch.journal.Verb;
import io.groupbatch.portal.Group;

import org.jspecify.annotations.Nullable;

/**
 * Sees to it that an old plan changes only what is still as it was: each group is looked
 * at, and each name to be given to a new one looked up, just ahead of the first write of
 * this start (design section 5, "Old plans"). The request is marked by then, so a process
 * that dies while it looks leaves it in doubt, and never sent unseen. Thread-safe; the
 * requests of one group come one after another.
 */
final class OldPlan {

	/** A younger plan is sent as it is. */
	static final Duration YOUNG = Duration.ofMinutes(10);

	private final long run;

	private final StateBefore before;

	private final Looker looker;

	private final Findings findings;

	private final Set<Long> looked = ConcurrentHashMap.newKeySet();

	private final Map<Long, String> changed = new ConcurrentHashMap<>();

	OldPlan(long run, StateBefore before, Looker looker, Findings findings) {
		this.run = run;
		this.before = before;
		this.looker = looker;
		this.findings = findings;
	}

	/**
	 * What becomes of a request that must not be sent, or stays to be sent because
	 * sending stops; nothing when it may be sent.
	 */
	Optional<RequestResult> check(ReadyRequest ready) throws InterruptedException {
		if (ready.request().verb() == Verb.GET || ready.doubt() != null) {
			return Optional.empty();
		}
		Optional<RequestResult> decided = check(ready, ready.request().groupRef(), ready.group());
		Long target = ready.request().targetRef();
		return (decided.isEmpty() && target != null && ready.target() != null) ? check(ready, target, ready.target())
				: decided;
	}

	private Optional<RequestResult> check(ReadyRequest ready, long ref, GroupAtSend group) throws InterruptedException {
		if (this.looked.add(ref)) {
			UUID id = group.portalId();
			Look look = (id != null) ? this.looker.at(id, Change.NONE) : this.looker.at(ready);
			if (look == null) {
				this.looked.remove(ref);
				return Optional.of(this.findings.unsent(ready));
			}
			String change = (id == null) ? newcomer(ready, look) : change(ref, look);
			if (change != null) {
				this.changed.put(ref, change);
			}
		}
		Code code = (ready.request().verb() == Verb.CREATE) ? Code.NAME_TAKEN : Code.CHANGED_SINCE_PLAN;
		return Optional.ofNullable(this.changed.get(ref)).map((why) -> this.findings.skip(ready, code, why));
	}

	private @Nullable String newcomer(ReadyRequest ready, Look look) {
		List<UUID> found = look.groups().stream().map((shown) -> shown.group().id()).toList();
		return this.before.strangers(this.run, found).isEmpty() ? null
				: "A group \"%s\" has appeared since the run was planned. Look whether it is the one you want."
					.formatted(Objects.requireNonNull(ready.request().change().name()));
	}

	/** What cannot be seen now is left to the answer of the write itself. */
	private @Nullable String change(long ref, Look look) {
		Optional<GroupLook> known = this.before.latest(ref);
		if (!look.isClear() || known.isEmpty()) {
			return null;
		}
		if (look.isEmpty()) {
			return "The group has been deleted since the run was planned. Create it, or leave the row out.";
		}
		Group now = look.only().group();
		List<UUID> members = (now.members() != null) ? now.members() : List.of();
		return known.get().isSame(now.name(), now.manager(), Crowd.of(members)) ? null
				: "The group has changed since the run was planned. Look at it, then import the row again.";
	}

}
