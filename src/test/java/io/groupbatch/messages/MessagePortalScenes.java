package io.groupbatch.messages;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import javax.net.ssl.SSLContext;

import io.groupbatch.portal.Authority;
import io.groupbatch.portal.Relay;
import io.groupbatch.sandbox.fault.FaultPolicy.Answer;
import io.groupbatch.sandbox.fault.FaultPolicy.Cut;
import io.groupbatch.sandbox.fault.FaultPolicy.Normal;
import io.groupbatch.sandbox.http.PortalCondition;
import io.groupbatch.support.HoldFrom;
import io.groupbatch.support.Program;

/**
 * What is said of a portal that cannot be used, and of runs that guards stop.
 */
final class MessagePortalScenes {

	private MessagePortalScenes() {
	}

	static void trouble(MessageStage stage) {
		String page = "<!DOCTYPE html><html><head><title>Sign in to the hotel</title></head></html>";
		answered(stage, "a web page of another server", new Answer(200, "text/html", page, Map.of(), false));
		answered(stage, "something that is no portal", new Answer(200, "application/json", "[1]", Map.of(), false));
		answered(stage, "a proxy before a dead portal", Answer.fromProxy(502, false));
		answered(stage, "a redirect",
				new Answer(307, "", "", Map.of("Location", "https://moved.example.com/api/2.0/people"), false));
		answered(stage, "a pause", new Answer(429, "", "", Map.of("Retry-After", "86400"), false));
		answered(stage, "no answer", new Cut(false));
		stage.sandbox().setFaultPolicy((request) -> new Normal());
		for (PortalCondition condition : PortalCondition.values()) {
			if (condition != PortalCondition.OPEN) {
				stage.sandbox().setCondition(condition);
				String words = condition.name().toLowerCase(Locale.ROOT).replace('_', ' ');
				stage.refused("groups of a portal that is " + words, stage.program().run("export"));
			}
		}
	}

	static void keys(MessageStage stage) {
		URI portal = stage.program().portal();
		Program stranger = new Program(stage.path("stranger"), portal, "sk-nobody-knows-this-one");
		stage.refused("a key that the portal does not know", stranger.run("people"));
		Program files = new Program(stage.path("files"), portal,
				stage.sandbox().addKey("owner@sandbox.example", "files:read"));
		stage.refused("a key without a scope that is needed", files.run("people"));
		String reads = stage.sandbox().addKey("owner@sandbox.example", "accounts:read");
		stage.importedBy(reads, "a key that may only read", stage.rows("create,New,,"));
		String user = stage.sandbox().addKey("ben.okafor@sandbox.example");
		stage.importedBy(user, "a key of a user without rights", stage.rows("create,New,,"));
	}

	static void connections(MessageStage stage, Authority authority) throws Exception {
		SSLContext server = authority.server();
		String ca = authority.certificate().toString();
		try (Relay secure = Relay.secure(server, stage.sandbox().url().getPort());
				Relay proxy = Relay.proxyFor("anna:secret-of-proxy", secure.port())) {
			Program program = new Program(stage.path("secure"), URI.create("https://" + Authority.HOST),
					stage.sandbox().apiKey());
			String address = "127.0.0.1:" + proxy.port();
			Map<String, String> open = Map.of("HTTPS_PROXY", "http://anna:secret-of-proxy@" + address);
			stage.refused("a certificate of an unknown authority", program.run(open, "people"));
			stage.refused("a proxy that wants a password",
					program.run(Map.of("HTTPS_PROXY", "http://" + address), "people", "--ca", ca));
			stage.refused("a certificate for another name",
					new Program(stage.path("other"), URI.create("https://other.example"), "sk-1").run(open, "people",
							"--ca", ca));
		}
		stage.refused("a proxy that is not there",
				stage.program()
					.run(Map.of("HTTP_PROXY", "http://127.0.0.1:1", "DOCSPACE_PORTAL_URL", "http://192.0.2.1"),
							"people", "--allow-http"));
		stage.refused("a host that is not there",
				new Program(stage.path("no-host"), URI.create("https://nowhere.invalid"), "sk-1").run("people"));
		Program dead = stage.program();
		stage.sandbox().close();
		stage.refused("a port without a server", dead.run("people"));
	}

