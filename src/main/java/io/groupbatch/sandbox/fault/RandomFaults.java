package io.groupbatch.sandbox.fault;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

import io.groupbatch.sandbox.log.RecordedRequest;

/**
 * A {@link FaultPolicy} with random faults, as a properties file describes them. The same
 * seed and the same requests make the same faults, whatever the order in which they
 * arrive: what happens to a request depends on the seed, on its method, path and body,
 * and on how often the same request came before. A group made meanwhile counts by the
 * request that made it, since its id is another one each time. Only {@code most-faults}
 * depends on the order.
 */
public final class RandomFaults implements FaultPolicy {

	private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

	private final FaultsFile file;

	private final AtomicLong happened = new AtomicLong();

	private final Map<UUID, AtomicLong> times = new ConcurrentHashMap<>();

	private final Map<Long, UUID> creates = new ConcurrentHashMap<>();

	private final Map<UUID, UUID> madeBy = new ConcurrentHashMap<>();

	private RandomFaults(FaultsFile file) {
		this.file = file;
	}

	/**
	 * Reads a faults file, in UTF-8.
	 * @throws IOException if it cannot be read
	 * @throws IllegalArgumentException if it says something that is not understood
	 */
	public static RandomFaults read(Path file) throws IOException {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
			properties.load(reader);
		}
		catch (CharacterCodingException ex) {
			throw new IllegalArgumentException("It is not written in UTF-8.", ex);
		}
		return of(properties);
	}

	/**
	 * Takes the settings of a faults file.
	 * @throws IllegalArgumentException if there is a key or a value that is not
	 * understood; tells all of them
	 */
	public static RandomFaults of(Properties properties) {
		return new RandomFaults(FaultsFile.of(properties));
	}

	/** The number from which all chance is made. */
	public long seed() {
		return this.file.seed();
	}

	/** How many requests have met a fault. */
	public long happened() {
		return this.happened.get();
	}

	@Override
	public Act onRequest(RecordedRequest request) {
		UUID same = same(request);
		long time = this.times.computeIfAbsent(same, (key) -> new AtomicLong()).getAndIncrement();
		UUID one = hash(same + " " + time);
		if (FaultType.isCreate(request)) {
			this.creates.put(request.number(), one);
		}
		SplittableRandom chance = new SplittableRandom(one.getMostSignificantBits() ^ one.getLeastSignificantBits());
		double drawn = chance.nextDouble();
		for (Map.Entry<FaultType, Double> entry : this.file.chances().entrySet()) {
			if (entry.getKey().canHappenTo(request)) {
				drawn -= entry.getValue();
				if (drawn < 0) {
					return mayHappen() ? entry.getKey().effect().of(this.file.times(), chance) : new Normal();
				}
			}
		}
		return new Normal();
	}

	@Override
	public void onCreate(RecordedRequest request, UUID group) {
		UUID create = this.creates.remove(request.number());
		if (create != null) {
			this.madeBy.put(group, create);
		}
	}

	@Override
	public Duration lag() {
		return this.file.times().lag();
	}

	private boolean mayHappen() {
		long before = this.happened.getAndUpdate((count) -> Math.min(count + 1, this.file.maxFaults()));
		return before < this.file.maxFaults();
	}

	/** Equal for requests that are the same. */
	private UUID same(RecordedRequest request) {
		String path = ID.matcher(request.path()).replaceAll((id) -> {
			UUID group = UUID.fromString(id.group());
			return this.madeBy.getOrDefault(group, group).toString();
		});
		return hash(this.file.seed() + " " + request.method() + " " + path + "\n" + request.body());
	}

	private static UUID hash(String text) {
		return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
	}

}
