package io.groupbatch.importjob.send.exchange;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.portal.http.Answer;
import io.groupbatch.portal.http.Answer.Shape;
import io.groupbatch.portal.payload.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table of docs/architecture.md, "What an answer means". Reconciling, which only a
 * create needs, is a doubt that a person settles.
 */
class NextStepTests {

	@ParameterizedTest(name = "{0} {1}: create {2}, update {3}, delete {4}, get {5}")
	@CsvSource({
			// readable, or not
			"200, GROUP, COMPARE, COMPARE, COMPLETE, COMPARE", "201, GROUP, COMPARE, COMPARE, COMPLETE, COMPARE",
			"200, UNREADABLE, DOUBT, COMPLETE, COMPLETE, COMPLETE", "200, EMPTY, DOUBT, COMPLETE, COMPLETE, COMPLETE",
			"204, EMPTY, DOUBT, COMPLETE, GONE, COMPLETE",
			// the server has finished
			"500, ERROR, DOUBT, COMPLETE, COMPLETE, COMPLETE",
			// nothing was sent, or done
			"0, NOT_SENT, RECONNECT, RECONNECT, RECONNECT, RECONNECT",
			// refused
			"400, VALIDATION, REFUSED, REFUSED, REFUSED, REFUSED",
			"415, UNSUPPORTED, REFUSED, REFUSED, REFUSED, REFUSED", "415, ERROR, REFUSED, REFUSED, REFUSED, REFUSED",
			"404, ERROR, REFUSED, REFUSED, REFUSED, REFUSED",
			// refused, perhaps after a part was done
			"400, ERROR, WITHOUT_PEOPLE, LOOK, LOOK, LOOK",
			// no request can get past
			"401, EMPTY, STOP, STOP, STOP, STOP", "401, ERROR, STOP, STOP, STOP, STOP",
			"402, PROBLEM, STOP, STOP, STOP, STOP", "402, ERROR, STOP, STOP, STOP, STOP",
			"403, EMPTY, STOP, STOP, STOP, STOP", "403, PROBLEM, STOP, STOP, STOP, STOP",
			"403, TEXT, STOP, STOP, STOP, STOP", "404, PROBLEM, STOP, STOP, STOP, STOP",
			// too many, says a proxy on the way
			"429, EMPTY, DOUBT, DOUBT, DOUBT, WAIT", "429, PAGE, DOUBT, DOUBT, DOUBT, WAIT",
			"429, TEXT, DOUBT, DOUBT, DOUBT, WAIT", "429, ERROR, DOUBT, DOUBT, DOUBT, WAIT" })
	void whatCameBackDecidesByWhatItProves(int status, Shape shape, NextStep create, NextStep update, NextStep delete,
			NextStep get) {
		Answer answer = answer(status, shape, null);

		assertThat(NextStep.of(RequestType.CREATE, answer)).isEqualTo(create);
		assertThat(NextStep.of(RequestType.UPDATE, answer)).isEqualTo(update);
		assertThat(NextStep.of(RequestType.GET, answer)).isEqualTo(get);
		if (delete != null) {
			assertThat(NextStep.of(RequestType.DELETE, answer)).isEqualTo(delete);
		}
	}

	@ParameterizedTest(name = "403 {0}: create {1}, others {2}")
	@CsvSource({ "ASC.Common.Security.Authorizing.AuthorizingException, STOP, STOP",
			"System.Security.SecurityException, STOP, STOP", "System.UnauthorizedAccessException, STOP, STOP",
			"System.InvalidOperationException, DOUBT, LOOK", ", DOUBT, LOOK" })
	void aForbiddenThatIsNoQuestionOfRightsMayHaveDoneAPart(String type, NextStep create, NextStep others) {
		Answer answer = answer(403, Shape.ERROR, type);

		assertThat(NextStep.of(RequestType.CREATE, answer)).isEqualTo(create);
		assertThat(NextStep.of(RequestType.UPDATE, answer)).isEqualTo(others);
		assertThat(NextStep.of(RequestType.DELETE, answer)).isEqualTo(others);
		assertThat(NextStep.of(RequestType.GET, answer)).isEqualTo(others);
	}

	/** What is in the table above, and nothing else, proves anything. */
	@ParameterizedTest
	@EnumSource(value = Shape.class, mode = EnumSource.Mode.EXCLUDE, names = { "GROUP", "NOT_SENT" })
	void anyOtherAnswerProvesNothingWhateverItsStatus(Shape shape) {
		for (int status = 100; status <= 999; status++) {
			for (RequestType verb : RequestType.values()) {
				NextStep step = NextStep.of(verb, answer(status, shape, null));
				boolean success = status / 100 == 2 && shape != Shape.PAGE && shape != Shape.LOST;
				boolean limit = status == 429 && verb == RequestType.GET;
				if (!success && !limit && !isPortals(status, shape)) {
					assertThat(step).as("%d %s to %s", status, shape, verb).isEqualTo(NextStep.DOUBT);
				}
			}
		}
	}

	private static boolean isPortals(int status, Shape shape) {
		return switch (shape) {
			case ERROR -> List.of(400, 401, 402, 403, 404, 415, 500).contains(status);
			case VALIDATION -> status == 400;
			case UNSUPPORTED -> status == 415;
			case PROBLEM -> List.of(402, 403, 404).contains(status);
			case EMPTY -> List.of(401, 403).contains(status);
			case TEXT -> status == 403;
			default -> false;
		};
	}

	@Test
	void thePortalsOwnLimitNamesItself() {
		for (Answer.Pause pause : List.of(new Answer.Pause(null, 1500),
				new Answer.Pause(Duration.ofSeconds(9), null))) {
			for (RequestType verb : RequestType.values()) {
				assertThat(NextStep.of(verb, new Answer(429, Shape.EMPTY, null, "", null, pause, null)))
					.isEqualTo(NextStep.WAIT);
			}
		}
	}

	private static Answer answer(int status, Shape shape, String type) {
		Group group = (shape == Shape.GROUP) ? new Group(new UUID(1, 1), "Team", null, List.of(), false, false, null)
				: null;
		return new Answer(status, shape, group, "", type, null, null);
	}

	@ParameterizedTest
	@EnumSource(value = Shape.class, names = { "EMPTY", "UNREADABLE", "GROUP" })
	void onlyTheAnswerOfADeleteProvesIt(Shape shape) {
		assertThat(NextStep.of(RequestType.DELETE, answer(200, shape, null))).isEqualTo(NextStep.COMPLETE);
	}

}
