package io.groupbatch.sandbox.write;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.groupbatch.sandbox.fault.FaultPolicy.Act;
import io.groupbatch.sandbox.http.Exchange;
import io.groupbatch.sandbox.log.RecordedRequest;
import io.groupbatch.sandbox.log.RecordedWrite;
import io.groupbatch.sandbox.log.RecordedWrite.Change;
import io.groupbatch.sandbox.log.RecordedWrite.Kind;
import io.groupbatch.sandbox.log.RequestLog;
import io.groupbatch.sandbox.protocol.ApiException;
import io.groupbatch.sandbox.state.Portal;
import io.groupbatch.sandbox.state.PortalData;
import io.groupbatch.sandbox.state.StoredGroup;
import io.groupbatch.sandbox.state.StoredPerson;
import org.jspecify.annotations.Nullable;

/**
 * One write: its steps, each a transaction of its own in the real portal and either done
 * or not, what they change in the rows, and a note of what they really changed. Not safe
 * for threads; its user locks.
 */
final class WriteTransaction {

	private final PortalData rows;

	private final Exchange exchange;

	private final List<UUID> groups;

	private final List<Step> steps = new ArrayList<>();

	private final Map<UUID, Notes> notes = new LinkedHashMap<>();

	private final Set<WriteTransaction> overlapping = new HashSet<>();

	private final Map<UUID, StoredPerson> managers = new HashMap<>();

	private boolean finishing;

	/**
	 * Makes a write without a step.
	 * @param groups the groups it works at, one that it makes included
	 */
	WriteTransaction(PortalData rows, Exchange exchange, List<UUID> groups) {
		this.rows = rows;
		this.exchange = exchange;
		this.groups = groups;
		groups.forEach(this::notesOf);
	}

	private record Step(boolean removes, Runnable action) {

	}

	private static final class Notes {

		private final List<String> added = new ArrayList<>();

		private final List<String> removed = new ArrayList<>();

		private Kind kind = Kind.KEPT;

		private @Nullable String name;

		private @Nullable String manager;

		private Change change() {
			return new Change(this.kind, this.name, this.manager, List.copyOf(this.added), List.copyOf(this.removed));
		}

	}

	/** Adds a step that takes nobody out of a group. */
	void step(Runnable action) {
		this.steps.add(new Step(false, action));
	}

	/** Adds a step that takes a person out of a group. */
	void removal(Runnable action) {
		this.steps.add(new Step(true, action));
	}

	/**
	 * Does the steps one after another, spread over the time that the write takes. The
	 * rows are locked but for the pauses between steps, so only a write that takes time
	 * can overlap another one.
	 * @param running the writes that are under way, which this one joins until it is over
	 */
	void run(Portal portal, RequestLog traffic, Duration usual, List<WriteTransaction> running)
			throws InterruptedException {
		Instant began = Instant.now();
		Act act = this.exchange.act();
		List<Boolean> removals = this.steps.stream().map(Step::removes).toList();
		int done = 0;
		List<WriteTransaction> others = running.stream()
			.filter((other) -> !Collections.disjoint(other.groups, this.groups))
			.toList();
		if (!others.isEmpty()) {
			others.forEach(this::overlapWith);
			traffic.countOverlap();
		}
		running.add(this);
		try {
			// May send an answer with the rows locked; it is too small for a connection
			// to wait.
			this.exchange.begun();
			long start = System.nanoTime();
			long time = act.time(usual).toNanos();
			act.breakAfter(done, removals);
			for (Step step : this.steps) {
				portal.pauseUntil(start + time / this.steps.size() * (done + 1), () -> this.finishing);
				step.action().run();
				act.breakAfter(++done, removals);
			}
			portal.pauseUntil(start + time, () -> this.finishing);
		}
		finally {
			boolean nothing = done == 0 && !this.steps.isEmpty();
			running.remove(this);
			traffic.add(nothing ? List.of() : recorded(began, done == this.steps.size()));
			// Nothing more will be asked of it: others need not be remembered.
			this.overlapping.clear();
		}
	}

	/** Lets no more time pass before the end. */
	void finishNow() {
		this.finishing = true;
	}

	/** Two writes have overlapped in time. */
	private void overlapWith(WriteTransaction other) {
		this.overlapping.add(other);
		other.overlapping.add(this);
	}

	private List<RecordedWrite> recorded(Instant began, boolean whole) {
		RecordedRequest request = this.exchange.request();
		Instant ended = Instant.now();
		return this.notes.entrySet()
			.stream()
			.map((note) -> new RecordedWrite(request.number(), request.method(), note.getKey(), began, ended, whole,
					note.getValue().change()))
			.toList();
	}

	@Nullable StoredPerson account(UUID id) {
		return this.rows.account(id);
	}

	/** The group with this id, which another user may have deleted meanwhile. */
	StoredGroup group(UUID id) {
		StoredGroup group = this.rows.group(id);
		if (group == null) {
			throw ApiException.notFound("group");
		}
		return group;
	}

	void create(UUID id, String name) {
		this.rows.addGroup(id, name, false, false);
		Notes made = notesOf(id);
		made.kind = Kind.CREATED;
		made.name = name;
		this.exchange.created(id);
	}

	void rename(UUID id, String name) {
		StoredGroup group = group(id);
		if (!group.name().equals(name)) {
			this.rows.rename(group, name);
			notesOf(id).name = name;
		}
	}

	/** Makes the person manager and member, if eligible. */
	void setManager(UUID id, @Nullable StoredPerson account) {
		if (account != null && account.person().isEligible()) {
			switchManager(id, account);
			attach(id, account);
		}
	}

	/**
	 * Writes the manager's row. Two writes that overlap and write different people leave
	 * two rows, from which the group does not recover (contract 9.5).
	 */
	void switchManager(UUID id, StoredPerson account) {
		StoredGroup group = group(id);
		this.rows.requireOneManager(group);
		if (!group.isManagedBy(account)) {
			this.rows.switchManager(group, account);
			notesOf(id).manager = account.person().email();
		}
		if (this.overlapping.stream().anyMatch((other) -> !account.equals(other.managers.getOrDefault(id, account)))) {
			this.rows.corrupt(group);
		}
		this.managers.put(id, account);
	}

	void attach(UUID id, @Nullable StoredPerson account) {
		StoredGroup group = group(id);
		if (account != null && account.person().isEligible() && !account.isIn(group)) {
			this.rows.addMember(group, account);
			notesOf(id).added.add(account.person().email());
		}
	}

	void detach(UUID id, @Nullable StoredPerson account) {
		StoredGroup group = group(id);
		if (account != null && account.isIn(group)) {
			notesOf(id).removed.add(account.person().email());
		}
		this.rows.detach(group, account);
	}

	void remove(UUID id) {
		this.rows.remove(group(id));
		notesOf(id).kind = Kind.DELETED;
	}

	private Notes notesOf(UUID id) {
		return this.notes.computeIfAbsent(id, (key) -> new Notes());
	}

}
