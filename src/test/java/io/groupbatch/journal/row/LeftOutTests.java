package io.groupbatch.journal.row;

import java.util.List;

import io.groupbatch.journal.row.LeftOut.Why;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LeftOutTests {

	private static final LeftOut GUEST = new LeftOut("gina@x", false, Why.GUEST);

	private static final LeftOut BOSS = new LeftOut("The Boss", true, Why.MISSING);

	@Test
	void itIsKeptAsOneText() {
		for (LeftOut person : List.of(GUEST, BOSS, new LeftOut("manager member x", false, Why.BY_USER_MAP))) {
			assertThat(LeftOut.of(person.kept())).isEqualTo(person);
		}
	}

}
