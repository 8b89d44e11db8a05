package io.groupbatch.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.groupbatch.sandbox.Misbehaviour.Act;
import io.groupbatch.sandbox.Misbehaviour.Break;
import io.groupbatch.sandbox.Misbehaviour.Break.Point;
import io.groupbatch.sandbox.Misbehaviour.Late;
import io.groupbatch.sandbox.Misbehaviour.Old;

/** What a request's {@link Act} means for the work behind the portal's door. */
final class Course {

	private static final int NEVER = -1;

	private final Traffic.Request request;

	private final Act act;

	private final Misbehaviour misbehaviour;

	private final Runnable answering;

	/**
	 * Makes a course.
	 * @param answering sends the answer of a work that will be late
	 */
	Course(Traffic.Request request, Act act, Misbehaviour misbehaviour, Runnable answering) {
		this.request = request;
		this.act = act;
		this.misbehaviour = misbehaviour;
		this.answering = answering;
	}

	/** Nothing out of the ordinary. */
	static Course straight() {
		Traffic.Request request = new Traffic.Request(0, Instant.EPOCH, "", "", 0, "", null);
		return new Course(request, new Misbehaviour.Normal(), Misbehaviour.none(), () -> {
		});
	}

	Traffic.Request request() {
		return this.request;
	}

	/** How old the groups are that a read shows. */
	Duration age() {
		return (this.act instanceof Old old) ? old.age() : Duration.ZERO;
	}

	/** How long the work takes that usually takes so long. */
	Duration work(Duration usual) {
		return (this.act instanceof Late late) ? late.work() : usual;
	}

	/** The work has begun. */
	void begun() {
		if (this.act instanceof Late) {
			this.answering.run();
		}
	}

	void created(UUID group) {
		this.misbehaviour.onCreate(this.request, group);
	}

	/** Breaks the work off, if this is where it breaks: after so many steps. */
	void breakAfter(int done, List<Step> steps) {
		if (this.act instanceof Break broken && done == place(broken, steps)) {
			throw (broken.point() == Point.AFTER_REMOVAL) ? Refusal.userNotFound() : Refusal.notSaved();
		}
	}

	private static int place(Break broken, List<Step> steps) {
		return switch (broken.point()) {
			case BEFORE -> 0;
			case HALFWAY -> 1 + part(broken, steps.size());
			case AFTER_REMOVAL -> {
				int[] removals = IntStream.range(0, steps.size()).filter((step) -> steps.get(step).removes()).toArray();
				yield (removals.length == 0) ? NEVER : 1 + removals[part(broken, removals.length)];
			}
		};
	}

	private static int part(Break broken, int all) {
		return Math.min(all - 1, (int) (broken.part() * all));
	}

}
