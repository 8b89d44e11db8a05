package io.groupbatch.importjob;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import org.springframework.batch.infrastructure.item.ExecutionContext;

import static org.assertj.core.api.Assertions.assertThat;

class JournalRowReaderTests {

	private final List<Long> pages = new ArrayList<>();

	@Test
	void readsPageByPageToTheEnd() {
		JournalRowReader<Long> reader = reader(true);
		reader.open(new ExecutionContext());

		assertThat(readAll(reader)).hasSize(2500).startsWith(2L).endsWith(2501L);
		assertThat(this.pages).containsExactly(0L, 1000L, 2000L, 2501L);
	}

	@Test
	void goesOnAfterTheLastCommittedRow() {
		JournalRowReader<Long> first = reader(true);
		ExecutionContext context = new ExecutionContext();
		first.open(context);
		for (int i = 0; i < 3; i++) {
			first.read();
		}
		first.update(context);
		first.read();

		JournalRowReader<Long> second = reader(true);
		second.open(context);

		assertThat(second.read()).isEqualTo(5);
	}

	@Test
	void beginsAnewWhenAskedTo() {
		JournalRowReader<Long> reader = reader(false);
		ExecutionContext context = new ExecutionContext();
		reader.open(context);
		reader.read();
		reader.update(context);

		reader.open(context);

		assertThat(reader.read()).isEqualTo(2);
	}

	private JournalRowReader<Long> reader(boolean goesOn) {
		return new JournalRowReader<>((after, most) -> {
			this.pages.add(after);
			return LongStream.rangeClosed(Math.max(2, after + 1), Math.min(2501, after + most)).boxed().toList();
		}, Long::longValue, goesOn);
	}

	private static List<Long> readAll(JournalRowReader<Long> reader) {
		List<Long> all = new ArrayList<>();
		for (Long row = reader.read(); row != null; row = reader.read()) {
			all.add(row);
		}
		return all;
	}

}
