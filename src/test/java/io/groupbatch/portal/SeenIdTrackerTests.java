package io.groupbatch.portal;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SeenIdTrackerTests {

	private final SeenIdTracker seen = new SeenIdTracker();

	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 1, 2, 3 })
	void countsAsSetsDo(long seed) {
		Random random = new Random(seed);
		Set<UUID> ever = new HashSet<>();
		Set<UUID> round = new HashSet<>();
		for (int pass = 0; pass < 5; pass++) {
			Set<UUID> shown = new HashSet<>();
			for (int i = 0; i < 4000; i++) {
				UUID id = id(random.nextInt(6000));
				assertThat(this.seen.add(id)).isEqualTo(ever.add(id));
				shown.add(id);
			}
			round.addAll(shown);
			if (random.nextInt(3) == 0) {
				round = shown;
				this.seen.beginRound();
			}
			assertThat(this.seen.inPass()).isEqualTo(shown.size());
			assertThat(this.seen.inRound()).isEqualTo(round.size());
			this.seen.nextPass();
		}
	}

	@Test
	void halvesOfAnIdThatChangePlacesAreTwoIds() {
		assertThat(this.seen.add(new UUID(1, 2))).isTrue();
		assertThat(this.seen.add(new UUID(2, 1))).isTrue();
		assertThat(this.seen.add(new UUID(0, 0))).isTrue();
		assertThat(this.seen.add(new UUID(0, 0))).isFalse();
		assertThat(this.seen.inPass()).isEqualTo(3);
	}

	/** As portals number what is made in a row: only the end differs. */
	private static UUID id(int number) {
		return new UUID(0x5d1f6f0a7b1c4f6eL, 0x9a57000000000000L + number);
	}

}
