package io.groupbatch.importjob.row;

import java.util.List;

import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.OmittedPerson;
import io.groupbatch.journal.row.OmittedPerson.Why;
import io.groupbatch.journal.row.RowResult;
import io.groupbatch.journal.row.RowStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class RowMessagesTests {

	private static final OmittedPerson GUEST = new OmittedPerson("gina@x", false, Why.GUEST);

	private static final OmittedPerson BOSS = new OmittedPerson("The Boss", true, Why.MISSING);

	@ParameterizedTest
	@EnumSource(names = { "SUCCEEDED", "UNCHANGED" })
	void aRowThatIsDoneWithoutSomebodyIsPartial(RowStatus status) {
		RowResult judged = RowMessages.without(List.of(GUEST, BOSS),
				new RowResult(status, Code.ALREADY_SO, "All is well."));

		assertThat(judged).isEqualTo(new RowResult(RowStatus.PARTIAL, Code.USER_MISSING,
				"Left out: gina@x (a guest), The Boss (as manager; no such user)."
						+ " Change guests to users. Correct the address, or invite them. All is well."));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			As the row says: no manager, 1 member.                 | Otherwise as the row says: no manager, 1 member.
			The portal has this already; nothing was sent. | The portal has the rest already; nothing was sent.
			Created: no manager, 1 member.                   | Created: no manager, 1 member.
			""")
	void aRowThatLacksSomebodyIsNotSaidToBeAsWanted(String whole, String rest) {
		RowResult judged = RowMessages.without(List.of(GUEST),
				new RowResult(RowStatus.SUCCEEDED, Code.UPSERTED, whole));

		assertThat(judged.message()).isEqualTo("Left out: gina@x (a guest). Change guests to users. " + rest);
	}

	@ParameterizedTest
	@EnumSource(names = { "SUCCEEDED", "UNCHANGED" }, mode = EnumSource.Mode.EXCLUDE)
	void anyOtherOutcomeStays(RowStatus status) {
		RowResult outcome = new RowResult(status, Code.IN_DOUBT, "Hm.");

		assertThat(RowMessages.without(List.of(GUEST), outcome)).isSameAs(outcome);
	}

	@Test
	void aRowWithEverybodyStays() {
		RowResult outcome = new RowResult(RowStatus.SUCCEEDED, Code.CREATED, "Created.");

		assertThat(RowMessages.without(List.of(), outcome)).isSameAs(outcome);
	}

	@ParameterizedTest
	@CsvSource({ "GUEST, USER_IS_GUEST, Change guests to users.", "DISABLED, USER_IS_DISABLED, Enable them.",
			"MISSING, USER_MISSING, 'Correct the address, or invite them.'",
			"BY_USER_MAP, USER_LEFT_OUT, Complete the user map." })
	void theReasonIsTheCodeAndSaysWhatToDo(Why why, Code code, String cure) {
		RowResult outcome = RowMessages.nothingLeft(List.of(new OmittedPerson("x", false, why)));

		assertThat(outcome.status()).isEqualTo(RowStatus.FAILED);
		assertThat(outcome.code()).isEqualTo(code);
		assertThat(outcome.message())
			.isEqualTo("Left out: x (" + RowMessages.of(why) + "). " + cure + " Nothing is left to do.");
	}

	@ParameterizedTest
	@CsvSource({
			"UNKNOWN, IN_DOUBT, 'Sent, but no answer proves whether it was done. Try resume: it looks at the group again.'",
			"CANCELLED, GIVEN_UP, The run was cancelled." })
	void whatTheJournalSetsByItsCodeGetsItsSentence(RowStatus status, Code code, String sentence) {
		assertThat(RowMessages.complete(new RowResult(status, code, null)).message()).isEqualTo(sentence);
	}

	@Test
	void aSentenceThatIsThereStays() {
		RowResult outcome = new RowResult(RowStatus.CANCELLED, Code.GIVEN_UP, "As an earlier version said it.");

		assertThat(RowMessages.complete(outcome)).isSameAs(outcome);
		assertThat(RowMessages.complete(RowResult.OPEN)).isSameAs(RowResult.OPEN);
	}

}
