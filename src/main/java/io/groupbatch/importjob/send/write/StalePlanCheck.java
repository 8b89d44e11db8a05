package io.groupbatch.importjob.send.write;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.importjob.send.exchange.GroupObserver;
import io.groupbatch.importjob.send.exchange.Observation;
import io.groupbatch.importjob.send.exchange.Observation.Shown;
import io.groupbatch.journal.plan.GroupState;
import io.groupbatch.journal.plan.PlannedRequest;
import io.groupbatch.journal.plan.PlannedRequest.Change;
import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.send.ExternalChanges;
import io.groupbatch.journal.send.ExternalChanges.Served;
import io.groupbatch.journal.send.GroupSnapshot;
import io.groupbatch.journal.send.MemberSetHash;
import io.groupbatch.journal.send.PlanBaseline;
import io.groupbatch.journal.send.SendableRequest;
import io.groupbatch.portal.payload.Group;
import io.groupbatch.review.PlanFreshness;
import io.groupbatch.review.PlanPortalComparison;

import org.jspecify.annotations.Nullable;

/**
 * Makes sure that a plan which may be out of date ({@link PlanFreshness}) changes only
 * what is still as it was: each group is looked at, and each name to be given to a new
 * one looked up, just ahead of the first write of this start. The request is marked by
 * then, so a process that dies while it looks leaves it in doubt, and never sent unseen.
 * What the portal's lists have just shown to be unchanged
 * ({@link PlanPortalComparison.Unchanged}) is not looked at again. A change counts only
 * when two looks agree on it, because one alone may show what was there before this
 * program's own last request.
 * <p>
 * A group is looked at, too, when its request had to wait for a request of another run.
 * <p>
 * Of a group that has changed, wish rows are planned again ({@link Replanner}), ahead of
 * each of its requests; other rows fail. So do all rows of a request that serves both
 * kinds: a wish row may count on what the other one does, such as on a name that it
 * gives. Thread-safe; the requests of one group come one after another.
 */
public final class StalePlanCheck {

	private static final String CHANGED = "The group has changed since the run was planned. Look at it, then import the row again.";

	private final long run;

	private final PlanBaseline before;

	private final ExternalChanges meanwhile;

	private final ImportOptions options;

	private final GroupObserver looker;

	private final RequestResultFactory findings;

	private final Replanner anew;

	private final PlanPortalComparison.@Nullable Unchanged unchanged;

	private final boolean old;

	/** Groups that another run may have changed or made during this start. */
	private final Set<Long> distrusted = ConcurrentHashMap.newKeySet();

	private final Set<Long> looked = ConcurrentHashMap.newKeySet();

	private final Map<Long, String> changed = new ConcurrentHashMap<>();

	private final Map<Long, SendableRequest> replaced = new ConcurrentHashMap<>();

	/**
	 * Begins with nothing looked at.
	 * @param unchanged what the portal's lists have just shown to be as it was; null when
	 * they were not read
	 */
	public StalePlanCheck(long run, PlanFreshness age, PlanBaseline before, ExternalChanges meanwhile,
			ImportOptions options, PlanPortalComparison.@Nullable Unchanged unchanged, GroupObserver looker,
			RequestResultFactory findings) {
		this.old = age.isOld(run);
		this.unchanged = unchanged;
		this.run = run;
		this.before = before;
		this.meanwhile = meanwhile;
		this.options = options;
		this.looker = looker;
		this.findings = findings;
		this.anew = new Replanner(meanwhile, findings, options);
	}

	/** What is to be done with a request that is marked and not sent yet. */
	RequestDecision check(SendableRequest ready) throws InterruptedException {
		if (ready.doubt() != null) {
			return (ready.request().verb() == RequestType.UPDATE && isOld(ready)) ? rename(ready)
					: new RequestDecision.Send(ready);
		}
		if (ready.request().verb() == RequestType.GET || !isToBeLookedAt(ready.request())) {
			return new RequestDecision.Send(ready);
		}
		return (ready.request().verb() == RequestType.CREATE) ? name(ready) : group(ready);
	}

	/** Whether others may have done something since a request in doubt was planned. */
	private boolean isOld(SendableRequest inDoubt) {
		boolean sentByAnEarlierStart = Objects.requireNonNull(inDoubt.doubt()).leftAt() == null;
		return sentByAnEarlierStart || isToBeLookedAt(inDoubt.request());
	}

	/**
	 * Whether others have changed a group of a request in doubt: it differs from what the
	 * journal knows by more than the request itself may have done. Then the group counts
	 * as changed from now on.
	 * @param look at the groups of the request, none of which is gone
	 */
	public boolean isChangedByOthers(SendableRequest ready, Observation look) {
		PlannedRequest request = ready.request();
		if (!isOld(ready)) {
			return false;
		}
		Change change = request.change();
		Long target = request.targetRef();
		if (target == null) {
			return isChangedByOthers(request.groupRef(), change, look.only());
		}
		List<UUID> moving = List.copyOf(ready.moving());
		boolean left = isChangedByOthers(request.groupRef(), new Change(null, null, List.of(), moving), look.only());
		return isChangedByOthers(target, new Change(null, null, moving, List.of()), look.groups().get(1)) || left;
	}

