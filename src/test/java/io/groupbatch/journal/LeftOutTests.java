package io.groupbatch.journal;

import java.util.List;

import io.groupbatch.journal.LeftOut.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class LeftOutTests {

	private static final LeftOut GUEST = new LeftOut("gina@x", false, Why.GUEST);

	private static final LeftOut BOSS = new LeftOut("The Boss", true, Why.MISSING);

	@ParameterizedTest
	@EnumSource(names = { "SUCCEEDED", "UNCHANGED" })
	void aRowThatIsDoneWithoutSomebodyIsPartial(RowStatus status) {
		Outcome judged = LeftOut.judge(new Outcome(status, Code.ALREADY_SO, "All is well."), List.of(GUEST, BOSS));

		assertThat(judged).isEqualTo(new Outcome(RowStatus.PARTIAL, Code.USER_MISSING,
				"Left out: gina@x (a guest), The Boss (as manager; no such user)."
						+ " Make guests users. Correct the address, or invite them. All is well."));
	}

	@ParameterizedTest
	@EnumSource(names = { "SUCCEEDED", "UNCHANGED" }, mode = EnumSource.Mode.EXCLUDE)
	void anyOtherOutcomeStays(RowStatus status) {
		Outcome outcome = new Outcome(status, Code.IN_DOUBT, "Hm.");

		assertThat(LeftOut.judge(outcome, List.of(GUEST))).isSameAs(outcome);
	}

	@Test
	void aRowWithEverybodyStays() {
		Outcome outcome = new Outcome(RowStatus.SUCCEEDED, Code.CREATED, "Created.");

		assertThat(LeftOut.judge(outcome, List.of())).isSameAs(outcome);
	}

	@ParameterizedTest
	@CsvSource({ "GUEST, USER_IS_GUEST, Make guests users.", "DISABLED, USER_IS_DISABLED, Enable them.",
			"MISSING, USER_MISSING, 'Correct the address, or invite them.'",
			"BY_USER_MAP, USER_MISSING, Complete the user map." })
	void theReasonIsTheCodeAndSaysWhatToDo(Why why, Code code, String cure) {
		Outcome outcome = LeftOut.nothingLeft(List.of(new LeftOut("x", false, why)));

		assertThat(outcome.status()).isEqualTo(RowStatus.FAILED);
		assertThat(outcome.code()).isEqualTo(code);
		assertThat(outcome.message())
			.isEqualTo("Left out: x (" + why.words() + "). " + cure + " Nothing is left to do.");
	}

	@Test
	void itIsKeptAsOneText() {
		for (LeftOut person : List.of(GUEST, BOSS, new LeftOut("manager member x", false, Why.BY_USER_MAP))) {
			assertThat(LeftOut.of(person.kept())).isEqualTo(person);
		}
	}

}
