package io.groupbatch.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.groupbatch.sandbox.Portal.Shown;
import org.jspecify.annotations.Nullable;

/**
 * Carries out writes, each step by step, several side by side. Only work that takes time
 * can overlap other work: the rows are locked but for the pauses between steps.
 */
final class Workshop {

	private final Portal portal;

	private final Deeds deeds;

	private final Duration usual;

	private final Clock clock;

	Workshop(Portal portal, Deeds deeds, Duration usual, Clock clock) {
		this.portal = portal;
		this.deeds = deeds;
		this.usual = usual;
		this.clock = clock;
	}

	/** Does the write and shows the group; null if it shows none. */
	@Nullable Shown carryOut(Write write, Course course) throws InterruptedException {
		Directory rows = this.portal.enter();
		try {
			Work work = new Work(rows, course, write.groups());
			List<Step> steps = write.steps().apply(work);
			work(work, steps, course);
			return (write.shown() != null) ? this.portal.shown(work.group(write.shown()), true) : null;
		}
		finally {
			this.portal.leave();
		}
	}

	/** Ends the pauses of all work that is under way. */
	void hurry() {
		this.portal.enter();
		try {
			this.deeds.underWay().forEach(Work::hurry);
			this.portal.tellAll();
		}
		finally {
			this.portal.leave();
		}
	}

	private void work(Work work, List<Step> steps, Course course) throws InterruptedException {
		Instant began = this.clock.instant();
		int done = 0;
		this.deeds.begin(work);
		try {
			// May send an answer with the rows locked; it is too small for a connection
			// to wait.
			course.begun();
			long start = System.nanoTime();
			long time = course.work(this.usual).toNanos();
			course.breakAfter(done, steps);
			for (Step step : steps) {
				this.portal.pauseUntil(start + time / steps.size() * (done + 1), work::isHurried);
				step.action().run();
				course.breakAfter(++done, steps);
			}
			this.portal.pauseUntil(start + time, work::isHurried);
		}
		finally {
			boolean nothing = done == 0 && !steps.isEmpty();
			this.deeds.end(work, nothing ? List.of() : deeds(work, course, began, done == steps.size()));
		}
	}

	private List<Deed> deeds(Work work, Course course, Instant began, boolean whole) {
		Traffic.Request request = course.request();
		Instant ended = this.clock.instant();
		return work.changes()
			.entrySet()
			.stream()
			.map((change) -> new Deed(request.number(), request.method(), change.getKey(), began, ended, whole,
					change.getValue()))
			.toList();
	}

}