	private boolean isChangedByOthers(long ref, Change change, Shown now) {
		Optional<GroupSnapshot> latest = this.before.latest(ref);
		if (latest.isEmpty() || isExplained(latest.get(), this.before.latestMembers(ref), change, now.group())) {
			return false;
		}
		this.looked.add(ref);
		this.changed.put(ref, CHANGED);
		this.meanwhile.changed(ref);
		return true;
	}

	private static boolean isExplained(GroupSnapshot known, Set<UUID> members, Change change, Group now) {
		Set<UUID> people = Set.copyOf(now.people());
		Set<UUID> adds = new HashSet<>(change.adds());
		Set<UUID> removes = new HashSet<>(change.removes());
		if (change.manager() != null) {
			adds.add(change.manager());
		}
		boolean name = now.name().equals(known.name()) || now.name().equals(change.name());
		boolean manager = Objects.equals(now.manager(), known.manager())
				|| (now.manager() != null && now.manager().equals(change.manager()))
				|| (now.manager() == null && removes.contains(known.manager()));
		return name && manager
				&& people.stream().allMatch((person) -> members.contains(person) || adds.contains(person))
				&& members.stream().allMatch((person) -> people.contains(person) || removes.contains(person));
	}

	/**
	 * What is to be done with a change in doubt of which something is missing, when
	 * others have changed its group.
	 */
	public RequestDecision goOn(SendableRequest ready, Observation look) {
		Served served = this.meanwhile.served(ready.request());
		return (ready.request().verb() == RequestType.UPDATE && served.areWishes())
				? kept(this.anew.changed(ready, look, served))
				: new RequestDecision.Settled(this.findings.overtaken(ready, look.only(), Code.CHANGED_SINCE_PLAN,
						"Sent, and the answer was lost. Others have changed the group since, and it is not as the row"
								+ " wants it. Look at it, then import the row again."));
	}

	/**
	 * Has the groups of a request looked at before it is sent: it had to wait for a
	 * request of another run.
	 */
	public void distrust(SendableRequest waited) {
		long ref = waited.request().groupRef();
		this.looked.remove(ref);
		this.distrusted.add(ref);
		Long target = waited.request().targetRef();
		if (target != null) {
			this.looked.remove(target);
			this.distrusted.add(target);
		}
	}

	private boolean isToBeLookedAt(PlannedRequest request) {
		Long target = request.targetRef();
		return this.old || this.distrusted.contains(request.groupRef())
				|| (target != null && this.distrusted.contains(target));
	}

	/** A request as it was sent: planned again, or as it is. */
	public SendableRequest asSent(SendableRequest ready) {
		return this.replaced.getOrDefault(ready.request().id(), ready);
	}

	private RequestDecision name(SendableRequest ready) throws InterruptedException {
		PlannedRequest request = ready.request();
		this.looked.add(request.groupRef());
		boolean free = this.unchanged != null && !this.distrusted.contains(request.groupRef())
				&& this.unchanged.isFree(String.valueOf(request.change().name()));
		if (free) {
			return new RequestDecision.Send(ready);
		}
		Observation look = this.looker.at(ready);
		if (look == null || !look.isClear()) {
			return new RequestDecision.Settled(this.findings.unsent(ready));
		}
		List<Shown> others = strangers(look);
		return others.isEmpty() ? new RequestDecision.Send(ready) : taken(ready, others);
	}

	/** The groups that have got their name since the plan, and not from this run. */
	public List<Shown> strangers(Observation look) {
		List<Group> groups = look.groups().stream().map(Shown::group).toList();
		Set<UUID> strangers = Set.copyOf(this.before.strangers(this.run, groups.stream().map(Group::id).toList(),
				groups.stream().map(Group::name).toList()));
		return look.groups().stream().filter((shown) -> strangers.contains(shown.group().id())).toList();
	}

	/**
	 * What is to be done with a create whose name others have given to groups of theirs
	 * since the plan.
	 * @param others these groups, at least one
	 */
	public RequestDecision taken(SendableRequest ready, List<Shown> others) {
		PlannedRequest request = ready.request();
		this.changed.put(request.groupRef(), "The group was created since the run was planned.");
		Served served = this.meanwhile.served(request);
		// A group that the run knew by another name has a lane of its own.
		boolean known = this.before.isKnown(this.run, others.get(0).group().id());
		if (others.size() > 1 || known || !served.areWishes()) {
			return nameTaken(ready, others);
		}
		return kept(this.anew.appeared(ready, this.looker.shown(others.get(0).group(), request.wanted()), served));
	}

