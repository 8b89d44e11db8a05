package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.groupbatch.sandbox.state.Person;
import io.groupbatch.support.Program;
import io.groupbatch.support.Scene;
import io.groupbatch.support.StandardPortal;
import tools.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Text of a file, the portal, an argument or the environment cannot steer a terminal,
 * whichever command prints it.
 */
class ForeignTextIT extends StandardPortal {

	/**
	 * A command of a terminal, one in a single character, right-to-left, a line of its
	 * own.
	 */
	private static final String BAD = "\u001b[2J\u009b31m\u202eoof\u2028\r\nAll is well";

	private final List<Program.Result> results = new ArrayList<>();

	@Test
	void noCommandPrintsAControlCharacter() throws IOException {
		this.sandbox.change("owner@sandbox.example", (owner) -> named(owner, "Olga" + BAD));
		Scene.group(this.sandbox, "Old" + BAD, null, List.of());
		Path home = Files.createDirectories(this.folder.resolve("home" + BAD));
		Path good = file(home.resolve("good" + BAD + ".csv"), "create,\"New" + BAD + "\",", "get,\"Old" + BAD + "\",",
				"delete,Support,");
		Path wrong = file(home.resolve("wrong" + BAD + ".csv"), "create,\"New" + BAD + "\",\"nobody" + BAD + "\"",
				"\"no" + BAD + "\",A,");
		Path unreadable = Files.writeString(home.resolve("unreadable" + BAD + ".csv"), "grp" + BAD + ",x\na,\"b\"c\n");
		String output = home.resolve("out").toString();

		run("doctor");
		run("plan", good.toString(), "--note", "N" + BAD, "--output", output, "-vv");
		run("import", good.toString(), "--output", output);
		run("runs");
		run("runs", "1");
		run("apply", "1", "--output", output);
		run("report", "1");
		run("report", "1", "--json");
		run("import", wrong.toString(), "--output", home.resolve("out2").toString());
		run("import", unreadable.toString(), "--output", home.resolve("out3").toString());
		run("import", home.resolve("missing" + BAD).toString(), "-v");
		run("import", good.toString(), "--map", BAD + "=" + BAD);
		run("import", good.toString(), "--charset", BAD);
		run("import", good.toString(), "--user-map", home.resolve(BAD).toString());
		run("verify", wrong.toString(), "--json", "--output", home.resolve("v1").toString());
		run("verify", good.toString(), "--output", home.resolve("v2").toString());
		run("export", home.resolve("groups.csv").toString(), "--json");
		run("undo", "1", "--output", home.resolve("undo").toString());
		run("people", home.resolve("no" + BAD + "/people.csv").toString());
		run("audit", home.resolve("audit.csv").toString());
		run("audit", "--check", good.toString());
		run("cancel", BAD);
		run(BAD);
		this.results.add(this.program.run(Map.of("DOCSPACE_PORTAL_URL", "https://" + BAD), "doctor"));
		this.results.add(this.program.run(Map.of("DOCSPACE_API_KEY", "k" + BAD), "doctor"));

		assertThat(this.results).allSatisfy(
				(result) -> assertThat(result.out() + result.err()).matches("[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\n]]*")
					.doesNotContain("\nAll is well"));
		assertThat(this.results).extracting(Program.Result::exit).doesNotContain(70);
	}

	@Test
	void jsonKeepsWhatItMeans() {
		this.sandbox.change("owner@sandbox.example", (owner) -> named(owner, "Olga\u202e\u009b"));

		Program.Result exported = this.program.run("export", this.folder.resolve("g.csv").toString(), "--json");

		assertThat(exported.out()).contains("\\u202e\\u009b").doesNotContain("\u202e");
		assertThat(JsonMapper.shared().readTree(exported.out()).path("account").stringValue())
			.isEqualTo("Olga\u202e\u009b Owner");
	}

	@Test
	void dataThatIsNotForATerminalKeepsItsBytes() {
		Scene.group(this.sandbox, "Old\u001b[2J", null, List.of());

		assertThat(this.program.run("export").out()).contains("Old\u001b[2J");
	}

	@Test
	void dataForATerminalShowsControls() throws IOException {
		Scene.group(this.sandbox, "Old\u001b[2J", null, List.of());

		Program.Result shown = this.program.startOnTerminal("export").end();

		assertThat(shown.exit()).as(shown.out()).isZero();
		assertThat(shown.out()).contains("Old␦[2J").doesNotContain("Old\u001b");
	}

	private static Person named(Person person, String firstName) {
		return new Person(person.id(), firstName, person.lastName(), person.email(), person.role(), person.status());
	}

	private void run(String... arguments) {
		this.results.add(this.program.run(arguments));
	}

	private static Path file(Path file, String... rows) throws IOException {
		return Files.writeString(file, "operation,groupName,members\n" + String.join("\n", rows) + "\n");
	}

}
