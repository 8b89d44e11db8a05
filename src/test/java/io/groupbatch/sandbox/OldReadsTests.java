package io.groupbatch.sandbox;

import java.time.Duration;
import java.util.UUID;

import io.groupbatch.sandbox.Client.Answer;
import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.sandbox.fault.RandomFaultsTests;
import io.groupbatch.sandbox.state.PortalData;
import io.groupbatch.sandbox.state.StaleReadCache;
import io.groupbatch.sandbox.state.StoredGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a node shows that has not heard of the latest changes (portal contract 9.11). */
class OldReadsTests {

	private final Sandbox sandbox = Sandbox.start(SandboxOptions.standard());

	private final Client client = new Client(this.sandbox);

	private final String sales = "group/" + this.sandbox.groups("Sales").get(0).id();

	@BeforeEach
	void lag() {
		this.sandbox.setFaultPolicy(RandomFaultsTests.faults("read-old", "100%", "lag", "24h"));
	}

	@AfterEach
	void stop() {
		this.sandbox.close();
	}

	@Test
	void anOldReadShowsTheGroupAsItWas() {
		Answer written = change();
		assertThat(written.response().path("name").stringValue()).isEqualTo("Sales EU");
		assertThat(written.members()).contains("david.kim").doesNotContain("carla.rossi");

		Answer old = this.client.get(this.sales);
		assertThat(old.response().path("name").stringValue()).isEqualTo("Sales");
		assertThat(old.manager()).isEqualTo("anna.muster");
		assertThat(old.members()).containsExactly("anna.muster", "ben.okafor", "carla.rossi");
		this.sandbox.setFaultPolicy(FaultPolicy.none());
		assertThat(this.client.get(this.sales).members()).isEqualTo(written.members());
	}

	@Test
	void aListIsNewButForManagersAndCounts() {
		change();
		String created = this.client.group("Sales New", "anna.muster", "ben.okafor");
		Answer list = this.client.get("group?filterValue=sales");

		assertThat(list.all("name")).containsExactly("Sales EU", "Sales New");
		assertThat(list.response().get(0).path("manager").path("userName").stringValue()).isEqualTo("anna.muster");
		assertThat(list.response().get(0).path("membersCount").intValue()).isEqualTo(3);
		assertThat(list.response().get(1).path("id").stringValue()).isEqualTo(created);
		assertThat(list.response().get(1).has("manager")).isFalse();
		assertThat(list.response().get(1).path("membersCount").intValue()).isZero();
	}

	@Test
	void aDeletedGroupIsStillSeenAndNotListed() {
		this.client.delete(this.sales);

		assertThat(this.client.get(this.sales).members()).hasSize(3);
		assertThat(this.client.get("group?filterValue=sales").all("name")).isEmpty();
		this.sandbox.setFaultPolicy(FaultPolicy.none());
		assertThat(this.client.get(this.sales).status()).isEqualTo(404);
	}

	@Test
	void aPersonsGroupsMayBeOldButNotThoseInThePeopleList() {
		change();

		assertThat(this.client.get("group/user/" + this.client.id("carla.rossi")).all("name")).contains("Sales");
		assertThat(this.client.get("group/user/" + this.client.id("david.kim")).all("name")).isNotEmpty()
			.doesNotContain("Sales", "Sales EU");
		assertThat(this.client.get("people/filter?filterValue=david.kim").text()).contains("\"Sales EU\"");
	}

	@Test
	void nothingOlderThanTheLagIsKept() {
		StaleReadCache past = new StaleReadCache(java.time.Clock.systemUTC());
		PortalData rows = new PortalData(past);
		Seed.demo().fill(rows);
		StoredGroup group = rows.listed().iterator().next();
		UUID id = group.id();
		rows.rename(group, "One");
		assertThat(past.seen(id, group, Duration.ofDays(1))).isSameAs(group);
		past.keep(Duration.ofDays(1));
		rows.rename(group, "Two");
		rows.rename(group, "Three");

		assertThat(past.seen(id, group, Duration.ZERO)).isSameAs(group);
		assertThat(past.seen(id, group, Duration.ofHours(23)).name()).isEqualTo("One");
		past.keep(Duration.ZERO);
		rows.rename(group, "Four");
		assertThat(past.seen(id, group, Duration.ofDays(1))).isSameAs(group);
	}

	private Answer change() {
		return this.client.put(this.sales, """
				{"groupName": "Sales EU", "groupManager": "%1$s", "membersToRemove": ["%2$s"]}"""
			.formatted(this.client.id("david.kim"), this.client.id("carla.rossi")));
	}

}
