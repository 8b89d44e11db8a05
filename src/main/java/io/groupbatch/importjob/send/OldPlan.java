package io.groupbatch.importjob.send;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.groupbatch.importjob.ImportOptions;
import io.groupbatch.journal.Code;
import io.groupbatch.journal.Crowd;
import io.groupbatch.journal.GroupLook;
import io.groupbatch.journal.Meanwhile;
import io.groupbatch.journal.Meanwhile.Served;
import io.groupbatch.journal.PlannedRequest;
import io.groupbatch.journal.PlannedRequest.Change;
import io.groupbatch.journal.ReadyRequest;
import io.groupbatch.journal.ReadyRequest.GroupAtSend;
import io.groupbatch.journal.RequestResult;
import io.groupbatch.journal.StateBefore;
import io.groupbatch.journal.Verb;
import io.groupbatch.portal.Group;
import io.groupbatch.review.PlanAge;

import org.jspecify.annotations.Nullable;

/**
 * Sees to it that an old plan changes only what is still as it was: each group is looked
 * at, and each name to be given to a new one looked up, just ahead of the first write of
 * this start (design section 5, "Old plans"). The request is marked by then, so a process
 * that dies while it looks leaves it in doubt, and never sent unseen.
 * <p>
 * Of a group that has changed, wish rows are planned anew ({@link NewPlan}), ahead of
 * each of its requests; other rows fail. So do all rows of a request that serves both
 * kinds: a wish row may count on what the other one does, such as on a name that it
 * gives. Thread-safe; the requests of one group come one after another.
 */
final class OldPlan {

	private final long run;

	private final Journal journal;

	private final Looker looker;

	private final Findings findings;

	private final NewPlan anew;

	private final Set<Long> looked = ConcurrentHashMap.newKeySet();

	private final Map<Long, String> changed = new ConcurrentHashMap<>();

	private final Map<Long, ReadyRequest> replaced = new ConcurrentHashMap<>();

	OldPlan(long run, Journal journal, Looker looker, Findings findings) {
		this.run = run;
		this.journal = journal;
		this.looker = looker;
		this.findings = findings;
		this.anew = new NewPlan(journal.meanwhile(), findings, journal.options());
	}

	/** What is to be done with a request that is marked and not sent yet. */
	Checked check(ReadyRequest ready) throws InterruptedException {
		if (ready.request().verb() == Verb.GET || ready.doubt() != null) {
			return Checked.send(ready);
		}
		return (ready.request().verb() == Verb.CREATE) ? name(ready) : group(ready);
	}

	/** A request as it was sent: planned anew, or as it is. */
	ReadyRequest asSent(ReadyRequest ready) {
		return this.replaced.getOrDefault(ready.request().id(), ready);
	}

	private Checked name(ReadyRequest ready) throws InterruptedException {
		PlannedRequest request = ready.request();
		this.looked.add(request.groupRef());
		Look look = this.looker.at(ready);
		if (look == null) {
			return Checked.settled(ready, this.findings.unsent(ready));
		}
		List<UUID> found = look.groups().stream().map((shown) -> shown.group().id()).toList();
		if (this.journal.before().strangers(this.run, found).isEmpty()) {
			return Checked.send(ready);
		}
		this.changed.put(request.groupRef(), "The group has appeared since the run was planned.");
		Served served = this.journal.meanwhile().served(request);
		if (found.size() > 1 || !served.areWishes()) {
			return Checked.settled(ready, this.findings.skip(ready, Code.NAME_TAKEN,
					"A group \"%s\" has appeared since the run was planned. Look whether it is the one you want."
						.formatted(request.change().name())));
		}
		return kept(this.anew.appeared(ready, this.looker.shown(look.only().group(), request.wanted()), served));
	}

	private Checked group(ReadyRequest ready) throws InterruptedException {
		PlannedRequest request = ready.request();
		Long target = request.targetRef();
		boolean seen = lookOnce(request.groupRef(), ready.group())
				&& (target == null || lookOnce(target, Objects.requireNonNull(ready.target())));
		if (!seen) {
			return Checked.settled(ready, this.findings.unsent(ready));
		}
		String why = this.changed.get(request.groupRef());
		why = (why == null && target != null) ? this.changed.get(target) : why;
		return (why != null) ? changed(ready, why) : Checked.send(ready);
	}

	private Checked changed(ReadyRequest ready, String why) throws InterruptedException {
		PlannedRequest request = ready.request();
		Served served = this.journal.meanwhile().served(request);
		if (request.verb() != Verb.UPDATE || !served.areWishes()) {
			return Checked.settled(ready, this.findings.skip(ready, Code.CHANGED_SINCE_PLAN, why));
		}
		Look look = this.looker.at(Objects.requireNonNull(ready.group().portalId()), request.wanted());
		return (look != null) ? kept(this.anew.changed(ready, look, served))
				: Checked.settled(ready, this.findings.unsent(ready));
	}

	private Checked kept(Checked checked) {
		if (checked.result() == null) {
			this.replaced.put(checked.request().request().id(), checked.request());
		}
		return checked;
	}

	/**
	 * Looks at a group, unless that was done in this start.
	 * @return false when sending stops first
	 */
	private boolean lookOnce(long ref, GroupAtSend group) throws InterruptedException {
		if (this.looked.contains(ref)) {
			return true;
		}
		Look look = this.looker.at(Objects.requireNonNull(group.portalId()), Change.NONE);
		if (look == null) {
			return false;
		}
		this.looked.add(ref);
		change(ref, look).ifPresent((why) -> this.changed.put(ref, why));
		return true;
	}

	/** What cannot be seen now is left to the answer of the write itself. */
	private Optional<String> change(long ref, Look look) {
		Optional<GroupLook> known = this.journal.before().latest(ref);
		if (!look.isClear() || known.isEmpty()) {
			return Optional.empty();
		}
		if (look.isEmpty()) {
			return Optional
				.of("The group has been deleted since the run was planned. Create it, or leave the row out.");
		}
		Group now = look.only().group();
		boolean same = known.get().isSame(now.name(), now.manager(), Crowd.of(now.people()))
				&& !this.journal.meanwhile().isChanged(ref);
		return same ? Optional.empty() : Optional
			.of("The group has changed since the run was planned. Look at it, then import the row again.");
	}

	/**
	 * What is to be done with a request.
	 *
	 * @param request what is sent, if anything is
	 * @param result what becomes of it when nothing is sent; null: it is sent
	 */
	record Checked(ReadyRequest request, @Nullable RequestResult result) {

		static Checked send(ReadyRequest request) {
			return new Checked(request, null);
		}

		static Checked settled(ReadyRequest request, RequestResult result) {
			return new Checked(request, result);
		}

	}

	/** What is known of old plans, and how rows are to be understood. */
	record Journal(PlanAge age, StateBefore before, Meanwhile meanwhile, ImportOptions options) {
	}

}
