package io.groupbatch.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import io.groupbatch.sandbox.Client.Answer;
import io.groupbatch.sandbox.fault.FaultPolicy.Break;
import io.groupbatch.sandbox.fault.FaultPolicy.Normal;
import io.groupbatch.sandbox.log.SentMail;
import io.groupbatch.sandbox.state.InvitationRules;
import io.groupbatch.sandbox.state.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InvitationTests {

	private final Sandbox sandbox = Sandbox.start(SandboxOptions.standard());

	private final Client client = new Client(this.sandbox);

	@AfterEach
	void stop() {
		this.sandbox.close();
	}

	@Test
	void eachAddressGetsAMailAndTheAnswerListsEverybodyWhoIsPending() {
		Answer answer = invite(4, "a@new.example", "b@new.example");

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.all("displayName")).contains("a@new.example", "b@new.example", "Ivan Invited");
		assertThat(answer.response().get(0).has("email")).isFalse();
		assertThat(mails()).containsExactly("a@new.example", "b@new.example");
		assertThat(this.sandbox.person("A@new.example")).get()
			.extracting(Person::status, Person::role)
			.containsExactly(Person.Status.INVITED, Person.Role.USER);
	}

	@Test
	void anErrorInTheMiddleLeavesTheEarlierOnesInvited() {
		Answer answer = invite(4, "a@new.example", "b..bad@new.example", "c@new.example");

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.error()).contains("not correct");
		assertThat(mails()).containsExactly("a@new.example");
	}

	@Test
	void whatIsNoAddressAtAllIsRefusedBeforeAnybodyIsInvited() {
		assertThat(invite(4, "a@new.example", "nobody").status()).isEqualTo(400);
		assertThat(mails()).isEmpty();
	}

	@Test
	void anExistingPersonGetsNoMailAndPerhapsAHigherType() {
		assertThat(invite(1, "carla.rossi@sandbox.example").status()).isEqualTo(200);
		assertThat(mails()).isEmpty();
		assertThat(this.sandbox.person("carla.rossi@sandbox.example")).get()
			.extracting(Person::role)
			.isEqualTo(Person.Role.ROOM_ADMIN);
		assertThat(invite(4, "dora.disabled@sandbox.example").status()).isEqualTo(400);
	}

	@Test
	void onlyTheOwnerInvitesAdminsAndNobodyGuests() {
		assertThat(invite(3, "a@new.example").status()).isEqualTo(200);
		assertThat(invite(2, "b@new.example").status()).isEqualTo(403);
	}

	@Test
	void thePortalsSettingsLimitInvitations() {
		this.sandbox.setInvitationRules(new InvitationRules(true, 0, 3));
		assertThat(invite(1, "a@new.example").status()).isEqualTo(402);
		assertThat(invite(4, "a@new.example", "b@new.example").status()).isEqualTo(200);
		Answer limited = invite(4, "c@new.example");
		assertThat(limited.status()).isEqualTo(429);
		assertThat(limited.header("Retry-After")).matches("\\d{5}");
		this.sandbox.newDay();
		assertThat(invite(4, "c@new.example").status()).isEqualTo(200);
		this.sandbox.setInvitationRules(new InvitationRules(false, 100, 0));
		assertThat(invite(4, "d@new.example").status()).isEqualTo(403);
		assertThat(mails()).containsExactly("a@new.example", "b@new.example", "c@new.example");
	}

	@Test
	void workCanBreakOffHalfway() {
		AtomicBoolean first = new AtomicBoolean(true);
		this.sandbox.setFaultPolicy((request) -> (!request.method().equals("GET") && first.getAndSet(false))
				? new Break(Break.Point.HALFWAY, 0.5) : new Normal());

		assertThat(invite(4, "a@new.example", "b@new.example", "c@new.example", "d@new.example").status())
			.isEqualTo(500);
		assertThat(mails()).containsExactly("a@new.example", "b@new.example", "c@new.example");
	}

	private List<String> mails() {
		return this.sandbox.traffic().mails().stream().map(SentMail::address).toList();
	}

	private Answer invite(int type, String... addresses) {
		return this.client.post("people/invite",
				Arrays.stream(addresses)
					.map((address) -> "{\"email\": \"%s\", \"type\": %d}".formatted(address, type))
					.collect(Collectors.joining(",", "{\"invitations\": [", "]}")));
	}

}
