package io.groupbatch.portal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.groupbatch.portal.http.GroupRequest;
import io.groupbatch.portal.http.PortalClient;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What goes over the wire. */
class WireFormTests {

	private static final UUID ID = Recorded.GROUP;

	private static final UUID A = Recorded.JUERGEN;

	private static final UUID B = Recorded.OTHER;

	private final PretendPortal portal = new PretendPortal().empty(204);

	@AfterEach
	void close() {
		this.portal.close();
	}

	static Stream<Arguments> requests() {
		return Stream.of(Arguments.of(GroupRequest.get(ID), "GET", "/group/" + ID + "?includeMembers=true", ""),
				Arguments.of(GroupRequest.delete(ID), "DELETE", "/group/" + ID, ""),
				Arguments.of(GroupRequest.create("Über 😀 \"x\"\n", A, List.of(B)), "POST", "/group",
						"{\"groupName\":\"Über 😀 \\\"x\\\"\\n\",\"groupManager\":\"" + A + "\",\"members\":[\"" + B
								+ "\"]}"),
				Arguments.of(GroupRequest.create("x", null, List.of()), "POST", "/group",
						"{\"groupName\":\"x\",\"members\":[]}"),
				Arguments.of(GroupRequest.update(ID, null, null, List.of(), List.of()), "PUT", "/group/" + ID, "{}"),
				Arguments.of(GroupRequest.update(ID, "", null, List.of(), List.of(A)), "PUT", "/group/" + ID,
						"{\"membersToRemove\":[\"" + A + "\"]}"),
				Arguments.of(GroupRequest.update(ID, "y", A, List.of(A, B), List.of()), "PUT", "/group/" + ID,
						"{\"groupName\":\"y\",\"groupManager\":\"" + A + "\",\"membersToAdd\":[\"" + A + "\",\"" + B
								+ "\"]}"));
	}

	@ParameterizedTest
	@MethodSource("requests")
	void aRequestHasItsMethodPathAndBody(GroupRequest request, String method, String path, String body) {
		this.portal.answerTo(request);

		PretendPortal.Sent sent = this.portal.sent.get(0);
		assertThat(sent.method()).isEqualTo(method);
		assertThat(sent.path()).isEqualTo("/api/2.0" + path);
		assertThat(sent.body()).isEqualTo(body);
		assertThat(sent.headers().get("Content-Type")).isEqualTo(body.isEmpty() ? null : List.of("application/json"));
	}

	@Test
	void everyRequestCarriesTheKeyAndNothingThatWouldMislead() {
		this.portal.answerTo(GroupRequest.create("x", null, List.of()));

		PretendPortal.Sent sent = this.portal.sent.get(0);
		assertThat(sent.headers().get("Authorization")).containsExactly("Bearer " + PretendPortal.KEY);
		assertThat(sent.headers().get("Accept")).containsExactly("application/json");
		assertThat(sent.headers().get("User-agent")).containsExactly("groupbatch");
		assertThat(sent.headers().keySet()).isSubsetOf("Authorization", "Accept", "User-agent", "Accept-encoding",
				"Connection", "Content-length", "Content-type", "Host");
	}

	@Test
	void cookiesAreNotKept() {
		this.portal.reply(204, Map.of("Set-Cookie", "asc_auth_key=x; Path=/"), "");
		try (PortalClient client = this.portal.client()) {
			client.send(GroupRequest.get(ID));
			client.send(GroupRequest.get(ID));
			client.send(GroupRequest.get(ID));
		}

		assertThat(this.portal.sent).hasSize(3).noneMatch((sent) -> sent.headers().containsKey("Cookie"));
	}

	@Test
	void aRequestThatMakesNoSenseIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> GroupRequest.create("", null, List.of()));
		assertThatIllegalArgumentException().isThrownBy(() -> GroupRequest.create("a\ud83d", null, List.of()));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new GroupRequest(GroupRequest.Verb.UPDATE, null, "x", null, List.of(), List.of()));
	}

}