	private RequestDecision nameTaken(SendableRequest ready, List<Shown> others) {
		return new RequestDecision.Settled(this.findings.skip(ready, Code.NAME_TAKEN,
				appeared(String.valueOf(ready.request().change().name()), others)));
	}

	private static String appeared(String name, List<Shown> groups) {
		return "A group \"%s\" was created since the run was planned: %s. Check whether it is the one you want."
			.formatted(name, Observation.told(groups));
	}

	/** A group is not given a name that another one has got since the plan. */
	private RequestDecision rename(SendableRequest ready) throws InterruptedException {
		String name = ready.request().change().name();
		if (name == null || this.options.allow().sameName()
				|| (this.unchanged != null && this.unchanged.isFree(name))) {
			return new RequestDecision.Send(ready);
		}
		Observation look = this.looker.called(name);
		if (look == null || !look.isClear()) {
			return new RequestDecision.Settled(this.findings.unsent(ready));
		}
		List<Shown> others = strangers(look).stream()
			.filter((shown) -> !shown.group().id().equals(ready.group().id()))
			.toList();
		if (others.isEmpty()) {
			return new RequestDecision.Send(ready);
		}
		if (ready.doubt() == null) {
			return nameTaken(ready, others);
		}
		Observation now = this.looker.at(Objects.requireNonNull(ready.group().id()), ready.request().change());
		return new RequestDecision.Settled(
				(now == null || !now.isClear() || now.isEmpty()) ? this.findings.unsent(ready)
						: this.findings.overtaken(ready, now.only(), Code.NAME_TAKEN, appeared(name, others)));
	}

	/**
	 * Whether what a row has read of a group is not as the journal knows it: then it must
	 * not be kept as what is known, or the next look would find nothing changed.
	 */
	boolean isChanged(SendableRequest read, Observation look) {
		return read.request().verb() == RequestType.GET && isToBeLookedAt(read.request())
				&& change(read.request().groupRef(), look).isPresent();
	}

	private RequestDecision group(SendableRequest ready) throws InterruptedException {
		PlannedRequest request = ready.request();
		Long target = request.targetRef();
		boolean seen = lookOnce(request.groupRef(), ready.group())
				&& (target == null || lookOnce(target, Objects.requireNonNull(ready.target())));
		if (!seen) {
			return new RequestDecision.Settled(this.findings.unsent(ready));
		}
		String why = this.changed.get(request.groupRef());
		why = (why == null && target != null) ? this.changed.get(target) : why;
		return (why != null) ? changed(ready, why) : rename(ready);
	}

	private RequestDecision changed(SendableRequest ready, String why) throws InterruptedException {
		PlannedRequest request = ready.request();
		Served served = this.meanwhile.served(request);
		if (request.verb() != RequestType.UPDATE || !served.areWishes()) {
			return new RequestDecision.Settled(this.findings.skip(ready, Code.CHANGED_SINCE_PLAN, why));
		}
		Observation look = this.looker.at(Objects.requireNonNull(ready.group().id()), request.wanted());
		if (look == null) {
			return new RequestDecision.Settled(this.findings.unsent(ready));
		}
		RequestDecision decision = kept(this.anew.changed(ready, look, served));
		return (decision instanceof RequestDecision.Send send) ? rename(send.request()) : decision;
	}

	private RequestDecision kept(RequestDecision decision) {
		if (decision instanceof RequestDecision.Send send) {
			this.replaced.put(send.request().request().id(), send.request());
		}
		return decision;
	}

	/**
	 * Looks at a group, unless that was done in this start.
	 * @return false when sending stops first
	 */
	private boolean lookOnce(long ref, GroupState group) throws InterruptedException {
		boolean same = this.unchanged != null && !this.distrusted.contains(ref) && this.unchanged.isSame(ref);
		if (same || this.looked.contains(ref)) {
			return true;
		}
		UUID id = Objects.requireNonNull(group.id());
		Observation look = this.looker.at(id, Change.NONE);
		if (look != null && change(ref, look).isPresent()) {
			look = this.looker.steadily(id, look);
		}
		if (look == null) {
			return false;
		}
		this.looked.add(ref);
		change(ref, look).ifPresent((why) -> this.changed.put(ref, why));
		return true;
	}

	/** What cannot be seen now is left to the answer of the write itself. */
	private Optional<String> change(long ref, Observation look) {
		Optional<GroupSnapshot> known = this.before.latest(ref);
		if (!look.isClear() || known.isEmpty()) {
			return Optional.empty();
		}
		if (look.isEmpty()) {
			return Optional
				.of("The group has been deleted since the run was planned. Create it, or leave the row out.");
		}
		Group now = look.only().group();
		boolean same = known.get().isSame(now.name(), now.manager(), MemberSetHash.of(now.people()))
				&& !this.meanwhile.isChanged(ref);
		return same ? Optional.empty() : Optional.of(CHANGED);
	}

}
