package io.groupbatch.messages;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is said of a file: that it cannot be read, and which of its rows are wrong.
 */
final class MessageFileScenes {

	private static final String HEADINGS = "operation,groupId,groupName,newGroupName,groupManager,members,targetGroup";

	private MessageFileScenes() {
	}

	static void noCsv(MessageStage stage) {
		bad(stage, "nothing in it", "");
		bad(stage, "headings only", "operation,groupName\n");
		bad(stage, "a workbook", "PK\u0003\u0004 and so on");
		bad(stage, "a quote inside a cell", "groupName,members\nTeam \"A\",x\n");
		bad(stage, "text after a closing quote", "groupName,members\n\"Team\nA\"B,x\n");
		bad(stage, "a quote that is not closed", "groupName,members\n\"Team A,x\n");
		bad(stage, "a NUL", "groupName,members\nTeam\u0000,x\n");
		bad(stage, "a very long cell", "groupName,members\n\"" + "x".repeat((1 << 20) + 1) + "\",x\n");
		bad(stage, "a very long row", "groupName,members\n" + ("x".repeat(1 << 19) + ",").repeat(9) + "\n");
		bad(stage, "a very wide row", "groupName,members\n" + ",".repeat(17_000) + "\n");
		stage.refusedFile("windows-1252, not said",
				stage.bytes("x.csv", "groupName\nK\u00fcche\n".getBytes(StandardCharsets.ISO_8859_1)));
		stage.refusedFile("another encoding than the one that is said",
				stage.bytes("x.csv", new byte[] { 'g', 'r', 'o', 'u', 'p', '\n', (byte) 0x81, '\n' }), "--charset",
				"Shift_JIS");
		stage.refusedFile("a byte order mark that says something else", stage.file("x.csv", "\uFEFFgroupName", "x"),
				"--charset", "windows-1252");
	}

	static void headings(MessageStage stage) {
		bad(stage, "headings that could mean two things", "name,id,email\nx,y,z\n");
		bad(stage, "unknown headings", "groupName,Department,Mangaer,\nx,y,z,\n");
		bad(stage, "one heading, twice", "groupName,group\nx,y\n");
		bad(stage, "another separator", "groupName:members\nx:y\n");
		bad(stage, "a separator that is not seen", "groupName.members|groupName,x\nx|y\n");
		bad(stage, "a heading that cannot be typed", "groupName,De\u0001pt\nx,y\n");
		bad(stage, "a dangerous heading that cannot be typed", "groupName,name" + "_".repeat(60) + "\nx,y\n");
		bad(stage, "no group", "manager,members\nx,y\n");
		bad(stage, "an operation that needs a group", "operation,members\nget,x\n");
		bad(stage, "a column for one group, and one for several", "groupName,members,groups\nA,x,B\n");
		bad(stage, "rows without headings", "Sales,anna@example.com\nSupport,ben@example.com\n");
		bad(stage, "a report", "row,groupName,status,membersRequested\n2,x,FAILED,1\n");
		bad(stage, "rows that resume goes on with", "groupName,resumeRun\nx,3\n");
		Path file = stage.file("x.csv", "Team,members", "x,y");
		stage.refusedFile("a map for a column that is not there", file, "--map", "Taem=groupName");
		stage.refusedFile("a map for quite another column", file, "--map", "Department=groupName", "--map",
				"Team=newGroupName");
	}

	/** What the file alone shows. */
	static void rows(MessageStage stage) {
		stage.mistaken("rows that are wrong by themselves", stage.file("rows.csv", HEADINGS, "creat,,Typo,,,,", //
				",,Nothing,,,,", ",,,,,,", "create,,Short", "get,5d1f6f0a,,,,,", "create,,   ,,,,", "create,,,,,,",
				"create,," + "x".repeat(129) + ",,,,", "create,5d1f6f0a-7b1c-4f6e-9a57-2f6f3f0c9b11,Given,,,,",
				"delete,,,,,,", "add-members,,Sales,,,,", "set-members,,Sales,,,,", "update,,Sales,,,,",
				"move-members,,Sales,,,,", "delete,,Sales,,,ben.okafor@sandbox.example,",
				"add-members,,Sales,,," + "x".repeat(32_767) + ","));
	}

	/** What the portal shows. */
	static void groups(MessageStage stage) {
		stage.mistaken("groups that are not as the rows say", stage.file("rows.csv", HEADINGS, //
				"get,,Salse,,,,", "get,,Twins,,,,", "get,c5cc67d1-c3e8-43c0-a3ad-3928ae3e5b5e,,,,,",
				"get,5d1f6f0a-7b1c-4f6e-9a57-2f6f3f0c9b11,,,,,", "get," + stage.groupId("Support") + ",Sales,,,,",
				"add-members,,Directory Sync,,,ben.okafor@sandbox.example,", "create,,Support,,,,",
				"update,,Old Hands,Support,,,", "create,,support,,,,", "move-members,,Sales,,,,Sales"));
		stage.mistaken("groups that the portal has, with --existing stop",
				stage.file("rows.csv", HEADINGS, "upsert,,Sales,,,,"), "--existing", "stop");
	}

