package io.groupbatch.importjob.send;

import java.util.List;
import java.util.UUID;

import io.groupbatch.journal.Verb;
import io.groupbatch.portal.Answer;
import io.groupbatch.portal.Answer.Shape;
import io.groupbatch.portal.Group;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table of design section 7. Reconciling, which only a create needs, is a doubt that
 * a person settles.
 */
class NextStepTests {

	@ParameterizedTest(name = "{0} {1}: create {2}, update {3}, delete {4}, get {5}")
	@CsvSource({
			// readable, or not
			"200, GROUP, COMPARE, COMPARE, GONE, COMPARE", "201, GROUP, COMPARE, COMPARE, GONE, COMPARE",
			"200, UNREADABLE, DOUBT, COMPLETE, , COMPLETE", "200, EMPTY, DOUBT, COMPLETE, GONE, COMPLETE",
			"200, PAGE, DOUBT, COMPLETE, , COMPLETE", "204, EMPTY, DOUBT, COMPLETE, GONE, COMPLETE",
			// the server has finished
			"500, ERROR, DOUBT, COMPLETE, COMPLETE, COMPLETE",
			// it may still be running
			"500, PAGE, DOUBT, DOUBT, DOUBT, DOUBT", "500, EMPTY, DOUBT, DOUBT, DOUBT, DOUBT",
			"502, PAGE, DOUBT, DOUBT, DOUBT, DOUBT", "503, PAGE, DOUBT, DOUBT, DOUBT, DOUBT",
			"503, EMPTY, DOUBT, DOUBT, DOUBT, DOUBT", "504, PAGE, DOUBT, DOUBT, DOUBT, DOUBT",
			"507, TEXT, DOUBT, DOUBT, DOUBT, DOUBT", "408, EMPTY, DOUBT, DOUBT, DOUBT, DOUBT",
			"0, LOST, DOUBT, DOUBT, DOUBT, DOUBT", "200, LOST, DOUBT, DOUBT, DOUBT, DOUBT",
			// nothing was sent, or done
			"0, NOT_SENT, RECONNECT, RECONNECT, RECONNECT, RECONNECT", "429, EMPTY, WAIT, WAIT, WAIT, WAIT",
			"429, PAGE, WAIT, WAIT, WAIT, WAIT",
			// refused
			"400, VALIDATION, REFUSED, REFUSED, REFUSED, REFUSED",
			"415, UNSUPPORTED, REFUSED, REFUSED, REFUSED, REFUSED", "415, ERROR, REFUSED, REFUSED, REFUSED, REFUSED",
			"404, ERROR, REFUSED, REFUSED, REFUSED, REFUSED", "409, PAGE, REFUSED, REFUSED, REFUSED, REFUSED",
			"413, PAGE, REFUSED, REFUSED, REFUSED, REFUSED", "422, ERROR, REFUSED, REFUSED, REFUSED, REFUSED",
			// refused, perhaps after a part was done
			"400, ERROR, WITHOUT_PEOPLE, LOOK, LOOK, LOOK",
			// no request can get past
			"401, EMPTY, STOP, STOP, STOP, STOP", "401, ERROR, STOP, STOP, STOP, STOP",
			"402, PROBLEM, STOP, STOP, STOP, STOP", "402, ERROR, STOP, STOP, STOP, STOP",
			"403, EMPTY, STOP, STOP, STOP, STOP", "403, PROBLEM, STOP, STOP, STOP, STOP",
			"403, TEXT, STOP, STOP, STOP, STOP", "404, PROBLEM, STOP, STOP, STOP, STOP",
			"404, EMPTY, STOP, STOP, STOP, STOP", "404, PAGE, STOP, STOP, STOP, STOP",
			"405, EMPTY, STOP, STOP, STOP, STOP", "301, EMPTY, STOP, STOP, STOP, STOP",
			"302, PAGE, STOP, STOP, STOP, STOP", "307, EMPTY, STOP, STOP, STOP, STOP",
			"308, EMPTY, STOP, STOP, STOP, STOP" })
	void whatCameBackDecidesByWhatItProves(int status, Shape shape, NextStep create, NextStep update, NextStep delete,
			NextStep get) {
		Answer answer = answer(status, shape, null);

		assertThat(NextStep.of(Verb.CREATE, answer)).isEqualTo(create);
		assertThat(NextStep.of(Verb.UPDATE, answer)).isEqualTo(update);
		assertThat(NextStep.of(Verb.GET, answer)).isEqualTo(get);
		if (delete != null) {
			assertThat(NextStep.of(Verb.DELETE, answer)).isEqualTo(delete);
		}
	}

	@ParameterizedTest(name = "403 {0}: create {1}, others {2}")
	@CsvSource({ "ASC.Common.Security.Authorizing.AuthorizingException, STOP, STOP",
			"System.Security.SecurityException, STOP, STOP", "System.UnauthorizedAccessException, STOP, STOP",
			"System.InvalidOperationException, DOUBT, LOOK", ", DOUBT, LOOK" })
	void aForbiddenThatIsNoQuestionOfRightsMayHaveDoneAPart(String type, NextStep create, NextStep others) {
		Answer answer = answer(403, Shape.ERROR, type);

		assertThat(NextStep.of(Verb.CREATE, answer)).isEqualTo(create);
		assertThat(NextStep.of(Verb.UPDATE, answer)).isEqualTo(others);
		assertThat(NextStep.of(Verb.DELETE, answer)).isEqualTo(others);
		assertThat(NextStep.of(Verb.GET, answer)).isEqualTo(others);
	}

	private static Answer answer(int status, Shape shape, String type) {
		Group group = (shape == Shape.GROUP) ? new Group(new UUID(1, 1), "Team", null, List.of(), false, false) : null;
		return new Answer(status, shape, group, "", type, null, null);
	}

	@ParameterizedTest
	@org.junit.jupiter.params.provider.EnumSource(value = Shape.class, names = { "PAGE", "UNREADABLE" })
	void aWebPageProvesNoDelete(Shape shape) {
		assertThat(NextStep.of(Verb.DELETE, answer(200, shape, null))).isEqualTo(NextStep.COMPLETE);
	}

}
