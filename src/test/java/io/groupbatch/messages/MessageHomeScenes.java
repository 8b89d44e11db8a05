package io.groupbatch.messages;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.groupbatch.journal.StateFolder;
import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.support.HoldFrom;
import io.groupbatch.support.JournalEdit;
import io.groupbatch.support.Program;

/**
 * What is said of this computer, of other processes, and of the program's own errors.
 */
final class MessageHomeScenes {

	private MessageHomeScenes() {
	}

	static void disk(MessageStage stage) throws IOException {
		String file = stage.rows("create,One,,").toString();
		Files.writeString(Files.createDirectories(stage.path("taken")).resolve("state"), "a file");
		stage.refused("a state folder that is a file",
				new Program(stage.path("taken"), stage.program().portal(), stage.program().key()).run("import", file));
		stage.refused("an output folder that is a file", Map.of(), "import", file, "--output", file);
		stage.refused("an export into no folder", Map.of(), "export", stage.path("none/groups.csv").toString());
		stage.refused("an export into a folder", Map.of(), "export", stage.path("").toString());
		stage.refused("an audit into no folder", Map.of(), "audit", stage.path("none/audit.csv").toString());
		stage.refused("people into no folder", Map.of(), "people", stage.path("none/people.csv").toString());
		Path report = Files.createDirectories(stage.program().output()).resolve("report.csv.unfinished");
		Files.createSymbolicLink(report, Path.of("/dev/full"));
		stage.whole("a full disk where the report goes", stage.program().importing(stage.rows("create,Two,,")));
		Files.delete(report);
		StateFolder held = StateFolder.open(stage.program().state());
		stage.refused("another Groupbatch with the same state folder", Map.of(), "import", file);
		stage.whole("runs, while another Groupbatch is at work", stage.program().run("runs"));
		stage.whole("doctor, while another Groupbatch is at work", stage.program().run("doctor"));
		held.close();
		Files.write(stage.program().state().resolve("journal.mv.db"), new byte[100_000]);
		stage.refused("a journal that is damaged", Map.of(), "runs");
	}

	static void records(MessageStage stage) throws IOException {
		stage.program().importing(stage.rows("create,One,,", "update,Sales,ada.admin@sandbox.example,"));
		stage.program().importing(stage.rows("update,Sales,anna.muster@sandbox.example,"));
		stage.refused("undo of a run when a later one has changed the same", Map.of(), "undo", "1");
		Path audit = stage.path("audit.csv");
		stage.program().run("plan", stage.rows("create,Two,,").toString(), "--output", stage.path("plan").toString());
		stage.whole("audit " + audit, stage.program().run("audit", audit.toString()));
		stage.note(Files.readString(stage.path("audit.csv.about.txt")).indent(4).strip());
		stage.whole("audit --check, no head", stage.program().run("audit", "--check", audit.toString()));
		List<String> lines = Files.readAllLines(audit);
		String first = lines.get(1).substring(lines.get(1).lastIndexOf(',') + 1);
		stage.whole("audit --check, with a head",
				stage.program().run("audit", "--check", audit.toString(), "--head", first.replace("\"", "")));
		Files.write(audit, lines.subList(0, lines.size() - 1));
		stage.whole("audit --check, when the end is missing",
				stage.program().run("audit", "--check", audit.toString(), "--head", "1".repeat(64)));
		Files.write(audit, List.of(lines.get(0), lines.get(2)));
		stage.whole("audit --check, when a line is missing", stage.program().run("audit", "--check", audit.toString()));
		Files.write(audit, List.of(lines.get(0), lines.get(1).replace("One", "Two")));
		stage.whole("audit --check, of a line that was altered",
				stage.program().run("audit", "--check", audit.toString()));
		Files.write(audit, List.of("a,b", "1,2"));
		stage.whole("audit --check, of another file", stage.program().run("audit", "--check", audit.toString()));
	}

