package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.groupbatch.support.Program;
import io.groupbatch.support.StandardPortal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Cells that show nothing are blank, and display names that hold separators are one
 * person.
 */
class UnseenIT extends StandardPortal {

	@ParameterizedTest
	@ValueSource(strings = { "   ", "\u00a0", "\u2007", "\u200b\u200d", "\u2800", "\u3164", "\ufe0f", "\u200e\u202c",
			"\uDB40\uDC01\uDB40\uDC61", "\u034f", "\u00ad" })
	void aNameThatShowsNothingIsNeverSent(String unseen) throws IOException {
		Program.Result imported = importing("operation,groupName,newGroupName,groupManager,members,targetGroup",
				"update,Sales," + unseen + ",,,", "create," + unseen + ",,,anna.muster@sandbox.example,",
				"upsert," + unseen + ",,,anna.muster@sandbox.example,", "upsert,Sales," + unseen + ",,,",
				"move-members,Sales,,,," + unseen, unseen + ",B,,,,");

		assertThat(imported.exit()).isEqualTo(65);
		assertThat(this.program.report().rows()).extracting((row) -> row.get("code"))
			.containsExactly("BAD_NAME", "BAD_NAME", "BAD_NAME", "BAD_NAME", "MISSING_CELL", "MISSING_CELL");
		assertThat(this.sandbox.traffic().writes()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u00a0", "\u200b", "\u2800", "\ufe0f" })
	void otherCellsAreLeftAloneAndLinesOfNothingElseAreSkipped(String unseen) throws IOException {
		Program.Result imported = importing("operation,groupId,groupName,groupManager,members", unseen,
				"create," + unseen + ",B," + unseen + ",anna.muster@sandbox.example", "   ",
				"set-members,,B,," + unseen + "-" + unseen, unseen + ",,, ,", unseen + unseen);

		assertThat(imported.exit()).as(imported.err()).isZero();
		assertThat(this.program.report().counts()).containsOnlyKeys("SUCCEEDED");
		assertThat(this.sandbox.groups("B")).singleElement()
			.satisfies((group) -> assertThat(group.memberEmails()).isEmpty());
	}

	@Test
	void anUnseenTranslationLeavesThePersonOut() throws IOException {
		Path users = Files.write(this.folder.resolve("users.csv"), List.of("from,to", "Anna,\u00a0\u200b", "\u2800,"));
		Path file = Files.write(this.folder.resolve("rows.csv"),
				List.of("groupName,members", "B,Anna;ben.okafor@sandbox.example"));

		Program.Result imported = this.program.importing(file, "--user-map", users.toString(), "--note", "\u2800");

		assertThat(imported.exit()).as(imported.err()).isEqualTo(1);
		assertThat(this.program.report().rows().get(0)).containsEntry("status", "PARTIAL");
		assertThat(this.sandbox.groups("B").get(0).memberEmails()).containsExactly("ben.okafor@sandbox.example");
		assertThat(this.program.run("runs", "1").out()).doesNotContain("Note:");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '!',
			value = { "Muster, Anna <anna.muster@sandbox.example>; Okafor, Ben <ben.okafor@sandbox.example>",
					"\"Muster, Anna\" <anna.muster@sandbox.example>, \"Okafor; Ben\" <ben.okafor@sandbox.example>",
					"Muster, Anna <anna.muster@sandbox.example>, Okafor, Ben, Dr. <ben.okafor@sandbox.example>",
					"\"Muster | Anna\" <anna.muster@sandbox.example>|ben.okafor@sandbox.example" })
	void aPersonIsReadAsWritten(String members) throws IOException {
		String cell = "\"" + members.replace("\"", "\"\"") + "\"";

		Program.Result imported = importing("groupName,groupManager,members",
				"B,\"Rossi, Carla <carla.rossi@sandbox.example>\"," + cell);

		assertThat(imported.exit()).as(imported.err()).isZero();
		assertThat(this.sandbox.groups("B").get(0)).satisfies((group) -> {
			assertThat(group.managerEmail()).isEqualTo("carla.rossi@sandbox.example");
			assertThat(group.memberEmails()).containsExactlyInAnyOrder("anna.muster@sandbox.example",
					"ben.okafor@sandbox.example", "carla.rossi@sandbox.example");
		});
		assertThat(this.program.output().resolve("people-to-fix.csv")).doesNotExist();
	}

	private Program.Result importing(String... lines) throws IOException {
		return this.program.importing(Files.write(this.folder.resolve("rows.csv"), List.of(lines)));
	}

}