	/** What other rows say. */
	static void otherRows(MessageStage stage) {
		String two = ",ben.okafor@sandbox.example,";
		stage.mistaken("rows that do not go together", stage.file("rows.csv", HEADINGS, //
				"update,,Engineering,Makers,,,", "get,,Engineering,,,,", "delete,,Old Hands,,,,", "get,,Old Hands,,,,",
				"get," + stage.groupId("Old Hands") + ",,,,,", "create,,North,,anna.muster@sandbox.example,,",
				"create,,North,,ben.okafor@sandbox.example,,", "upsert,,Sales,Sales EU,,,", "upsert,,Sales,Sales US,,,",
				"set-members,,Support,," + two, "add-members,,Support,,,carla.rossi@sandbox.example,",
				"set-members,,Support,," + two, "create,,South,,nobody@sandbox.example,,",
				"add-members,,South,," + two));
		stage.mistaken("two new names for one group",
				stage.file("rows.csv", HEADINGS, "upsert," + stage.groupId("Sales") + ",Sales EU,,,,",
						"upsert," + stage.groupId("Sales") + ",Sales US,,,,"));
		stage.mistaken("a new name in a later set-members row",
				stage.file("rows.csv", HEADINGS, "set-members,,Support,," + two, "set-members,,Support,Help," + two));
	}

	static void people(MessageStage stage) {
		stage.mistaken("people who could not be matched or added", stage.file("rows.csv", HEADINGS, //
				"add-members,,Sales,,,Anna Muster,", "add-members,,Sales,,,nobody@sandbox.example,",
				"add-members,,Sales,,,gina.guest@sandbox.example,",
				"add-members,,Sales,,,dora.disabled@sandbox.example,",
				"update,,Sales,,anna.muster@sandbox.example ben.okafor@sandbox.example,,",
				"remove-members,,Sales,,anna.muster@sandbox.example,anna.muster@sandbox.example,"));
		stage.sandbox().add(io.groupbatch.sandbox.state.Person.of("Jörg", "Müller", "joerg@müller.example"));
		stage.mistaken("addresses that look like the portal's",
				stage.file("rows.csv", HEADINGS, "add-members,,Sales,,,anna.muster@sandbox\u200b.example,",
						"add-members,,Sales,,,joerg@xn--mller-kva.example,"));
		Path users = stage.file("users.csv", "from,to", "Anna Muster,anna@sandbox.example");
		stage.whole("the last lines then",
				stage.program().importing(stage.file("rows.csv", HEADINGS, "add-members,,Sales,,,Anna Muster,")));
		stage.whole("a user map that is wrong itself",
				stage.program()
					.importing(stage.file("rows.csv", HEADINGS, "add-members,,Sales,,,Anna Muster,"), "--user-map",
							users.toString()));
		stage.refused("a manager whom the portal does not have", Map.of(), "export", "--managed-by",
				"nobody@sandbox.example");
		stage.oneAddressForTwo("ben.okafor@sandbox.example", "anna.muster@sandbox.example");
		stage.mistaken("an address that two people have",
				stage.file("rows.csv", HEADINGS, "add-members,,Sales,,,anna.muster@sandbox.example,"));
		stage.refused("a manager who could be two", Map.of(), "export", "--managed-by", "anna.muster@sandbox.example");
	}

	/** In files with a row for each person. */
	static void byPerson(MessageStage stage) {
		String ben = "ben.okafor@sandbox.example";
		String many = IntStream.rangeClosed(1, 32_769).mapToObj((i) -> "G" + i).collect(Collectors.joining(";"));
		stage.mistaken("rows for people that are wrong by themselves",
				stage.file("people.csv", "operation,members,groups,groupManager", "create," + ben + ",Sales,",
						"upsert," + ben + ",,", "add-members,,Sales,", "upsert," + ben + ",Sales," + ben,
						"remove-everywhere," + ben + ",Sales,", "upsert," + ben + "," + many + ",",
						"remove-members," + ben + ",Salse,"));
		stage.mistaken("a row that needs the column groups",
				stage.file("people.csv", "operation,members", "upsert," + ben));
		stage.mistaken("remove-everywhere in a file with a row for each group",
				stage.rows("remove-everywhere,Sales,," + ben));
	}

	/** So many that only their causes are told. */
	static void many(MessageStage stage) {
		stage.refusedFile("names with commas",
				stage.rows("add-members,Sales,,\"Anna Maria Muster, Ben Okafor Junior\""));
		stage.refusedFile("more errors than can be shown",
				stage.rows(IntStream.range(0, 30)
					.mapToObj((i) -> "add-members,Sales,,\"Muster%d, Anna\"".formatted(i))
					.toArray(String[]::new)));
	}

	private static void bad(MessageStage stage, String about, String content) {
		stage.refusedFile(about, stage.bytes("x.csv", content.getBytes(StandardCharsets.UTF_8)));
	}

}