	static void exports(MessageStage stage) throws IOException {
		stage.refused("an export for another portal of groups with one name", Map.of(), "export", "--portable");
		stage.whole("export", stage.program().run("export", stage.path("groups.csv").toString()));
		stage.whole("export --portable --twins number", stage.program()
			.run("export", stage.path("portable.csv").toString(), "--portable", "--twins", "number"));
		stage.note(Files.readString(stage.path("portable.csv.left-out.csv")).indent(4).strip());
		stage.remove("Support");
		stage.whole("verify", stage.program()
			.run("verify", stage.path("groups.csv").toString(), "--output", stage.path("differences").toString()));
		stage.make("Extra", "ben.okafor@sandbox.example");
		stage.whole("verify, after more has changed", stage.program()
			.run("verify", stage.path("groups.csv").toString(), "--output", stage.path("differences").toString()));
		stage.whole("verify --no-exact, of what holds",
				stage.program()
					.run("verify", stage.file("w.csv", "groupName", "Sales").toString(), "--output",
							stage.path("differences").toString()));
		stage.whole("export --filter",
				stage.program().run("export", stage.path("some.csv").toString(), "--filter", "Sales"));
		stage.whole("verify of a file with errors",
				stage.program()
					.run("verify", stage.file("v.csv", "operation,groupName", "gte,Sales").toString(), "--output",
							stage.path("differences").toString()));
		stage.whole("verify of a file without rows",
				stage.program()
					.run("verify", stage.file("e.csv", "groupName").toString(), "--output",
							stage.path("differences").toString()));
		stage.whole("verify, when the user map leaves people out",
				stage.program()
					.run("verify", stage.file("l.csv", "groupName,members", "Sales,Herr Niemand").toString(),
							"--user-map", stage.file("m.csv", "from,to", "Herr Niemand,").toString(), "--output",
							stage.path("differences").toString()));
	}

	static void exportsOfPeople(MessageStage stage) throws IOException {
		stage.make("Empty");
		stage.make("5d1f6f0a-7b1c-4f6e-9a57-2f6f3f0c9b11", "ben.okafor@sandbox.example");
		String[] command = { "export", stage.path("people.csv").toString(), "--format", "people", "--portable",
				"--twins", "number" };
		stage.whole("export --format people --portable --twins number", stage.program().run(command));
		stage.note(Files.readString(stage.path("people.csv.left-out.csv")).indent(4).strip());
		stage.refused("an export that would replace a file", Map.of(), command);
	}

	static void undone(MessageStage stage) {
		stage.program().importing(stage.rows("create,One,,"));
		stage.sandbox()
			.setFaultPolicy((request) -> HoldFrom.isWrite(request)
					? new FaultPolicy.Answer(429, "", "", Map.of("Retry-After", "86400"), false)
					: new FaultPolicy.Normal());
		stage.refused("undo, when the portal takes no more changes today", Map.of(), "undo", "1", "--output",
				stage.path("undo").toString());
		stage.sandbox().setFaultPolicy(FaultPolicy.none());
		stage.whole("resume of it", stage.resume("--ignore-pause"));
		stage.whole("undo of a run that was undone", stage.program().run("undo", "1"));
	}

	static void ordinary(MessageStage stage) throws IOException {
		stage.whole("runs, before there are any", stage.program().run("runs"));
		stage.whole("an import that goes well",
				stage.program().importing(stage.rows("create,One,,ben.okafor@sandbox.example", "delete,Sales,,")));
		Path again = stage.rows("create,Two,,");
		stage.program().importing(again);
		stage.whole("the same file again", stage.program().importing(again));
		stage.whole("plan",
				stage.program()
					.run("plan",
							stage
								.rows("create,Three,,ben.okafor@sandbox.example", "delete,Support,,",
										"upsert,Engineering,,", "get,Engineering,,")
								.toString(),
							"--output", stage.program().output().toString()));
		stage.whole("plan, when there is nothing to do", stage.program()
			.run("plan", stage.rows("upsert,Engineering,,").toString(), "--output", stage.path("nothing").toString()));
		stage.whole("plan, with people who are left out", stage.program()
			.run("plan",
					stage
						.file("left-out.csv", "groupName,groupManager,members",
								"Four,nobody@sandbox.example,ben.okafor@sandbox.example")
						.toString(),
					"--on-unknown-user", "leave-out", "--output", stage.path("left-out").toString()));
		stage.whole("plan, when the file has changed", stage.program()
			.run("plan",
					stage
						.file("left-out.csv", "operation,groupName,members",
								"add-members,Engineering,nobody@sandbox.example")
						.toString(),
					"--on-unknown-user", "leave-out", "--output", stage.path("left-out").toString()));
		stage.whole("cancel", stage.program().run("cancel", "3"));
		stage.whole("runs", stage.program().run("runs"));
		stage.whole("runs 3", stage.program().run("runs", "3"));
		stage.refused("report 2 --share page.txt", Map.of(), "report", "2", "--share", "page.txt");
		stage.refused("a page that cannot be written", Map.of(), "report", "2", "--share",
				stage.path("none/page.html").toString());
		stage.whole("undo 1", stage.program().run("undo", "1", "--output", stage.path("undo-1").toString()));
		stage.whole("undo 2", stage.program().run("undo", "2", "--output", stage.path("undo").toString()));
		stage.whole("the same file after its run was taken back", stage.program().importing(again));
		stage.whole("runs purge --keep 1", stage.program().run("runs", "purge", "--keep", "1"));
		stage.whole("runs 1, after that", stage.program().run("runs", "1"));
		stage.whole("runs purge again", stage.program().run("runs", "purge", "--keep", "1"));
		stage.whole("the same file again, after a purge", stage.program().importing(again));
		stage.first(1, "PUT", () -> {
			stage.sandbox().disable("frank.moore@sandbox.example");
			return new FaultPolicy.Normal();
		});
		Path partial = stage.rows("add-members,Engineering,,frank.moore@sandbox.example;elif.yilmaz@sandbox.example");
		stage.whole("an import that is done in part", stage.program().importing(partial));
		stage.whole("its rows to fix",
				stage.program()
					.run("import", stage.program().output().resolve("failed.csv").toString(), "--output",
							stage.path("fixed").toString()));
		stage.whole("import --sandbox",
				stage.program()
					.run("import", stage.rows("create,One,,").toString(), "--sandbox", "--output",
							stage.path("sandboxed").toString()));
		stage.whole("template", stage.program().run("template", "onboarding", stage.path("mine.csv").toString()));
	}

