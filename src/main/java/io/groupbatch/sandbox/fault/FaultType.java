package io.groupbatch.sandbox.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

import io.groupbatch.sandbox.fault.FaultPolicy.Act;
import io.groupbatch.sandbox.fault.FaultPolicy.Answer;
import io.groupbatch.sandbox.fault.FaultPolicy.Break;
import io.groupbatch.sandbox.fault.FaultPolicy.Break.Point;
import io.groupbatch.sandbox.fault.FaultPolicy.Cut;
import io.groupbatch.sandbox.fault.FaultPolicy.Late;
import io.groupbatch.sandbox.fault.FaultPolicy.Old;
import io.groupbatch.sandbox.fault.FaultPolicy.Spoil;
import io.groupbatch.sandbox.log.RecordedRequest;

/**
 * A kind of fault that can happen to a request.
 *
 * @param key its name in a faults file
 * @param read whether it happens to reads, or else to writes
 * @param fits the requests of these to which it can happen
 * @param effect what happens then
 */
record FaultType(String key, boolean read, Predicate<RecordedRequest> fits, Effect effect) {

	private static final Pattern CREATE = Pattern.compile("/api/2\\.0/group/?(\\?.*)?");

	private static final Pattern GROUP_READ = Pattern.compile("/api/2\\.0/group\\b.*");

	private static final Pattern REMOVAL_PATH = Pattern.compile(".*/members(/[^/?]+)?/?(\\?.*)?");

	private static final Pattern REMOVAL_BODY = Pattern.compile("\"membersToRemove\"\\s*:\\s*\\[\\s*\"",
			Pattern.CASE_INSENSITIVE);

	/** Makes the act, with what is left to chance. */
	@FunctionalInterface
	interface Effect {

		Act of(Times times, RandomGenerator chance);

	}

	/**
	 * The times that faults take.
	 *
	 * @param lateFrom the shortest time that late work takes
	 * @param lateTo the longest
	 * @param lag how old the groups of an old read may be
	 * @param retryAfter when the daily limit ends
	 */
	record Times(Duration lateFrom, Duration lateTo, Duration lag, Duration retryAfter) {

		Duration late(RandomGenerator chance) {
			return between(this.lateFrom, this.lateTo, chance);
		}

		Duration age(RandomGenerator chance) {
			return between(Duration.ZERO, this.lag, chance);
		}

		private static Duration between(Duration from, Duration to, RandomGenerator chance) {
			return from.plusNanos((long) (to.minus(from).toNanos() * chance.nextDouble()));
		}

	}

	/** Every fault there is; which one happens first of several depends on the order. */
	static List<FaultType> all() {
		List<FaultType> all = new ArrayList<>();
		all.add(write("cut-before", (times, chance) -> new Cut(false)));
		all.add(write("cut-after", (times, chance) -> new Cut(true)));
		all.add(write("cut-late", (times, chance) -> new Late(times.late(chance), null)));
		for (int status : new int[] { 502, 503, 504 }) {
			all.add(write(status + "-before", (times, chance) -> Answer.fromProxy(status, false)));
			all.add(write(status + "-after", (times, chance) -> Answer.fromProxy(status, true)));
			all.add(write(status + "-late",
					(times, chance) -> new Late(times.late(chance), Answer.fromProxy(status, true))));
		}
		addBroken(all);
		addLimits(all);
		addReads(all);
		return all;
	}

	private static void addBroken(List<FaultType> all) {
		all.add(write("500-before", (times, chance) -> new Break(Point.BEFORE, 0)));
		all.add(new FaultType("500-halfway-create", false, FaultType::isCreate,
				(times, chance) -> new Break(Point.HALFWAY, chance.nextDouble())));
		all.add(new FaultType("500-halfway-change", false, (request) -> !isCreate(request),
				(times, chance) -> new Break(Point.HALFWAY, chance.nextDouble())));
		all.add(new FaultType("403-halfway-remove", false, FaultType::removes,
				(times, chance) -> new Break(Point.AFTER_REMOVAL, chance.nextDouble())));
		all.add(write("200-malformed", (times, chance) -> new Spoil(false)));
		all.add(write("200-empty", (times, chance) -> new Spoil(true)));
	}

	private static void addLimits(List<FaultType> all) {
		all.add(write("429-minute", (times, chance) -> limited(1500, Map.of())));
		all.add(write("429-at-once", (times, chance) -> limited(15, Map.of())));
		all.add(new FaultType("429-day", false, (request) -> !request.method().equals("DELETE"), (times, chance) -> {
			Instant end = Instant.now().plus(times.retryAfter());
			return limited(10_000, Map.of("X-RateLimit-Reset", Long.toString(end.getEpochSecond()), "Retry-After",
					Long.toString(times.retryAfter().toSeconds())));
		}));
	}

	private static void addReads(List<FaultType> all) {
		all.add(read("read-cut", (times, chance) -> new Cut(false)));
		for (int status : new int[] { 502, 503, 504 }) {
			all.add(read("read-" + status, (times, chance) -> Answer.fromProxy(status, false)));
		}
		all.add(read("read-429", (times, chance) -> limited(1500, Map.of())));
		all.add(new FaultType("read-old", true, (request) -> GROUP_READ.matcher(request.path()).matches(),
				(times, chance) -> new Old(times.age(chance))));
	}

	private static FaultType write(String key, Effect effect) {
		return new FaultType(key, false, (request) -> true, effect);
	}

	private static FaultType read(String key, Effect effect) {
		return new FaultType(key, true, (request) -> true, effect);
	}

	/** Whether it can happen to this request. */
	boolean canHappenTo(RecordedRequest request) {
		return this.read == request.method().equals("GET") && this.fits.test(request);
	}

	static boolean isCreate(RecordedRequest request) {
		return request.method().equals("POST") && CREATE.matcher(request.path()).matches();
	}

	private static boolean removes(RecordedRequest request) {
		return !isCreate(request)
				&& (REMOVAL_PATH.matcher(request.path()).matches() || REMOVAL_BODY.matcher(request.body()).find());
	}

	private static Answer limited(int limit, Map<String, String> more) {
		Map<String, String> headers = new HashMap<>(more);
		headers.put("X-RateLimit-Limit", Integer.toString(limit));
		headers.put("X-RateLimit-Remaining", "0");
		return new Answer(429, "", "", headers, false);
	}

}
