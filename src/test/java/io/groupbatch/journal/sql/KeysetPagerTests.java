package io.groupbatch.journal.sql;

import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeysetPagerTests {

	@Test
	void eachPageBeginsBehindTheOneBefore() {
		Iterable<List<Long>> pages = KeysetPager.of((after) -> page(after, 5), (row) -> row, 0L);

		assertThat(pages).containsExactly(List.of(1L, 2L), List.of(3L, 4L), List.of(5L));
		assertThat(pages).as("read again").hasSize(3);
	}

	@Test
	void nothingIsNoPage() {
		assertThat(KeysetPager.of((after) -> page(after, 0), (row) -> row, 0L)).isEmpty();
	}

	private static List<Long> page(long after, long last) {
		return LongStream.rangeClosed(after + 1, last).limit(2).boxed().toList();
	}

}
