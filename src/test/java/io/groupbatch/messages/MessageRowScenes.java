package io.groupbatch.messages;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.sandbox.fault.FaultPolicy.Answer;
import io.groupbatch.sandbox.fault.FaultPolicy.Cut;
import io.groupbatch.sandbox.fault.FaultPolicy.Normal;
import io.groupbatch.sandbox.state.InvitationRules;
import io.groupbatch.support.HoldFrom;
import io.groupbatch.support.JournalEdit;
import io.groupbatch.support.Program;
import io.groupbatch.support.Scene;

/**
 * What is said of rows that were sent, or were not.
 */
final class MessageRowScenes {

	private static final String HALF_WAY = "{\"error\":{\"message\":\"Object reference not set\","
			+ "\"type\":\"System.NullReferenceException\",\"stack\":\"\",\"hresult\":-1},\"status\":1,\"statusCode\":500}";

	private static final String SIX_COLUMNS = "operation,groupName,newGroupName,groupManager,members,targetGroup";

	private MessageRowScenes() {
	}

	static void done(MessageStage stage) {
		stage.imported("rows that are done", stage.file("rows.csv", SIX_COLUMNS, //
				"create,North,,anna.muster@sandbox.example,ben.okafor@sandbox.example,", "get,North,,,,",
				"upsert,North,,,carla.rossi@sandbox.example,", "update,North,South,,,",
				"add-members,South,,,david.kim@sandbox.example,", "remove-members,South,,,carla.rossi@sandbox.example,",
				"set-members,Sales,,,ben.okafor@sandbox.example;frank.moore@sandbox.example,", "create,Empty,,,,",
				"move-members,South,,,,Empty", "delete,Support,,,,"), "--max-removals", "100%");
		stage.imported("rows that hold already",
				stage.file("rows.csv", SIX_COLUMNS, "upsert,Empty,,,,", "move-members,South,,,,Empty"));
		stage.imported("groups that are there, with --existing skip",
				stage.file("rows.csv", SIX_COLUMNS, "upsert,Empty,,elif.yilmaz@sandbox.example,,"), "--existing",
				"skip");
	}

	static void leftOut(MessageStage stage) {
		stage.imported("groups that are not deleted",
				stage.file("deletes.csv", SIX_COLUMNS, "move-members,Old Hands,,,,Support", "delete,Old Hands,,,,",
						"remove-members,Engineering,,,nobody@sandbox.example,", "delete,Engineering,,,,",
						"add-members,Nobody,,,anna.muster@sandbox.example,", "delete,Sales,,,,"),
				"--on-invalid", "skip");
		stage.imported("people who are left out",
				stage.rows("create,One,,nobody@sandbox.example;ben.okafor@sandbox.example",
						"create,Two,,gina.guest@sandbox.example;ben.okafor@sandbox.example",
						"create,Three,,dora.disabled@sandbox.example;ben.okafor@sandbox.example",
						"add-members,Engineering,,nobody@sandbox.example",
						"set-members,Sales,,ben.okafor@sandbox.example;nobody@sandbox.example",
						"set-members,Sales,,elif.yilmaz@sandbox.example"),
				"--on-unknown-user", "leave-out");
		Path users = stage.file("users.csv", "from,to", "Anna,");
		stage.imported("people whom the user map leaves out",
				stage.rows("create,Four,,Anna;ben.okafor@sandbox.example"), "--user-map", users.toString());
	}

	/** What becomes of people who leave groups. */
	static void leavers(MessageStage stage) {
		stage.imported(
				"people who leave all groups", stage.file("leavers.csv", "operation,members",
						"remove-everywhere,david.kim@sandbox.example", "remove-everywhere,gina.guest@sandbox.example"),
				"--max-removals", "100%");
		stage.imported("people who are not in the group that they are moved from",
				stage.file("moves.csv", SIX_COLUMNS,
						"move-members,Sales,,,ben.okafor@sandbox.example;elif.yilmaz@sandbox.example,Old Hands",
						"move-members,Engineering,,,elif.yilmaz@sandbox.example,Old Hands"),
				"--max-removals", "100%");
	}

	static void invited(MessageStage stage) {
		String[] options = { "--on-unknown-user", "invite", "--invite-domain", "new.example", "--max-invites", "2" };
		stage.mistaken("people of a domain whose people are not invited", stage.rows("create,One,,a@else.example"),
				options);
		stage.refusedFile("more invitations than usual",
				stage.rows("create,One,,a@new.example;b@new.example;c@new.example"), options);
		stage.first(1, "POST", () -> new Cut(true));
		stage.imported("people who are invited, and the answer is lost",
				stage.rows("create,Two,,a@new.example;b@new.example"), options);
		stage.sandbox().setFaultPolicy((request) -> new Normal());
		stage.imported("a person who cannot be invited",
				stage.rows("create,Three,,c@new.example;d..d@new.example;ben.okafor@sandbox.example"), options);
		stage.sandbox().setInvitationRules(new InvitationRules(true, 0, 1));
		stage.imported("a day on which no more people can be invited",
				stage.rows("create,Four,,e@new.example;f@new.example"), options);
	}

