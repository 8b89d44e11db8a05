package io.groupbatch.it;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.groupbatch.sandbox.state.Person;
import io.groupbatch.sandbox.state.Person.Role;
import io.groupbatch.sandbox.state.Person.Status;
import io.groupbatch.support.Program;
import io.groupbatch.support.StandardPortal;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A list of an HR department as it is in life: semicolons, Windows-1252, headings of its
 * own, people called "Surname, Given name" of whom not all letters are left, some
 * unknown, guests and disabled ones among them. Messages are followed word by word.
 */
class FirstJobIT extends StandardPortal {

	private static final Charset WINDOWS = Charset.forName("windows-1252");

	private static final String MEMBER = "Mitarbeiter (Nachname, Vorname)";

	private static final int TEAMS = 60;

	/** Who is meant by a text of the file, nobody for the unknown ones: only HR knows. */
	private final Map<String, String> meant = new LinkedHashMap<>();

	private final List<String> rows = new ArrayList<>();

	@Test
	void aListOfHrIsImportedAtTheThirdTryWithoutAWrongPerson() throws IOException {
		Path file = hr();
		assertThat(this.rows).hasSize(406);

		Program.Result first = this.program.importing(file);

		assertThat(first.exit()).isEqualTo(65);
		assertThat(first.err()).contains("--map 'Mitarbeiter (Nachname, Vorname)=FIELD'", "--map Team=FIELD",
				"--ignore-other-columns", "--charset windows-1252");
		assertThat(this.program.run("runs").out()).contains("There are no runs yet.");

		String[] options = { "--map", "Team=groupName", "--map", "Teamleitung=groupManager", "--map",
				MEMBER + "=members", "--ignore-other-columns", "--charset", "windows-1252" };
		Program.Result second = this.program.importing(file, options);

		assertThat(second.exit()).isEqualTo(65);
		assertThat((second.err() + second.out()).lines().count()).isLessThan(24);
		assertThat(second.err()).contains("Teamleitung: 406 rows, ", "different texts. The first is row 2: ",
				"errors in all; report.csv has each of them.");
		Path toFix = this.program.output().resolve("people-to-fix.csv");
		assertThat(second.out()).contains("--user-map " + toFix, "--charset windows-1252",
				"--map 'Mitarbeiter (Nachname, Vorname)=members'");
		assertThat(suggestedWrongly(toFix)).isEmpty();

		Path users = filledIn(toFix);
		Program.Result third = this.program.importing(file,
				Stream.concat(Stream.of(options), Stream.of("--user-map", users.toString())).toArray(String[]::new));

		assertThat(third.exit()).as(third.err()).isEqualTo(1);
		assertThat(third.err()).contains("people will be missing in");
		assertThat(third.out()).contains("of 60 groups are complete.", "report.html");
		assertThat(this.sandbox.groups().stream().filter((group) -> group.name().startsWith("HR "))).hasSize(TEAMS)
			.allSatisfy((group) -> assertThat(group.memberEmails())
				.containsExactlyInAnyOrderElementsOf(wanted(group.name())));
	}

	/** The rows, with every kind of people in the numbers of life. */
	private Path hr() throws IOException {
		List<Person> users = people(Role.USER, Status.ACTIVE).stream().filter((person) -> isNamed(person)).toList();
		List<Person> all = new ArrayList<>(users.subList(0, 230));
		all.addAll(people(Role.GUEST, Status.ACTIVE).stream().limit(21).toList());
		all.addAll(this.sandbox.people().stream().filter((person) -> person.status() == Status.DISABLED).toList());
		List<String> names = new ArrayList<>();
		for (Person person : all) {
			names.add(means(person));
		}
		for (int i = 0; names.size() < 400; i++) {
			names.add("L\u00fcders, Heike" + (char) ('a' + i / 26) + (char) ('a' + i % 26));
		}
		for (int i = 0; i < names.size(); i++) {
			add(names.get(i), i % TEAMS, users);
		}
		for (int i = 0; i < 3; i++) {
			add(names.get(i), i, users);
			add(names.get(i + 10), 5, users);
		}
		String headings = "Pers-Nr;" + MEMBER + ";E-Mail dienstl.;Bereich;Team;Teamleitung;Status;Eintritt\r\n";
		return Files.write(this.folder.resolve("hr.csv"), (headings + String.join("", this.rows)).getBytes(WINDOWS));
	}

	private void add(String member, int team, List<Person> users) {
		this.rows.add("%05d;%s;x@firma.example;B\u00fcro;HR K\u00f6ln %02d;%s;aktiv;2020-01-01\r\n"
			.formatted(this.rows.size(), member, team, means(users.get(team))));
	}

	/**
	 * Surname first, in letters that Windows-1252 has; two people may be called so then.
	 */
	private String means(Person person) {
		String name = new String((person.lastName() + ", " + person.firstName()).getBytes(WINDOWS), WINDOWS);
		boolean joins = person.role() != Role.GUEST && person.status() != Status.DISABLED;
		this.meant.merge(name, joins ? person.email() : "", (one, other) -> one);
		return name;
	}

	private static boolean isNamed(Person person) {
		return !person.firstName().isBlank() && !person.lastName().isBlank();
	}

	private List<Person> people(Role role, Status status) {
		return this.sandbox.people()
			.stream()
			.filter((person) -> person.role() == role && person.status() == status)
			.toList();
	}

	/** What is suggested outright and is not the person of that name. */
	private List<String> suggestedWrongly(Path toFix) throws IOException {
		return records(toFix).stream()
			.filter((line) -> line.get(3).contains("@") && !line.get(3).startsWith("("))
			.filter((line) -> !sameName(line.get(0), line.get(3)))
			.map(CSVRecord::toString)
			.toList();
	}

	private boolean sameName(String text, String email) {
		Person person = this.sandbox.person(email).orElseThrow();
		return text.equals(new String((person.lastName() + ", " + person.firstName()).getBytes(WINDOWS), WINDOWS));
	}

	/** As HR fills it in, with the spreadsheet that has written the file. */
	private Path filledIn(Path toFix) throws IOException {
		StringBuilder users = new StringBuilder("from;to\r\n");
		for (CSVRecord line : records(toFix)) {
			users.append('"')
				.append(line.get(0))
				.append("\";")
				.append(this.meant.getOrDefault(line.get(0), ""))
				.append("\r\n");
		}
		return Files.writeString(this.folder.resolve("users.csv"), users, WINDOWS);
	}

	private List<String> wanted(String team) {
		return this.rows.stream()
			.map((row) -> row.strip().split(";", -1))
			.filter((cells) -> cells[4].equals(team))
			.flatMap((cells) -> Stream.of(cells[1], cells[5]))
			.map((name) -> this.meant.getOrDefault(name, ""))
			.filter((email) -> !email.isEmpty())
			.distinct()
			.toList();
	}

	private static List<CSVRecord> records(Path file) throws IOException {
		CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(';').get();
		List<CSVRecord> lines = format.parse(Files.newBufferedReader(file, StandardCharsets.UTF_8)).getRecords();
		return lines.subList(1, lines.size());
	}

}
