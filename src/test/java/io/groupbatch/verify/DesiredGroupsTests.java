package io.groupbatch.verify;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.csv.groups.Columns;
import io.groupbatch.csv.groups.PeopleSyntax;
import io.groupbatch.csv.groups.UserMap;
import io.groupbatch.importjob.row.PeopleIndex;
import io.groupbatch.importjob.row.RowParser;
import io.groupbatch.journal.people.PersonEntry;
import io.groupbatch.journal.row.RowResult;
import io.groupbatch.journal.row.StagedRow;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The state that the rows of a file end in.
 */
class DesiredGroupsTests {

	private static final String ID = "5d1f6f0a-7b1c-4f6e-9a57-2f6f3f0c9b11";

	private final DesiredGroups targets = new DesiredGroups(
			new RowParser(
					Columns
						.of(List.of("groupId", "groupName", "newGroupName", "groupManager", "members", "targetGroup")),
					PeopleSyntax.of(UserMap.NONE)),
			new PeopleIndex(Stream.of("anna", "ben", "carla").map(DesiredGroupsTests::person).toList()));

	private long row = 1;

	@Test
	void rowsOfOneNameAreOneGroup() {
		add("create", "", "Team", "", "anna@x", "ben@x");
		add("create", "", "Team", "", "", "carla@x");

		assertThat(this.targets.all()).singleElement()
			.satisfies((team) -> assertThat(told(team)).isEqualTo("Team manager anna +anna +ben +carla"));
	}

	@Test
	void whatIsSaidLastOfAPersonCounts() {
		add("add-members", "", "Team", "", "", "anna@x;ben@x");
		add("remove-members", "", "Team", "", "", "anna@x");
		add("add-members", "", "Team", "", "", "carla@x");

		assertThat(told(this.targets.all().get(0))).isEqualTo("Team +ben +carla -anna");
	}

	@Test
	void aNameMeansWhoBearsItAtThatPointOfTheFile() {
		add("update", "", "One", "Two", "", "");
		add("upsert", "", "Two", "", "", "anna@x");
		add("upsert", "", "One", "", "", "ben@x");

		assertThat(this.targets.all()).extracting(DesiredGroupsTests::told).containsExactly("Two +anna", "One +ben");
	}

	@Test
	void twoGroupsMaySwapTheirNames() {
		add("update", "", "One", "Between", "", "");
		add("update", "", "Two", "One", "", "");
		add("update", "", "Between", "Two", "", "");

		assertThat(this.targets.all()).extracting(DesiredGroup::firstName).containsExactly("One", "Two");
		assertThat(this.targets.all()).extracting(DesiredGroup::name).containsExactly("Two", "One");
	}

	@Test
	void aNameThatADeleteGaveUpIsFree() {
		add("delete", "", "Team", "", "", "");
		add("create", "", "Team", "", "", "anna@x");

		assertThat(this.targets.all()).extracting(DesiredGroup::isDeleted).containsExactly(true, false);
	}

	@Test
	void withAnIdTheNameOfAnUpsertIsTheWantedOne() {
		add("upsert", ID, "Team", "", "", "");
		add("add-members", ID, "Team", "", "", "anna@x");
		add("upsert", "", "Team", "", "", "ben@x");

		assertThat(this.targets.all()).singleElement()
			.satisfies((team) -> assertThat(told(team)).isEqualTo("Team +anna +ben"));
	}

	@Test
	void setMembersRowsAreTheUnionAndNobodyElse() {
		add("add-members", "", "Team", "", "", "carla@x");
		add("set-members", "", "Team", "", "", "anna@x");
		add("set-members", "", "Team", "", "", "ben@x");

		assertThat(told(this.targets.all().get(0))).isEqualTo("only Team +anna +ben");
	}

	@Test
	void setMembersOfNobodyEmptiesTheGroup() {
		add("set-members", "", "Team", "", "", "-");

		assertThat(told(this.targets.all().get(0))).isEqualTo("only Team");
	}

	@Test
	void moveMembersEmptiesOneGroupAndFillsAnother() {
		add("upsert", "", "From", "", "", "anna@x");
		this.targets.add(new StagedRow(++this.row, this.row, List.of("", "From", "", "", "", "To"), "move-members",
				RowResult.OPEN));

		assertThat(this.targets.all()).extracting(DesiredGroupsTests::told).containsExactly("only From", "To +anna");
	}

	@Test
	void moveMembersWithPeopleMovesOnlyThose() {
		add("upsert", "", "From", "", "", "anna@x;ben@x");
		this.targets.add(new StagedRow(++this.row, this.row, List.of("", "From", "", "", "anna@x", "To"),
				"move-members", RowResult.OPEN));

		assertThat(this.targets.all()).extracting(DesiredGroupsTests::told)
			.containsExactly("From +ben -anna", "To +anna");
	}

	@Test
	void whomThePortalDoesNotKnowIsKeptAsWritten() {
		add("upsert", "", "Team", "", "nobody@x", "Anna Muster");

		assertThat(this.targets.all().get(0).unknown()).containsExactly(
				new DesiredGroup.Unknown(Difference.What.MANAGER, "nobody@x", "no such user"),
				new DesiredGroup.Unknown(Difference.What.MEMBER, "Anna Muster", "no such user"));
	}

	private void add(String operation, String id, String name, String newName, String manager, String members) {
		this.targets.add(new StagedRow(++this.row, this.row, List.of(id, name, newName, manager, members, ""),
				operation, RowResult.OPEN));
	}

	private static String told(DesiredGroup target) {
		String only = target.isOnly() ? "only " : "";
		UUID manager = target.manager();
		return only + target.name() + ((manager != null) ? " manager " + nameOf(manager) : "")
				+ people(target, true, " +") + people(target, false, " -");
	}

	private static String people(DesiredGroup target, boolean in, String sign) {
		return target.members()
			.entrySet()
			.stream()
			.filter((member) -> member.getValue() == in)
			.map(Map.Entry::getKey)
			.map((id) -> sign + nameOf(id))
			.sorted()
			.collect(Collectors.joining());
	}

	private static String nameOf(UUID id) {
		return Stream.of("anna", "ben", "carla").filter((name) -> id(name).equals(id)).findFirst().orElseThrow();
	}

	private static PersonEntry person(String name) {
		return new PersonEntry(id(name), name + "@x", name, PersonEntry.Kind.USER, PersonEntry.Status.ACTIVE);
	}

	private static UUID id(String name) {
		return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
	}

}
