package io.groupbatch.portal;

import java.net.URI;

import io.groupbatch.portal.PortalException.Kind;
import io.groupbatch.portal.http.Answer;
import io.groupbatch.portal.http.Answer.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PortalExceptionTests {

	private static final URI URL = URI.create("https://a.example");

	@ParameterizedTest
	@CsvSource({ "0, NOT_SENT, UNREACHABLE", "0, LOST, UNREACHABLE", "200, PAGE, NOT_A_PORTAL",
			"200, UNREADABLE, NOT_A_PORTAL", "200, EMPTY, NOT_A_PORTAL", "301, PAGE, REDIRECTED",
			"400, VALIDATION, UNAVAILABLE", "401, EMPTY, KEY_REFUSED", "401, PAGE, NOT_A_PORTAL",
			"402, UNREADABLE, NOT_A_PORTAL", "402, PROBLEM, UNAVAILABLE", "403, EMPTY, KEY_REFUSED",
			"403, ERROR, NO_RIGHTS", "403, TEXT, NO_RIGHTS", "403, PROBLEM, UNAVAILABLE", "403, PAGE, NOT_A_PORTAL",
			"404, EMPTY, NOT_A_PORTAL", "404, PROBLEM, UNAVAILABLE", "405, EMPTY, NOT_A_PORTAL", "429, EMPTY, BUSY",
			"500, ERROR, UNAVAILABLE", "502, PAGE, UNAVAILABLE" })
	void everyAnswerHasItsKind(int status, Shape shape, Kind kind) {
		PortalException trouble = PortalException.of(URL, Answer.of(status, shape, "its words"));

		assertThat(trouble.kind()).isEqualTo(kind);
		assertThat(trouble.getMessage()).endsWith(".").doesNotContain("null");
	}

	@Test
	void theSentencesSayWhatToDo() {
		assertThat(PortalException.of(URL, Answer.of(0, Shape.NOT_SENT, "connection refused")))
			.hasMessage("No answer from https://a.example (connection refused). Check the address and the network.");
		assertThat(PortalException.of(URL, Answer.of(200, Shape.PAGE, "Welcome")))
			.hasMessage("https://a.example answered with a web page, not with the portal's API (200: Welcome). "
					+ "Check the address.");
		assertThat(PortalException.of(URL, Answer.of(403, Shape.EMPTY, "")).getMessage())
			.contains("accounts:read and accounts:write", "DocSpace admin or the owner");
	}

	@ParameterizedTest
	@CsvSource({ "https://b.example/api/2.0/group?x=1, https://b.example", "https://b.example/, https://b.example",
			"https://b.example/docs/api/2.0/group, https://b.example/docs", ", another address" })
	void aRedirectNamesTheAddressToGive(String location, String shown) {
		Answer answer = new Answer(301, Shape.EMPTY, null, "", null, null, location);

		assertThat(PortalException.of(URL, answer))
			.hasMessage("The portal redirects to " + shown + "; give that address with --portal.");
	}

	@Test
	void aDamagedGroupIsNotAMissingRight() {
		Answer answer = new Answer(403, Shape.ERROR, null, "Sequence contains more than one element",
				"System.InvalidOperationException", null, null);

		assertThat(PortalException.of(URL, answer).kind()).isEqualTo(Kind.UNAVAILABLE);
		assertThat(PortalException.of(URL, answer).getMessage()).contains("two managers");
	}

}
