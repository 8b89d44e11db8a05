package io.groupbatch.journal.export;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which pages are to be read next.
 */
class ListReadProgressTests {

	private final ListReadProgress first = ListReadProgress.first(ExportList.GROUPS);

	@Test
	void theFirstPageTellsHowManyThereAre() {
		assertThat(this.first.starts(20)).containsExactly(0L);
		assertThat(this.first.read(450).starts(20)).containsExactly(100L, 200L, 300L, 400L);
		assertThat(this.first.read(450).starts(2)).containsExactly(100L, 200L);
	}

	@Test
	void itIsReadWhenNoPageIsLeft() {
		assertThat(this.first.isRead()).isFalse();
		assertThat(this.first.read(0).isRead()).isTrue();
		assertThat(this.first.read(100).isRead()).isTrue();
		assertThat(this.first.read(101).isRead()).isFalse();
		assertThat(this.first.read(101).read(101).isRead()).isTrue();
	}

	@Test
	void anotherPassHasOtherPages() {
		ListReadProgress second = this.first.read(250).again().read(250);

		assertThat(second.starts(20)).containsExactly(99L, 198L);
	}

	@Test
	void aPassThatBreaksOffIsReadAndFollowedByAnother() {
		ListReadProgress broken = this.first.read(1_000_000).broken();

		assertThat(broken.isRead()).isTrue();
		assertThat(broken.steady()).isFalse();
		assertThat(broken.read(1_000_000).isRead()).as("with pages that were asked for ahead").isTrue();
		assertThat(broken.again().starts(20)).containsExactly(0L);
	}

	@Test
	void whatAnEarlierPassSawCountsWhileTheListIsAsLong() {
		assertThat(this.first.read(150).read(150).again().read(150).since()).isEqualTo(1);
		assertThat(this.first.read(150).read(150).again().read(151).since()).isEqualTo(2);
		assertThat(this.first.read(150).read(151).again().read(150).since()).isEqualTo(2);
	}

}
