package io.groupbatch.importjob.send;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.groupbatch.importjob.send.doubt.DoubtQueue;
import io.groupbatch.importjob.send.doubt.DoubtResolver;
import io.groupbatch.importjob.send.exchange.Observation;
import io.groupbatch.importjob.send.write.RequestDecision;
import io.groupbatch.importjob.send.write.StalePlanCheck;
import io.groupbatch.journal.plan.RequestState;
import io.groupbatch.journal.send.RequestResult;
import io.groupbatch.journal.send.SendableRequest;
import io.groupbatch.journal.send.SendableRequests;

import org.jspecify.annotations.Nullable;

/**
 * The bounded pipeline between the journal and the portal, read as if it were a file of
 * results.
 * <p>
 * Each turn is a chunk of the step, and one transaction: {@link #read} hands out what is
 * finished, its outcome is written, and {@link #recorded} marks further ready requests,
 * those among them that became ready through these results: one for each free worker, and
 * as many ahead as there are workers, so that no worker waits for a mark. The next read
 * forces the transaction, which is committed by then, to the disk, and only after that it
 * gives the marked requests away. So at most two requests for each worker are ever marked
 * and not yet recorded, and never two of one lane. A lane in doubt is parked: it holds a
 * worker only for the moment of a look.
 * <p>
 * For the one thread of the step, which alone uses the journal.
 */
final class SendPipeline {

	private static final long TICK_MILLIS = 100;

	private final SendableRequests lanes;

	private final SenderPool workers;

	private final DoubtQueue doubts;

	private final DoubtResolver settler;

	private final StalePlanCheck plan;

	private final ReadyQueue lineup;

	private final Deque<SendableRequest> again = new ArrayDeque<>();

	private final Map<Long, SendableRequest> inFlight = new HashMap<>();

	private final BlockingQueue<WorkerEvent> events = new LinkedBlockingQueue<>();

	private final Linger linger = new Linger();

	/** Marked in the transaction that may not have ended yet. */
	private final List<SendableRequest> marked = new ArrayList<>();

	/** Those that were marked and not sent, and may be later. */
	private final Set<Long> handedBack = new HashSet<>();

	/** Those that must not be sent at all, for the next read. */
	private final List<RequestResult> skipped = new ArrayList<>();

	private int looking;

	private long handedOut = System.nanoTime();

	/**
	 * Begins with nothing sent; what earlier starts left in doubt is looked up again.
	 * @param doubts holds the requests in doubt
	 * @param settler decides what becomes of those of this run
	 * @param plan has groups looked at that other runs may have changed
	 */
	SendPipeline(SendableRequests lanes, long run, SenderPool workers, DoubtQueue doubts, DoubtResolver settler,
			StalePlanCheck plan) {
		this.lanes = lanes;
		this.lineup = new ReadyQueue(lanes, run);
		this.workers = workers;
		this.doubts = doubts;
		this.settler = settler;
		this.plan = plan;
		for (SendableRequest left : lanes.inDoubt(run)) {
			settler.takeOver(left);
			doubts.add(left);
		}
	}

	/**
	 * Gives away what was marked, and waits until there is something to write.
	 * @return the next results, none when there is only something to mark; null when
	 * nothing more can be sent now
	 */
	@Nullable List<RequestResult> read() throws InterruptedException {
		giveAway();
		List<RequestResult> results = await();
		this.handedOut = System.nanoTime();
		return results;
	}

	private @Nullable List<RequestResult> await() throws InterruptedException {
		List<RequestResult> results = new ArrayList<>(this.skipped);
		this.skipped.clear();
		while (results.isEmpty() && isBusy()) {
			look();
			if (canMark()) {
				return results;
			}
			results.addAll(collect());
			if (this.workers.isStopping()) {
				results.addAll(this.workers.takeBack());
			}
		}
		return results.isEmpty() ? null : results;
	}

	/**
	 * Learns what was recorded in the transaction of the caller, and marks in it what is
	 * to be sent once it is committed.
	 */
	void recorded(List<RequestResult> results) {
		follow(results);
		mark();
	}

	private void follow(List<RequestResult> results) {
		List<Long> recorded = new ArrayList<>();
		List<Long> settled = new ArrayList<>();
		for (RequestResult result : results) {
			long id = result.request().id();
			SendableRequest sent = this.inFlight.remove(id);
			if (this.handedBack.remove(id) && sent != null) {
				putBack(sent);
				continue;
			}
			this.doubts.sent(result);
			if (result.state() == RequestState.IN_DOUBT && result.refusal() == null && sent != null) {
				this.doubts.add(this.settler.asPlanned(sent, result.doubt()));
			}
			recorded.add(id);
			if (result.state().isSettled()) {
				settled.add(id);
			}
		}
		this.lineup.recorded(recorded, settled);
	}

	private void putBack(SendableRequest unsent) {
		if (unsent.doubt() != null) {
			this.again.add(unsent);
		}
		else {
			this.lineup.putFirst(unsent);
		}
	}

	private int free() {
		return this.workers.isStopping() ? 0 : this.workers.places(busy());
	}

	/**
	 * A look that is due has the next free worker; what is sent again is before the rest.
	 */
	private int freeToMark() {
		if (this.workers.isStopping() || isLookDue()) {
			return 0;
		}
		return this.again.isEmpty() ? this.workers.placesToMark(busy()) : this.workers.places(busy());
	}

