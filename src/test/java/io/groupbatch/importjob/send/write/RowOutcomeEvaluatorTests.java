package io.groupbatch.importjob.send.write;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.groupbatch.journal.plan.GroupState;
import io.groupbatch.journal.plan.PlannedRow.Wish;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.OmittedPerson;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.row.RowResult;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.row.SettledRow;
import io.groupbatch.journal.send.SendableRequest.WaitingRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RowOutcomeEvaluatorTests {

	private static final Map<String, UUID> IDS = Map.of("anna", new UUID(0, 1), "bea", new UUID(0, 2), "carl",
			new UUID(0, 3));

	private final RowOutcomeEvaluator judge = new RowOutcomeEvaluator(
			Map.of(IDS.get("anna"), "anna@x", IDS.get("bea"), "bea@x", IDS.get("carl"), "carl@x"));

	@ParameterizedTest(name = "{0} wants {1}/{2}/{3}, finds {4}/{5}/{6}: {7}")
	@CsvSource({ "CREATE, Team, anna, anna bea, Team, anna, anna bea, SUCCEEDED",
			"CREATE, Team, , , Team, , , SUCCEEDED", "UPSERT, Team, , bea, Team, , bea, SUCCEEDED",
			"UPSERT, Team, , bea, Team, , , PARTIAL", "UPSERT, New, anna, , Team, , , PARTIAL",
			"CREATE, Team, , bea, Team, , , PARTIAL", "CREATE, Team, anna, bea, Team, , , PARTIAL",
			"CREATE, Team, anna, , Team, bea, bea, PARTIAL", "GET, , , , Team, anna, anna, SUCCEEDED",
			"UPDATE, New, , , New, anna, , SUCCEEDED", "UPDATE, New, , , Team, , , FAILED",
			"UPDATE, , anna, , Team, bea, , FAILED", "UPDATE, , anna, , Team, , , FAILED",
			"UPDATE, New, anna, , New, bea, , PARTIAL", "UPDATE, New, anna, , Team, anna, , PARTIAL",
			"UPDATE, New, anna, , Team, bea, , FAILED", "ADD_MEMBERS, , , bea, Team, , anna bea, SUCCEEDED",
			"ADD_MEMBERS, , , bea carl, Team, , anna bea, PARTIAL", "ADD_MEMBERS, , , bea carl, Team, , anna, FAILED",
			"ADD_MEMBERS, New, , bea, New, , , PARTIAL", "ADD_MEMBERS, New, , bea, Team, , , FAILED",
			"ADD_MEMBERS, New, , bea carl, Team, , bea, PARTIAL", "ADD_MEMBERS, , anna, anna bea, Team, , bea, PARTIAL",
			"REMOVE_MEMBERS, , , bea, Team, , anna, SUCCEEDED", "REMOVE_MEMBERS, , , bea carl, Team, , bea, PARTIAL",
			"REMOVE_MEMBERS, , , bea, Team, , bea, FAILED", "REMOVE_MEMBERS, New, , bea, New, , bea, PARTIAL",
			"SET_MEMBERS, , , bea, Team, , bea, SUCCEEDED", "SET_MEMBERS, , , bea carl, Team, , bea, PARTIAL",
			"SET_MEMBERS, , , , Team, , , SUCCEEDED", "SET_MEMBERS, , , bea, Team, , , FAILED" })
	void aRowIsJudgedByWhatThePortalShows(Operation operation, String name, String manager, String members,
			String foundName, String foundManager, String foundMembers, RowStatus status) {
		WaitingRow row = row(operation, name, manager, members, 1);

		SettledRow judged = shown(row, group(foundName, foundManager, foundMembers), Set.of(), null);

		assertThat(judged.row()).isEqualTo(7);
		assertThat(judged.outcome().status()).isEqualTo(status);
		assertThat(judged.outcome().code() == Code.SKIPPED_BY_PORTAL).isEqualTo(status != RowStatus.SUCCEEDED);
	}

	@ParameterizedTest(name = "{0}: {1} {2}")
	@CsvSource(delimiter = ';',
			value = { "CREATE; CREATED; Created: manager anna@x, 2 members.",
					"GET; READ; \"Team\": manager anna@x, 2 members.", "UPDATE; UPDATED; Now \"Team\", manager anna@x.",
					"ADD_MEMBERS; MEMBERS_ADDED; 1 person is a member now: manager anna@x, 2 members." })
	void successSaysHowTheGroupIsNow(Operation operation, Code code, String message) {
		SettledRow judged = shown(row(operation, null, null, "bea", 1), group("Team", "anna", "anna bea"), Set.of(),
				null);

		assertThat(judged.outcome().code()).isEqualTo(code);
		assertThat(judged.outcome().message()).isEqualTo(message);
		assertThat(judged.notApplied()).isEmpty();
	}

	@Test
	void aGroupWithoutManagerSaysSo() {
		SettledRow judged = shown(row(Operation.GET, null, null, null, 1), group("Team", null, null), Set.of(), null);

		assertThat(judged.outcome().message()).isEqualTo("\"Team\": no manager, 0 members.");
	}

	@Test
	void namesThePeopleWhomThePortalSkipped() {
		SettledRow judged = shown(row(Operation.ADD_MEMBERS, null, null, "bea anna carl", 1),
				group("Team", null, "anna"), Set.of(), null);

		assertThat(judged.outcome().message()).contains("2 of 3 members", "bea@x, carl@x").doesNotContain("anna@x");
		assertThat(judged.notApplied()).containsExactly(IDS.get("bea"), IDS.get("carl"));
	}

	@Test
	void peopleWhoWereNotRemovedAreNotSaidToBeGuests() {
		SettledRow judged = shown(row(Operation.REMOVE_MEMBERS, null, null, "bea anna", 1), group("Team", null, "anna"),
				Set.of(), null);

		assertThat(judged.outcome().message()).startsWith("1 of 2 people are still in the group: anna@x.")
			.doesNotContain("guest");
	}

	@Test
	void someoneWhoseAddressIsNotKnownIsNamedById() {
		UUID stranger = new UUID(0, 99);
		WaitingRow row = new WaitingRow(7, Operation.ADD_MEMBERS, "G", new Wish(null, null, List.of(stranger)), 1, null,
				List.of());

		assertThat(shown(row, group("Team", null, null), Set.of(), null).outcome().message())
			.contains(stranger.toString());
	}

	@Test
	void saysWhichNameAndManagerAreThereInstead() {
		SettledRow judged = shown(row(Operation.UPDATE, "New", "bea", null, 1), group("Team", "anna", "anna"), Set.of(),
				null);

		assertThat(judged.outcome().message()).contains("called \"Team\" now, not \"New\"",
				"did not make bea@x the manager");
	}

	@ParameterizedTest(name = "wants {0}, {1} should be out, {2} are there too: {3}")
	@CsvSource({ "bea, carl, carl, PARTIAL", "bea, , carl, PARTIAL", ", carl, carl, FAILED",
			", carl anna, carl, PARTIAL" })
	void whoIsThereAndShouldNotBeIsNamed(String members, String removed, String strangers, RowStatus status) {
		WaitingRow row = row(Operation.SET_MEMBERS, null, null, members, 1);
		SettledRow rest = shown(row, group("Team", null, "bea carl"), Set.of(), null);

		SettledRow judged = this.judge.tooMany(row, rest, this.judge.strangers(people(strangers), people(removed)));

		assertThat(judged.outcome().status()).isEqualTo(status);
		assertThat(judged.outcome().code()).isEqualTo(Code.SKIPPED_BY_PORTAL);
		assertThat(judged.outcome().message()).contains("a member that", "carl@x");
	}

	@ParameterizedTest(name = "of {0}, {1} are here still and {2} are there, where {3} were to come: {4}")
	@CsvSource({ "anna bea, , anna bea carl, anna bea, SUCCEEDED", "anna bea, bea, anna bea, anna bea, PARTIAL",
			"anna bea, bea, anna, anna bea, PARTIAL", "anna bea, anna bea, , anna bea, FAILED",
			"anna bea, anna bea, anna bea, bea, PARTIAL", "anna bea, anna bea, anna bea, , FAILED",
			"anna bea, , anna, anna bea, PARTIAL", "anna bea, carl, anna bea, anna bea, PARTIAL" })
	void aMoveIsJudgedByBothGroups(String people, String here, String there, String joining, RowStatus status) {
		GroupState from = group("From", null, here);
		GroupState into = group("Into", null, there);
		SettledRow judged = this.judge.moved(row(Operation.MOVE_MEMBERS, null, null, people, 1), from, into,
				people(joining), null);

		assertThat(judged.outcome().status()).isEqualTo(status);
	}

	@Test
	void disabledPeopleWhoAreStillInTheGroupAreNotRemoved() {
		WaitingRow row = row(Operation.REMOVE_MEMBERS, null, null, "bea carl", 1);
		GroupState group = group("Team", null, "anna");

		assertThat(shown(row, group, Set.of(), null).outcome().status()).isEqualTo(RowStatus.SUCCEEDED);

		SettledRow judged = shown(row, group, Set.of(IDS.get("bea")), null);
		assertThat(judged.outcome().status()).isEqualTo(RowStatus.PARTIAL);
		assertThat(judged.notApplied()).containsExactly(IDS.get("bea"));
	}

	@Test
	void aRowThatIsDoneForAllButSomeWhoAreLeftOutIsPartial() {
		WaitingRow row = new WaitingRow(7, Operation.ADD_MEMBERS, "G", new Wish(null, null, people("bea")), 1, null,
				List.of(new OmittedPerson("nobody@x", false, OmittedPerson.Why.MISSING)));

		SettledRow judged = shown(row, group("Team", null, "bea"), Set.of(), null);

		assertThat(judged.outcome()).isEqualTo(new RowResult(RowStatus.PARTIAL, Code.USER_MISSING,
				"Left out: nobody@x (no such user). Correct the address, or invite them. 1 person is a member now: no manager, 1 member."));
		assertThat(shown(row, group("Team", null, "anna"), Set.of(), null).outcome().status())
			.isEqualTo(RowStatus.FAILED);
	}

	@Test
	void aDeletedGroupIsASuccess() {
		SettledRow judged = this.judge.gone(row(Operation.DELETE, null, null, null, 1));

		assertThat(judged.outcome().status()).isEqualTo(RowStatus.SUCCEEDED);
		assertThat(judged.outcome().code()).isEqualTo(Code.DELETED);
	}

	@Test
	void aRefusedRowFailsForEverybody() {
		SettledRow judged = this.judge.failed(row(Operation.ADD_MEMBERS, null, null, "anna bea", 1), Code.GROUP_GONE,
				"Gone.", Set.of());

		assertThat(judged.outcome().status()).isEqualTo(RowStatus.FAILED);
		assertThat(judged.outcome().code()).isEqualTo(Code.GROUP_GONE);
		assertThat(judged.outcome().message()).isEqualTo("Gone.");
		assertThat(judged.notApplied()).containsExactly(IDS.get("anna"), IDS.get("bea"));
	}

	@Test
	void whatWasThereBeforeIsNoPartOfARefusedRow() {
		SettledRow judged = this.judge.failed(row(Operation.ADD_MEMBERS, null, null, "anna bea", 1),
				Code.REFUSED_BY_PORTAL, "No.", Set.copyOf(people("anna")));

		assertThat(judged.outcome().status()).isEqualTo(RowStatus.FAILED);
	}

	@ParameterizedTest(name = "{0} with {1} there: {2}")
	@CsvSource({ "ADD_MEMBERS, anna, PARTIAL", "ADD_MEMBERS, , FAILED", "REMOVE_MEMBERS, bea, PARTIAL",
			"REMOVE_MEMBERS, anna bea, FAILED" })
	void aRowOfSeveralRequestsIsPartialWhenTheFirstWereDone(Operation operation, String present, RowStatus status) {
		SettledRow judged = this.judge.failed(row(operation, null, null, "anna bea", 2), Code.REFUSED_BY_PORTAL, "No.",
				Set.copyOf(people(present)));

		assertThat(judged.outcome().status()).isEqualTo(status);
	}

	private static WaitingRow row(Operation operation, String name, String manager, String members, int requests) {
		return new WaitingRow(7, operation, "G",
				new Wish(name, (manager != null) ? IDS.get(manager) : null, people(members)), requests, null,
				List.of());
	}

	private static GroupState group(String name, String manager, String members) {
		return new GroupState(new UUID(1, 1), name, (manager != null) ? IDS.get(manager) : null, people(members));
	}

	private static List<UUID> people(String names) {
		return (names != null) ? Arrays.stream(names.split(" ")).map(IDS::get).toList() : List.of();
	}

	@ParameterizedTest(name = "{0} requests")
	@org.junit.jupiter.params.provider.ValueSource(ints = { 1, 2 })
	void aRefusedRemovalRemovedNobody(int requests) {
		SettledRow judged = this.judge.failed(row(Operation.REMOVE_MEMBERS, null, null, "anna bea", requests),
				Code.GROUP_GONE, "Gone.", null);

		assertThat(judged.outcome().status()).isEqualTo(RowStatus.FAILED);
		assertThat(judged.notApplied()).containsExactly(IDS.get("anna"), IDS.get("bea"));
	}

	private SettledRow shown(WaitingRow row, GroupState group, Set<UUID> hidden, String refusal) {
		return this.judge.shown(row, RowOutcomeEvaluator.Presence.of(group, hidden), refusal);
	}

}