	static void notDone(MessageStage stage) {
		stage.first(1, "PUT", () -> {
			stage.sandbox().disable("frank.moore@sandbox.example");
			return new Normal();
		});
		stage.imported("a person whom the portal skips",
				stage.rows("add-members,Sales,,frank.moore@sandbox.example;elif.yilmaz@sandbox.example"));
		stage.sandbox()
			.setFaultPolicy((request) -> HoldFrom.isWrite(request) ? new Answer(400,
					"application/problem+json; charset=utf-8",
					"{\"response\":{\"title\":\"The name is odd\",\"status\":400,\"traceId\":\"1\"},\"status\":1,\"statusCode\":400}",
					Map.of(), false) : new Normal());
		stage.imported("rows that the portal refuses, and rows that need them",
				stage.rows("create,Odd,,", "get,Odd,,", "delete,Support,,"));
		stage.first(1, "PUT", () -> {
			stage.remove("Old Hands");
			return new Normal();
		});
		stage.imported("a group that was deleted meanwhile", stage.rows("update,Old Hands,ada.admin@sandbox.example,"));
		stage.first(1, "PUT", () -> {
			stage.sandbox().disable("ivan.invited@sandbox.example");
			return new Normal();
		});
		stage.imported("a manager whom the portal does not take",
				stage.rows("update,Sales,ivan.invited@sandbox.example,"));
		stage.sandbox().setFaultPolicy(FaultPolicy.none());
		stage.sandbox().corrupt(stage.groupId("Engineering"));
		stage.imported("a group that two managers have damaged",
				stage.rows("add-members,Engineering,,elif.yilmaz@sandbox.example"));
	}

	static void changed(MessageStage stage) {
		String key = stage.sandbox().addKey("owner@sandbox.example");
		stage.sandbox().setFaultPolicy((request) -> {
			if (HoldFrom.isWrite(request)) {
				stage.sandbox().revoke(key);
			}
			return new Normal();
		});
		Path file = stage.rows("add-members,Sales,,elif.yilmaz@sandbox.example", "create,New,,", "delete,Support,,",
				"update,Engineering,ada.admin@sandbox.example,", "set-members,Old Hands,,elif.yilmaz@sandbox.example");
		Program owner = stage.program();
		Program revoked = new Program(owner.folder(), owner.portal(), key);
		stage.told("a key that is revoked meanwhile", revoked.importing(file, "--concurrency", "1"));
		stage.sandbox().setFaultPolicy(FaultPolicy.none());
		for (String group : List.of("Sales", "Engineering", "Old Hands")) {
			Scene.add(stage.sandbox(), stage.groupId(group),
					stage.sandbox().person("ivan.invited@sandbox.example").orElseThrow());
		}
		stage.make("New");
		stage.remove("Support");
		JournalEdit.change(owner.state(), "UPDATE run SET directory_read_at = DATEADD(MINUTE, -11, directory_read_at)");
		stage.told("resume, when others have changed the groups", owner.run("resume", "1"));
	}

	static void doubt(MessageStage stage) {
		stage.first(1, "POST", () -> new Cut(true));
		stage.imported("a create whose answer is lost, and that was done", stage.rows("create,A,,"));
		stage.first(1, "POST", () -> new Cut(false));
		stage.imported("a create whose answer is lost, and that was not done", stage.rows("create,B,,"));
		stage.first(1, "PUT", () -> new Cut(false));
		stage.imported("a change whose answer is lost, and that was not done",
				stage.rows("add-members,Sales,,frank.moore@sandbox.example"));
		stage.first(9, "POST", () -> new Answer(500, "application/json; charset=utf-8", HALF_WAY, Map.of(), false));
		stage.imported("a create that breaks off twice", stage.rows("create,C,,"));
		stage.first(3, "PUT", () -> new Cut(false));
		stage.imported("a change that is lost again and again", stage.rows("update,Sales,ada.admin@sandbox.example,"));
		stage.told("resume of it", stage.resume());
		stage.first(2, "POST", () -> new Cut(false));
		stage.imported("a create that is lost twice", stage.rows("create,D,,", "get,D,,"));
		stage.told("resume of it, with a group that is none",
				stage.resume("--decide", "2=5d1f6f0a-7b1c-4f6e-9a57-2f6f3f0c9b11"));
		stage.program().run("cancel", stage.newestRun());
		stage.told("after cancel", stage.program().run("report", stage.newestRun()));
	}

	static void twins(MessageStage stage) {
		stage.first(1, "POST", () -> {
			stage.make("E", "ada.admin@sandbox.example");
			return new Cut(false);
		});
		stage.imported("a lost create, and a group of that name with other people", stage.rows("create,E,,"));
		AtomicInteger posts = new AtomicInteger();
		stage.sandbox().setFaultPolicy((request) -> {
			int nth = request.method().equals("POST") ? posts.incrementAndGet() : 0;
			if (nth == 2) {
				stage.make("F");
			}
			return (nth == 1) ? new Cut(false) : new Normal();
		});
		stage.imported("a lost create, and two groups at the end", stage.rows("create,F,,"));
	}

}
