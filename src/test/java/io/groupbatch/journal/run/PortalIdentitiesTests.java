package io.groupbatch.journal.run;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import io.groupbatch.journal.JournalExtension;
import io.groupbatch.journal.TestJournal;
import io.groupbatch.journal.people.PersonEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(JournalExtension.class)
class PortalIdentitiesTests {

	private static final UUID ANNA = new UUID(1, 1);

	private static final UUID BEA = new UUID(2, 2);

	private static final UUID FIRST_ADMINISTRATOR = UUID.fromString("66faa6e4-f133-11ea-b126-00ffeec8b4ef");

	private TestJournal journal;

	@BeforeEach
	void open(TestJournal journal) {
		this.journal = journal;
	}

	@Test
	void oneAddressIsOnePortalWhateverItShows() {
		Run first = run("https://p", null);
		learn(first, ANNA);
		Run second = run("https://p", null);

		assertSame(first, second);
		learn(second, BEA);
		assertSame(first, second);
	}

	@Test
	void twoAddressesAreOnePortalOnceBothShowAUser() {
		Run first = run("https://p", null);
		Run second = run("https://q", null);
		learn(first, ANNA);
		assertApart(first, second);

		assertThat(this.journal.portals.isOf(first, signs(ANNA))).isTrue();
		assertThat(this.journal.portals.isOf(first, signs(BEA))).isFalse();
		learn(second, ANNA);

		assertSame(first, second);
		assertSame(first, run("https://q", null));
	}

	@Test
	void whatIsSharedWithAThirdIsShared() {
		Run first = run("https://p", null);
		Run second = run("https://q", null);
		learn(first, ANNA);
		learn(second, BEA);
		assertApart(first, second);

		learn(run("https://r", null), ANNA, BEA);

		assertSame(first, second);
	}

	@Test
	void theAccountOfAnEarlierVersionsRunIsASign() {
		Run first = run("https://p", ANNA.toString());
		Run second = run("https://q", ANNA.toString());

		learn(second, ANNA);

		assertSame(first, second);
	}

	@Test
	void theKeyAloneTellsNothingButTheKeyOfAnOwnerDoes() {
		UUID key = new UUID(3, 3);
		Run first = run("https://p", null);
		Run second = run("https://q", null);
		Run third = run("https://r", null);

		this.journal.portals.learn(first, PortalFingerprint.of(FIRST_ADMINISTRATOR, key, List.of()));
		this.journal.portals.learn(second, PortalFingerprint.of(FIRST_ADMINISTRATOR, key, List.of()));
		this.journal.portals.learn(third, PortalFingerprint.of(ANNA, key, List.of()));

		assertSame(first, second);
		assertApart(first, third);
	}

	@Test
	void theFirstAdministratorIsTheSameOnAllPortalsThatPeopleInstallThemselves() {
		Run first = run("https://p", FIRST_ADMINISTRATOR.toString());
		Run second = run("https://q", FIRST_ADMINISTRATOR.toString());

		this.journal.portals.learn(first, PortalFingerprint.of(FIRST_ADMINISTRATOR, new UUID(4, 4), List.of()));
		this.journal.portals.learn(second,
				PortalFingerprint.of(FIRST_ADMINISTRATOR, new UUID(5, 5), List.of(FIRST_ADMINISTRATOR)));

		assertApart(first, second);
	}

	@Test
	void aSandboxIsKnownByItsAddressOnly() {
		Run first = sandbox("http://127.0.0.1:1");
		Run second = sandbox("http://127.0.0.1:2");

		learn(first, ANNA);
		learn(second, ANNA);

		assertApart(first, second);
		assertThat(this.journal.portals.isOf(first, signs(ANNA))).isFalse();
	}

	@Test
	void aPortalThatShowsNothingIsKnownByItsAddress() {
		Run first = run("https://p", null);
		Run second = run("https://q", null);

		this.journal.portals.learn(first, PortalFingerprint.NONE);
		this.journal.portals.learn(second, PortalFingerprint.NONE);

		assertApart(first, second);
	}

	@Test
	void whoIsInThePlanOfARunIsASignOfIt() {
		Run run = run("https://p", null);
		this.journal.people.add(run.number(),
				List.of(new PersonEntry(BEA, "bea@p", "Bea", PersonEntry.Kind.USER, PersonEntry.Status.ACTIVE)));

		assertThat(this.journal.portals.isOf(run, signs(BEA))).isTrue();
	}

	private void assertSame(Run one, Run other) {
		this.journal.limits.keep(one.number(), new PortalLimits(77, null, false, null), new long[0]);
		assertThat(this.journal.limits.of(other.number()).perMinute()).isEqualTo(77);
	}

	private void assertApart(Run one, Run other) {
		this.journal.limits.keep(other.number(), PortalLimits.UNKNOWN, new long[0]);
		this.journal.limits.keep(one.number(), new PortalLimits(77, null, false, null), new long[0]);
		assertThat(this.journal.limits.of(other.number()).perMinute()).isNull();
	}

	private void learn(Run run, UUID... people) {
		this.journal.portals.learn(run, signs(people));
	}

	private static PortalFingerprint signs(UUID... people) {
		return PortalFingerprint.of(null, null, List.of(people));
	}

	private Run run(String portal, String account) {
		return create(new Run.Target(portal, false, account, account));
	}

	private Run sandbox(String portal) {
		return create(new Run.Target(portal, true, null, null));
	}

	private Run create(Run.Target target) {
		return this.journal.runs.create(TestJournal.source("a.csv", "a", ""), target, (number) -> Path.of("/out"));
	}

}