	private boolean isLookDue() {
		return this.doubts.untilNext().compareTo(Duration.ZERO) <= 0;
	}

	private int busy() {
		return this.inFlight.size() + this.looking;
	}

	private boolean canMark() {
		return (free() > 0 && !this.again.isEmpty()) || (freeToMark() > 0 && this.lineup.hasMore());
	}

	private boolean hasMore() {
		return !this.again.isEmpty() || this.lineup.hasMore();
	}

	private void mark() {
		int free = free();
		while (free > this.marked.size() && !this.again.isEmpty()) {
			this.marked.add(this.again.remove());
		}
		free = freeToMark();
		while (free > this.marked.size() && this.skipped.size() < ReadyQueue.PAGE && this.lineup.hasNext()) {
			take(this.lineup.next());
		}
		this.lanes.mark(this.marked);
		this.marked.forEach((request) -> this.inFlight.put(request.request().id(), request));
	}

	private void take(SendableRequest next) {
		if (next.blocked() != null) {
			this.skipped.add(this.workers.skip(next));
		}
		else if (!this.doubts.holds(next)) {
			this.marked.add(next);
		}
	}

	/** Looks at what is parked, where it is time. */
	private void look() {
		for (int free = free(); free > 0; free--) {
			Optional<DoubtQueue.Entry> due = this.doubts.takeDue();
			if (due.isEmpty()) {
				return;
			}
			this.looking++;
			this.workers.look(due.get(), this.events::add);
		}
	}

	private void giveAway() {
		if (!this.marked.isEmpty()) {
			this.lanes.force();
			this.linger.turned(System.nanoTime() - this.handedOut);
			this.marked.forEach((request) -> this.workers.send(request, this.events::add));
			this.marked.clear();
		}
	}

	/** Whether anything more will come of it. */
	private boolean isBusy() throws InterruptedException {
		if (!this.inFlight.isEmpty() || this.looking > 0) {
			return true;
		}
		if (this.workers.isStopping()) {
			return false;
		}
		if (!this.workers.awaitPortal() && !this.doubts.isEmpty()) {
			this.workers.tellWaiting(this.doubts.size(), this.doubts.untilNext());
		}
		return !this.workers.isStopping() && (hasMore() || !this.doubts.isEmpty());
	}

	/** Waits for events, but not for ever: when time is up, what is open is in doubt. */
	private List<RequestResult> collect() throws InterruptedException {
		List<RequestResult> results = new ArrayList<>();
		List<WorkerEvent> happened = new ArrayList<>();
		WorkerEvent first = this.events.poll(patience(), TimeUnit.MILLISECONDS);
		if (first != null) {
			happened.add(first);
			takeAlong(happened);
		}
		happened.forEach((event) -> handle(event, results));
		if (results.isEmpty() && this.workers.isTimeUp()) {
			this.inFlight.values().forEach((request) -> results.add(this.workers.giveUp(request)));
			this.looking = 0;
		}
		return results;
	}

	/** What has happened in addition, or is about to. */
	private void takeAlong(List<WorkerEvent> happened) throws InterruptedException {
		long begin = System.nanoTime();
		this.events.drainTo(happened);
		while (happened.size() < this.inFlight.size() + this.looking) {
			long end = begin + this.linger.nanos(this.workers.haveEnough());
			WorkerEvent next = this.events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
			if (next == null) {
				return;
			}
			happened.add(next);
		}
	}

	/**
	 * Short enough to see a look that becomes due, and a signal. One that is due already
	 * waits for a free worker, and so for an event.
	 */
	private long patience() {
		long next = this.doubts.untilNext().toMillis();
		return isLookDue() ? TICK_MILLIS : Math.max(1, Math.min(TICK_MILLIS, next));
	}

	private void handle(WorkerEvent event, List<RequestResult> results) {
		if (event instanceof WorkerEvent.Looked looked) {
			this.looking--;
			if (looked.look() != null) {
				looked(looked.entry(), looked.look(), results);
			}
		}
		else if (event instanceof WorkerEvent.Sent sent) {
			results.add(sent.result());
			this.linger.answered(sent.result());
		}
		else if (event instanceof WorkerEvent.HandedBack back) {
			results.add(back.result());
			this.handedBack.add(back.result().request().id());
		}
	}

	private void looked(DoubtQueue.Entry entry, Observation look, List<RequestResult> results) {
		DoubtQueue.Verdict verdict = this.doubts.looked(entry, look);
		if (verdict == DoubtQueue.Verdict.LOOK_AGAIN) {
			return;
		}
		if (entry.ours()) {
			follow((verdict == DoubtQueue.Verdict.UNSTABLE) ? this.settler.unstable(entry.request())
					: this.settler.settle(entry.request(), look), results);
			return;
		}
		// What it has come to, a look at the groups of those who waited tells.
		for (SendableRequest waited : this.doubts.release(entry)) {
			this.plan.distrust(waited);
			this.lineup.putFirst(waited);
		}
	}

	private void follow(RequestDecision decision, List<RequestResult> results) {
		if (decision instanceof RequestDecision.Settled settled) {
			results.add(settled.result());
		}
		else if (decision instanceof RequestDecision.Send send) {
			this.again.add(send.request());
		}
	}

}
