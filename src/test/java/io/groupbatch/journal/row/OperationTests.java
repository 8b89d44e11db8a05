package io.groupbatch.journal.row;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OperationTests {

	@ParameterizedTest(name = "{0} means {1}")
	@CsvSource({ "create, CREATE", "add-members, ADD_MEMBERS", "ADD_MEMBERS, ADD_MEMBERS", "Add Members, ADD_MEMBERS",
			"addmembers, ADD_MEMBERS", "' remove-\tmembers ', REMOVE_MEMBERS", "DELETE, DELETE" })
	void isFoundHoweverItIsSpelled(String cell, Operation operation) {
		assertThat(Operation.of(cell)).contains(operation);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "creat", "createe", "add", "members", "add.members" })
	void anythingElseIsNoOperation(String cell) {
		assertThat(Operation.of(cell)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void itsTextMeansItself(Operation operation) {
		assertThat(Operation.of(operation.text())).contains(operation);
	}

	@Test
	void theListIsSpelledAsInFiles() {
		assertThat(Operation.list()).startsWith("create, get, update, delete, add-members, remove-members");
	}

}
