package io.groupbatch.journal.row;

import java.util.List;

import io.groupbatch.journal.row.OmittedPerson.Why;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OmittedPersonTests {

	private static final OmittedPerson GUEST = new OmittedPerson("gina@x", false, Why.GUEST);

	private static final OmittedPerson BOSS = new OmittedPerson("The Boss", true, Why.MISSING);

	@Test
	void itIsKeptAsOneText() {
		for (OmittedPerson person : List.of(GUEST, BOSS,
				new OmittedPerson("manager member x", false, Why.BY_USER_MAP))) {
			assertThat(OmittedPerson.of(person.kept())).isEqualTo(person);
		}
	}

}