	static void signals(MessageStage stage) throws InterruptedException {
		for (String signal : List.of("INT", "TERM")) {
			HoldFrom hold = new HoldFrom(1, HoldFrom::isWrite, true);
			stage.sandbox().setFaultPolicy(hold);
			Program.Running running = stage.program()
				.start(stage.rows("create,One of SIG" + signal + ",,", "create,Two of SIG" + signal + ",,"),
						"--concurrency", "1");
			hold.awaitHeld();
			running.signal(signal);
			running.awaitSaid("Stopping");
			hold.release();
			stage.told("SIG" + signal, running.end());
		}
	}

	static void noAtTheQuestion(MessageStage stage) throws IOException {
		Program.Running running = stage.program()
			.startOnTerminal(stage.program().arguments(stage.rows("create,One,,"), "--no-color"));
		running.awaitSaid("[y/N]");
		try (OutputStream keyboard = running.process().getOutputStream()) {
			keyboard.write("n\n".getBytes(StandardCharsets.UTF_8));
		}
		stage.told("a no at the question", new Program.Result(running.end().exit(), "", ""));
		stage.told("no terminal to ask at",
				stage.program()
					.startWithoutYes(List.of("setsid", "-w"), stage.program().arguments(stage.rows("create,One,,")))
					.end());
	}

	static void changedFile(MessageStage stage) {
		Path file = stage.file("x.csv", "operation,groupName", "create,One");
		stage.sandbox().setFaultPolicy((request) -> {
			stage.file("x.csv", "operation,groupName", "create,Two");
			return new FaultPolicy.Normal();
		});
		stage.refusedFile("a file that is changed while it is read", file);
	}

	static void bug(MessageStage stage) {
		stage.program().importing(stage.rows("create,One,,"));
		JournalEdit.change(stage.program().state(), "UPDATE run SET state = 'NOWHERE'");
		stage.whole("an error of Groupbatch", stage.program().run("runs"));
	}

	static void unfinished(MessageStage stage) {
		Path file = stage.rows("create,One,,");
		stage.first(2, "POST", () -> new FaultPolicy.Cut(false));
		stage.whole("a run that waits for a person", stage.program().importing(file));
		stage.refused("undo of it", Map.of(), "undo", "1");
		stage.refused("apply of it", Map.of(), "apply", "1");
		stage.file(String.valueOf(file.getFileName()), "operation,groupName", "create,Three");
		stage.refused("another file of that name", stage.program().importing(file));
		stage.whole("cancel 1", stage.program().run("cancel", "1"));
		stage.whole("runs purge, when a request is in doubt", stage.program().run("runs", "purge", "--keep", "0"));
		stage.first(3, "PUT", () -> new FaultPolicy.Cut(false));
		Path nightly = stage.file("nightly.csv", "groupName,manager", "Sales,ada.admin@sandbox.example");
		stage.program().importing(nightly);
		stage.file("nightly.csv", "groupName,manager", "Sales,ben.okafor@sandbox.example");
		stage.whole("a nightly file with other content, when the last one waits", stage.program().importing(nightly));
	}

}