	static void guards(MessageStage stage) {
		stage.refusedFile("more deletions than usual",
				stage.rows(IntStream.range(0, 1).mapToObj((i) -> "delete,Sales,,").toArray(String[]::new)),
				"--max-deletes", "0");
		stage.refusedFile("more removals than usual", stage.rows("set-members,Sales,,ben.okafor@sandbox.example"),
				"--max-removals", "0");
		stage.program()
			.run("plan", stage.rows("delete,Support,,", "create,North,,").toString(), "--output",
					stage.program().output().toString());
		stage.refused("apply of it", stage.program().run("apply", stage.newestRun(), "--max-deletes", "0"));
		stage.make("North");
		stage.remove("Support");
		stage.refused("apply, when the portal has changed", stage.program().run("apply", stage.newestRun()));
		stage.sandbox()
			.setFaultPolicy((request) -> HoldFrom.isWrite(request)
					? new Answer(409, "text/plain", "no", Map.of(), false) : new Normal());
		String[] many = IntStream.range(0, 12).mapToObj((i) -> "create,Team " + i + ",,").toArray(String[]::new);
		stage.imported("refusals only", stage.rows(many), "--concurrency", "1");
		Answer page = new Answer(403, "text/html", "<html><title>Blocked by policy</title></html>", Map.of(), false);
		stage.sandbox().setFaultPolicy((request) -> HoldFrom.isWrite(request) ? page : new Normal());
		String[] blocked = IntStream.range(0, 12).mapToObj((i) -> "create,Unit " + i + ",,").toArray(String[]::new);
		stage.imported("a firewall that blocks every row", stage.rows(blocked), "--concurrency", "1");
		stage.imported("a firewall that blocks one row", stage.rows("create,Blocked,,"));
		stage.sandbox()
			.setFaultPolicy((request) -> HoldFrom.isWrite(request)
					? new Answer(409, "text/plain", "no", Map.of(), false) : new Normal());
		stage.imported("more errors than allowed", stage.rows("create,U,,", "create,V,,", "create,W,,"), "--max-errors",
				"1", "--concurrency", "1");
	}

	/** A day that is used up. */
	static void pause(MessageStage stage) {
		Answer later = new Answer(429, "", "", Map.of("Retry-After", "86400"), false);
		stage.sandbox().setFaultPolicy((request) -> HoldFrom.isWrite(request) ? later : new Normal());
		Path file = stage.rows("create,One,,", "create,Two,,");
		stage.imported("a portal that takes no more changes today", file);
		stage.refusedFile("the same command, too early", file);
		stage.whole("doctor, while the portal takes no changes", stage.program().run("doctor", "--no-write-probe"));
	}

	static void doctor(MessageStage stage) {
		stage.whole("doctor", stage.program().run("doctor"));
		stage.whole("doctor, without a portal", stage.program().run(Map.of("DOCSPACE_PORTAL_URL", ""), "doctor"));
		URI portal = stage.program().portal();
		stage.whole("doctor, without a key", stage.program().run(Map.of("DOCSPACE_API_KEY", ""), "doctor"));
		String reads = stage.sandbox().addKey("owner@sandbox.example", "accounts:read");
		stage.whole("doctor, with a key that may only read",
				new Program(stage.path("reader"), portal, reads).run("doctor"));
		String user = stage.sandbox().addKey("ben.okafor@sandbox.example");
		stage.whole("doctor, with a key of a user without rights",
				new Program(stage.path("user"), portal, user).run("doctor"));
		stage.whole("doctor, with a key that the portal does not know",
				new Program(stage.path("stranger"), portal, "sk-nobody-knows-this-one").run("doctor"));
		stage.sandbox()
			.setFaultPolicy((request) -> request.path().contains("filterValue=") ? new Answer(200,
					"application/json; charset=utf-8",
					"{\"response\":[],\"count\":0,\"total\":0,\"status\":0,\"statusCode\":200}", Map.of(), false)
					: new Normal());
		stage.whole("doctor, when the portal's search misses a group", stage.program().run("doctor"));
		stage.first(1, "PUT", () -> Answer.fromProxy(502, false));
		stage.whole("doctor, when the portal fails", stage.program().run("doctor"));
	}

	private static void answered(MessageStage stage, String about, io.groupbatch.sandbox.fault.FaultPolicy.Act act) {
		stage.answers(act);
		stage.refused(about, stage.program().run("people"));
	}

}
