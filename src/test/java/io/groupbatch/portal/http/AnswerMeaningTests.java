package io.groupbatch.portal.http;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

import io.groupbatch.portal.http.Answer.Pause;
import io.groupbatch.portal.http.Answer.Shape;
import io.groupbatch.portal.payload.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.jspecify.annotations.Nullable;

import static io.groupbatch.portal.http.AnswerMeaning.BROKEN_OFF;
import static io.groupbatch.portal.http.AnswerMeaning.FOREIGN_RATE_LIMIT;
import static io.groupbatch.portal.http.AnswerMeaning.FOREIGN_REFUSAL;
import static io.groupbatch.portal.http.AnswerMeaning.LOST;
import static io.groupbatch.portal.http.AnswerMeaning.NOT_SENT;
import static io.groupbatch.portal.http.AnswerMeaning.NO_ANSWER_OF_A_PORTAL;
import static io.groupbatch.portal.http.AnswerMeaning.OUT_OF_TIME;
import static io.groupbatch.portal.http.AnswerMeaning.RATE_LIMITED;
import static io.groupbatch.portal.http.AnswerMeaning.REDIRECT;
import static io.groupbatch.portal.http.AnswerMeaning.SERVER_TROUBLE;
import static org.assertj.core.api.Assertions.assertThat;

class AnswerMeaningTests {

	/** Portal contract 2: shapes A to G with the statuses that the portal sends. */
	@ParameterizedTest(name = "{0} {1} is {2}")
	@CsvSource({
			// success
			"200, GROUP, CONTENT", "201, GROUP, CONTENT", "204, EMPTY, NO_CONTENT", "200, EMPTY, FINISHED",
			"200, UNREADABLE, FINISHED", "204, UNREADABLE, FINISHED", "200, PAGE, NO_ANSWER_OF_A_PORTAL",
			// thrown in an action
			"400, ERROR, REFUSED_MIDWAY", "401, ERROR, KEY_REFUSED", "402, ERROR, OUT_OF_SERVICE",
			"403, ERROR, FORBIDDEN", "404, ERROR, NOT_FOUND", "415, ERROR, INVALID", "500, ERROR, BROKEN_OFF",
			// refused ahead of the action
			"400, VALIDATION, INVALID", "415, UNSUPPORTED, INVALID", "401, EMPTY, KEY_REFUSED",
			"403, EMPTY, KEY_WITHOUT_SCOPE", "403, TEXT, ADDRESS_REFUSED", "402, PROBLEM, OUT_OF_SERVICE",
			"403, PROBLEM, OUT_OF_SERVICE", "404, PROBLEM, OUT_OF_SERVICE",
			// no answer
			"0, LOST, LOST", "0, NOT_SENT, NOT_SENT" })
	void thePortalsOwnAnswersProveSomething(int status, Shape shape, AnswerMeaning meaning) {
		assertThat(answer(status, shape, null).meaning()).isEqualTo(meaning);
	}

	@ParameterizedTest(name = "403 {0} is {1}")
	@CsvSource({ "ASC.Common.Security.Authorizing.AuthorizingException, NO_RIGHTS",
			"System.Security.SecurityException, NO_RIGHTS", "System.UnauthorizedAccessException, NO_RIGHTS",
			"System.InvalidOperationException, DAMAGED_GROUP", "System.Exception, FORBIDDEN" })
	void whatTheKeysOwnerMayNotDoIsToldByTheType(String type, AnswerMeaning meaning) {
		assertThat(answer(403, Shape.ERROR, type).meaning()).isEqualTo(meaning);
		assertThat(answer(400, Shape.ERROR, type).meaning()).as("the type alone").isNotEqualTo(meaning);
	}

	@Test
	void aLimitOfThePortalNamesItself() {
		assertThat(limited(Shape.EMPTY, new Pause(null, 1500))).isEqualTo(RATE_LIMITED);
		assertThat(limited(Shape.EMPTY, new Pause(Duration.ofSeconds(9), null))).isEqualTo(RATE_LIMITED);
		assertThat(limited(Shape.EMPTY, new Pause(null, null))).isEqualTo(FOREIGN_RATE_LIMIT);
		assertThat(limited(Shape.EMPTY, null)).isEqualTo(FOREIGN_RATE_LIMIT);
		assertThat(limited(Shape.PAGE, new Pause(null, 1500))).isEqualTo(FOREIGN_RATE_LIMIT);
	}

	/** Whatever is not in the tables above tells only by its status what it may be. */
	@ParameterizedTest
	@EnumSource(value = Shape.class, mode = EnumSource.Mode.EXCLUDE, names = { "GROUP", "NOT_SENT", "LOST" })
	void anyOtherAnswerProvesNothing(Shape shape) {
		for (int status = 100; status <= 999; status++) {
			if (status / 100 != 2 && !isPortals(status, shape)) {
				assertThat(answer(status, shape, null).meaning()).as("%d %s", status, shape).isEqualTo(foreign(status));
			}
		}
	}

	private static AnswerMeaning foreign(int status) {
		if (List.of(408, 425, 499).contains(status)) {
			return OUT_OF_TIME;
		}
		return switch (status / 100) {
			case 1 -> NO_ANSWER_OF_A_PORTAL;
			case 3 -> REDIRECT;
			case 4 -> (status == 429) ? FOREIGN_RATE_LIMIT : FOREIGN_REFUSAL;
			default -> SERVER_TROUBLE;
		};
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
	void aReadIsRepeatedOnlyWhereThatMayHelp() {
		assertThat(EnumSet.allOf(AnswerMeaning.class).stream().filter(AnswerMeaning::mayPass))
			.containsExactlyInAnyOrder(NOT_SENT, LOST, BROKEN_OFF, SERVER_TROUBLE, OUT_OF_TIME);
		assertThat(EnumSet.allOf(AnswerMeaning.class).stream().filter(AnswerMeaning::isRateLimit))
			.containsExactlyInAnyOrder(RATE_LIMITED, FOREIGN_RATE_LIMIT);
	}

	@ParameterizedTest
	@CsvSource({ "302, EMPTY, true", "400, PAGE, true", "400, ERROR, true", "403, PAGE, true", "403, EMPTY, true",
			"404, UNREADABLE, true", "409, ERROR, true", "451, TEXT, true", "403, ERROR, false", "408, PAGE, false",
			"425, EMPTY, false", "429, PAGE, false", "499, EMPTY, false", "502, PAGE, false", "200, PAGE, false",
			"0, LOST, false", "0, NOT_SENT, false" })
	void aRefusalWouldComeAgain(int status, Shape shape, boolean refusal) {
		assertThat(answer(status, shape, null).meaning().isRefusal()).isEqualTo(refusal);
	}

	private static AnswerMeaning limited(Shape shape, @Nullable Pause pause) {
		return new Answer(429, shape, null, "", null, pause, null).meaning();
	}

	private static Answer answer(int status, Shape shape, @Nullable String type) {
		Group group = (shape == Shape.GROUP) ? new Group(new UUID(1, 1), "Team", null, List.of(), false, false, null)
				: null;
		return new Answer(status, shape, group, "", type, null, null);
	}

}
