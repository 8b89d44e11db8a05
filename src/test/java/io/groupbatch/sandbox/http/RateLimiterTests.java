package io.groupbatch.sandbox.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

import io.groupbatch.sandbox.Client;
import io.groupbatch.sandbox.Client.Answer;
import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.sandbox.protocol.ApiResponse;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimiterTests {

	private final Moment clock = new Moment();

	private static final class Moment extends Clock {

		private Instant now = Instant.parse("2026-07-01T10:00:00Z");

		void pass(Duration time) {
			this.now = this.now.plus(time);
		}

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

	@Test
	void theWindowSlides() {
		RateLimiter limiter = limiter(new RateLimits(2, 0, 0, 0));
		assertThat(limiter.enter("a", "GET")).isNull();
		this.clock.pass(Duration.ofSeconds(30));
		assertThat(limiter.enter("a", "PUT")).isNull();

		ApiResponse refused = limiter.enter("a", "GET");
		assertThat(refused.status()).isEqualTo(429);
		assertThat(refused.body()).isEmpty();
		assertThat(refused.headers()).isEqualTo(Map.of("X-RateLimit-Limit", "2", "X-RateLimit-Remaining", "0"));
		assertThat(limiter.enter("b", "GET")).isNull();
		this.clock.pass(Duration.ofSeconds(30));
		assertThat(limiter.enter("a", "GET")).isNull();
		assertThat(limiter.enter("a", "GET")).isNotNull();
	}

	@Test
	void readsAndWritesAtOnceAreCountedApart() {
		RateLimiter limiter = limiter(new RateLimits(0, 1, 2, 0));
		limiter.enter("a", "GET");
		limiter.enter("a", "DELETE");
		limiter.enter("a", "POST");

		assertThat(limiter.enter("a", "GET").headers()).containsEntry("X-RateLimit-Limit", "1");
		assertThat(limiter.enter("a", "PUT").headers()).containsEntry("X-RateLimit-Limit", "2")
			.doesNotContainKey("Retry-After");
		limiter.leave("a", "DELETE");
		assertThat(limiter.enter("a", "PUT")).isNull();
		assertThat(limiter.enter("a", "GET")).isNotNull();
	}

	@Test
	void onlyPostAndPutCountForTheDayWhichBeginsWithTheFirst() {
		RateLimiter limiter = limiter(new RateLimits(0, 0, 0, 1));
		limiter.enter("a", "GET");
		this.clock.pass(Duration.ofHours(5));
		assertThat(limiter.enter("a", "POST")).isNull();
		this.clock.pass(Duration.ofHours(23));

		ApiResponse refused = limiter.enter("a", "PUT");
		assertThat(refused.headers()).containsEntry("Retry-After", "3600")
			.containsEntry("X-RateLimit-Limit", "1")
			.containsEntry("X-RateLimit-Reset",
					Long.toString(this.clock.instant().plus(Duration.ofHours(1)).getEpochSecond()));
		assertThat(limiter.enter("a", "DELETE")).isNull();
		this.clock.pass(Duration.ofHours(1));
		assertThat(limiter.enter("a", "PUT")).isNull();
	}

	@Test
	void aDayCanBeShortAndANewOneBegun() {
		RateLimiter limiter = limiter(new RateLimits(0, 0, 0, 1).withDay(Duration.ofSeconds(10)));
		limiter.enter("a", "PUT");
		this.clock.pass(Duration.ofSeconds(4));
		assertThat(limiter.enter("a", "PUT").headers()).containsEntry("Retry-After", "6");
		limiter.newDay();
		assertThat(limiter.enter("a", "PUT")).isNull();
		this.clock.pass(Duration.ofSeconds(10));

		assertThat(limiter.enter("a", "PUT")).isNull();
	}

	@Test
	void aNewDayBeginsForEverybody() {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard().withLimits(new RateLimits(0, 0, 0, 1)))) {
			Client client = new Client(sandbox);
			client.group("One", "");
			assertThat(client.post("group", "{}").status()).isEqualTo(429);
			sandbox.newDay();

			assertThat(client.post("group", "{\"groupName\":\"Two\"}").status()).isEqualTo(200);
		}
	}

	@Test
	void aRequestRefusedLaterHasUsedItsPlaceInTheWindow() {
		RateLimiter limiter = limiter(new RateLimits(3, 1, 0, 0));
		limiter.enter("a", "GET");
		limiter.enter("a", "GET");
		assertThat(limiter.enter("a", "PUT")).isNull();

		assertThat(limiter.enter("a", "PUT").headers()).containsEntry("X-RateLimit-Limit", "3");
	}

	@Test
	void allKeysOfOnePersonShareTheirBudget() {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard().withLimits(new RateLimits(2, 0, 0, 0)))) {
			Client client = new Client(sandbox);
			client.get("group");
			Client other = client.withKey(sandbox.addKey("owner@sandbox.example", "files:read"));
			assertThat(other.get("group").status()).isEqualTo(403);
			Answer refused = client.withKey(sandbox.addKey("owner@sandbox.example")).get("group");

			assertThat(refused.status()).isEqualTo(429);
			assertThat(refused.text()).isEmpty();
			assertThat(refused.header("X-RateLimit-Limit")).isEqualTo("2");
			assertThat(client.withKey(sandbox.addKey("ada.admin@sandbox.example")).get("group").status())
				.isEqualTo(200);
			assertThat(client.get("group/not-a-guid").status()).isEqualTo(404);
		}
	}

	@Test
	void strangersAreCountedByAddressBeforeTheyAreTurnedAway() {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard().withLimits(new RateLimits(1, 0, 0, 0)))) {
			Client stranger = new Client(sandbox).with("");

			assertThat(stranger.get("group").status()).isEqualTo(401);
			assertThat(stranger.get("group").status()).isEqualTo(429);
		}
	}

	@Test
	void aSuccessTellsNoLimit() {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard().withLimits(RateLimits.standard()))) {
			assertThat(new Client(sandbox).get("group").headers().map().keySet())
				.noneMatch((name) -> name.toLowerCase(java.util.Locale.ROOT).startsWith("x-ratelimit"));
		}
	}

	private RateLimiter limiter(RateLimits limits) {
		return new RateLimiter(limits, this.clock);
	}

}
