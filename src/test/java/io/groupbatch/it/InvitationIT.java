package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.groupbatch.sandbox.log.SentMail;
import io.groupbatch.sandbox.state.GroupView;
import io.groupbatch.sandbox.state.InvitationRules;
import io.groupbatch.sandbox.state.Person;
import io.groupbatch.support.Program;
import io.groupbatch.support.Report;
import io.groupbatch.support.StandardPortal;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * People whom the portal does not know come in with the file: {@code --on-unknown-user
 * invite}. What was really sent is told by the sandbox's record of mails.
 */
class InvitationIT extends StandardPortal {

	@Test
	void unknownPeopleAreInvitedAndGoIntoTheirGroups() throws IOException {
		Program.Result result = invite(file("Design,new.one@example.com,anna.muster@sandbox.example;New.Two@Example.com",
				"Sales,,new.two@example.com"));

		assertThat(result.exit()).as(result.toString()).isZero();
		assertThat(mails()).containsExactlyInAnyOrder("new.one@example.com", "New.Two@Example.com");
		assertThat(group("Design").managerEmail()).isEqualTo("new.one@example.com");
		assertThat(group("Design").memberEmails()).contains("New.Two@Example.com", "anna.muster@sandbox.example");
		assertThat(group("Sales").memberEmails()).contains("New.Two@Example.com");
		assertThat(this.sandbox.person("new.one@example.com")).get()
			.extracting(Person::status, Person::role)
			.containsExactly(Person.Status.INVITED, Person.Role.USER);
		assertThat(this.program.report().rows().get(0)).containsEntry("status", "SUCCEEDED")
			.hasEntrySatisfying("message",
					(message) -> assertThat(message).startsWith("Invited: new.one@example.com, New.Two@Example.com. "));
		assertThat(invited()).extracting((line) -> line.get("email"), (line) -> line.get("status"),
				(line) -> line.get("groups"), (line) -> line.get("rows"))
			.containsExactlyInAnyOrder(
					org.assertj.core.api.Assertions.tuple("new.one@example.com", "INVITED", "Design", "2"),
					org.assertj.core.api.Assertions.tuple("New.Two@Example.com", "INVITED", "Design; Sales", "2 3"));
	}

	private Program.Result invite(Path file, String... options) {
		String[] all = java.util.stream.Stream
			.concat(java.util.stream.Stream.of("--on-unknown-user", "invite", "--invite-domain", "example.com"),
					java.util.stream.Stream.of(options))
			.toArray(String[]::new);
		return this.program.importing(file, all);
	}

	private List<String> mails() {
		return this.sandbox.traffic().mails().stream().map(SentMail::address).toList();
	}

	private GroupView group(String name) {
		return this.sandbox.groups(name).get(0);
	}

	private List<Map<String, String>> invited() {
		return Report.read(this.program.output().resolve("people-invited.csv")).rows();
	}

	private Path file(String... rows) throws IOException {
		return Files.writeString(this.folder.resolve("new-hires.csv"),
				"groupName,groupManager,members\n" + String.join("\n", rows) + "\n");
	}

}
