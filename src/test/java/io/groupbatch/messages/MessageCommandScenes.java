package io.groupbatch.messages;

import java.io.File;
import java.util.Map;

import io.groupbatch.sandbox.fault.FaultPolicy;

import static java.util.Map.entry;

/**
 * What is said before a portal is asked: of the command line, of settings, and of runs
 * that are not there.
 */
final class MessageCommandScenes {

	private static final Map<String, String> NO_PORTAL = Map.of("DOCSPACE_PORTAL_URL", "");

	private static final Map<String, String> NO_KEY = Map.of("DOCSPACE_API_KEY", "");

	private MessageCommandScenes() {
	}

	static void usage(MessageStage stage) {
		stage.refused("imprt", "x.csv");
		stage.refused("import");
		stage.refused(stage.rows("get,Sales,,").toString());
		stage.refused("import", "x.csv", "--potral", "https://docspace.example.com");
		stage.refused("import", "x.csv", "--on-invalid=skp");
		stage.refused("import", "x.csv", "--existing=leave");
		stage.refused("import", "x.csv", "--on-unknown-user", "go");
		String hires = stage.file("hires.csv", "groupName", "One").toString();
		stage.refused("import", hires, "--on-unknown-user", "invite");
		stage.refused("import", hires, "--invite-domain", "example.com");
		stage.refused("import", hires, "--on-unknown-user", "invite", "--invite-domain", "example com");
		stage.refused("import", "x.csv", "--invite-as", "admin");
		stage.refused("import", "x.csv", "--operation", "upsrt");
		stage.refused("import", "x.csv", "--map", "Team");
		stage.refused("import", "x.csv", "--map", "Team=gruop");
		stage.refused("import", "x.csv", "--map", "Team=x");
		stage.refused("import", "x.csv", "--charset", "latin-nine");
		stage.refused("import", "x.csv", "--delimiter", "::");
		stage.refused("import", "x.csv", "--member-separator", "x");
		stage.refused("import", "x.csv", "--concurrency", "51");
		stage.refused("import", "x.csv", "--concurrency", "many");
		stage.refused("import", "x.csv", "--rate", "fast");
		stage.refused("import", "x.csv", "--settle", "soon");
		stage.refused("import", "x.csv", "--max-errors", "-1");
		stage.refused("import", "x.csv", "--max-deletes", "some");
		stage.refused("import", stage.rows("get,Sales,,").toString(), "--map", "Lead=members", "--ignore-column",
				"LEAD");
		stage.refused("export", "--json");
		stage.refused("export", "--twins", "number");
		stage.refused("export", "--format", "persons");
		stage.refused("report", "seven");
		stage.refused("report", "7", "8");
		stage.refused("runs", "purge", "--keep", "-1");
		stage.refused("sandbox", "--limit-per-day", "many");
		stage.refused("template", "grups");
		stage.refused("resume", "--sandbox");
		stage.refused("apply", "--sandbox");
		stage.refused("undo", "7", "--sandbox");
		stage.refused("audit", "--from", "yesterday");
	}

	static void settings(MessageStage stage) {
		String file = stage.rows("get,Sales,,").toString();
		stage.refused("no portal", NO_PORTAL, "import", file);
		stage.refused("no key, and no terminal", NO_KEY, "import", file);
		stage.refused("import", file, "--portal", "ftp://docspace.example.com");
		stage.refused("import", file, "--portal", "http://192.0.2.1");
		stage.refused("a key file that is not there", Map.of(), "import", file, "--api-key-file",
				stage.path("key.txt").toString());
		stage.file("key.txt", "sk-1").toFile().setReadable(true, false);
		stage.refused("a key file that others can read", Map.of(), "import", file, "--api-key-file",
				stage.path("key.txt").toString());
		File empty = stage.file("empty.txt", "").toFile();
		empty.setReadable(false, false);
		empty.setReadable(true, true);
		stage.refused("a key file with nothing in it", Map.of(), "import", file, "--api-key-file", empty.toString());
		stage.refused("import", file, "--sandbox", "--portal", "https://docspace.example.com");
		stage.refused("a file of authorities that is not there", Map.of(), "people", "--ca",
				stage.path("ca.pem").toString());
		stage.bytes("ca.pem", new byte[0]);
		stage.refused("a file of authorities without any", Map.of(), "people", "--ca", stage.path("ca.pem").toString());
		stage.file("ca.pem", "-----BEGIN CERTIFICATE-----", "AAAA", "-----END CERTIFICATE-----");
		stage.refused("a file of authorities that is damaged", Map.of(), "people", "--ca",
				stage.path("ca.pem").toString());
		stage.refused("a proxy that is none", Map.ofEntries(entry("HTTPS_PROXY", "proxy at port 3128"),
				entry("DOCSPACE_PORTAL_URL", "https://docspace.example.com")), "people");
		stage.refused("a port that is taken", Map.of(), "sandbox", "--port",
				String.valueOf(stage.sandbox().url().getPort()));
	}

	static void defaults(MessageStage stage) {
		refusedBy(stage, "concurency=3");
		refusedBy(stage, "api-key=1");
		refusedBy(stage, "yes=true");
		refusedBy(stage, "no-color=maybe");
		refusedBy(stage, "concurrency=many");
		refusedBy(stage, "state=C:\\users\\anna");
		stage.refused("a file of defaults that is not there", Map.of(), "runs", "--config",
				stage.path("none.properties").toString());
		stage.file("config.properties", "quiet=true").toFile().setWritable(true, false);
		stage.refused("a file of defaults that others can change", Map.of(), "runs", "--config",
				stage.path("config.properties").toString());
		stage.refused("a log in a folder that is not there", Map.of(), "runs", "--log-file",
				stage.path("none/support.log").toString());
		stage.refused("metrics in a folder that is not there", Map.of(), "runs", "--metrics-file",
				stage.path("none/night.prom").toString());
	}

	private static void refusedBy(MessageStage stage, String line) {
		stage.refused("a file of defaults with " + line, Map.of(), "import", "x.csv", "--config",
				stage.file("config.properties", line).toString());
	}

	static void files(MessageStage stage) {
		stage.refused("a file that is not there", Map.of(), "import", stage.path("none.csv").toString());
		stage.refused("a folder", Map.of(), "import", stage.path("").toString());
		String file = stage.rows("get,Sales,,").toString();
		stage.refused("a map file that is not there", Map.of(), "import", file, "--map-file",
				stage.path("map.txt").toString());
		stage.file("map.txt", "Team", "Lead = x", "Name = gruopName");
		stage.refused("a map file with errors", Map.of(), "import", file, "--map-file",
				stage.path("map.txt").toString());
		stage.bytes("map.txt", new byte[] { 'T', (byte) 0xe4, '=' });
		stage.refused("a map file in another encoding", Map.of(), "import", file, "--map-file",
				stage.path("map.txt").toString());
		stage.refused("a user map that is not there", Map.of(), "import", file, "--user-map",
				stage.path("users.csv").toString());
		stage.file("users.csv", "from,to", "Anna,x", ",anna@example.com", "Bea", "Carl,carl@example.com",
				"Carl,other@example.com");
		stage.refused("a user map with errors", Map.of(), "import", file, "--user-map",
				stage.path("users.csv").toString());
		stage.file("users.csv", "from,who", "Anna,anna@example.com");
		stage.refused("a user map with other headings", Map.of(), "import", file, "--user-map",
				stage.path("users.csv").toString());
		stage.file("users.csv", "from,to,to", "Anna,anna@example.com,x");
		stage.refused("a user map with two columns of one name", Map.of(), "import", file, "--user-map",
				stage.path("users.csv").toString());
		stage.bytes("users.csv",
				"from,to\nJ\u00e4n,anna@example.com\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
		stage.refused("a user map in another encoding", Map.of(), "import", file, "--user-map",
				stage.path("users.csv").toString());
		stage.file("people-to-fix.csv", "from,to", "Anna,anna@example.com");
		stage.refused("a user map where the run writes its own list", Map.of(), "import", file, "--user-map",
				stage.path("people-to-fix.csv").toString(), "--output", stage.path("").toString());
		stage.file("failed.csv", "operation,groupName", "get,Sales");
		stage.refused("a file where the run writes its own reports", Map.of(), "import",
				stage.path("failed.csv").toString(), "--output", stage.path("").toString());
		stage.refused("a file of faults that is not there", Map.of(), "sandbox", "--faults",
				stage.path("faults.properties").toString());
		stage.file("faults.properties", "cut-befor = 2%", "lag = 5");
		stage.refused("a file of faults with errors", Map.of(), "sandbox", "--faults",
				stage.path("faults.properties").toString());
		stage.refused("a template that would replace a file", Map.of(), "template", "onboarding", file);
		stage.refused("a template where no folder is", Map.of(), "template", "onboarding",
				stage.path("none/x.csv").toString());
	}

	static void runs(MessageStage stage) {
		stage.refused("resume");
		stage.refused("resume", "7");
		stage.refused("apply");
		stage.refused("report", "7");
		stage.refused("cancel", "7");
		stage.refused("runs", "7");
		stage.refused("undo", "7");
		stage.program().run("plan", stage.rows("create,One,,").toString(), "--output", stage.path("a").toString());
		stage.program()
			.run("plan", stage.file("b.csv", "groupName", "Two").toString(), "--output", stage.path("b").toString());
		stage.refused("apply");
		stage.refused("the plan of another portal", Map.of("DOCSPACE_PORTAL_URL", "https://other.example.com"), "apply",
				"1");
		stage.refused("no plan for the portal that is named",
				Map.of("DOCSPACE_PORTAL_URL", "https://other.example.com"), "apply");
		keysAndAddresses(stage);
		stage.refused("undo of a run that is not finished", Map.of(), "undo", "1");
		stage.program().run("apply", "1");
		stage.refused("apply of a run that is finished", Map.of(), "apply", "1");
		stage.refused("cancel of a run that is finished", Map.of(), "cancel", "1");
		stage.refused("a decision about nothing", Map.of(), "resume", "2", "--decide", "2=none");
		stage.refused("a decision about no row", Map.of(), "resume", "2", "--decide", "first=none");
		stage.refused("a decision that is none", Map.of(), "resume", "2", "--decide", "2=yes");
		stage.program().run("runs", "purge", "--keep", "0");
		stage.refused("the report of a run that was purged", Map.of(), "report", "1");
		stage.refused("undo of a run that was purged", Map.of(), "undo", "1");
	}

	private static void keysAndAddresses(MessageStage stage) {
		Map<String, String> localhost = Map.of("DOCSPACE_PORTAL_URL",
				stage.sandbox().url().toString().replace("127.0.0.1", "localhost"));
		stage.refused("the plan of the same portal at another address", localhost, "apply", "1");
		stage.refused("the key of another user",
				Map.of("DOCSPACE_API_KEY", stage.sandbox().addKey("ada.admin@sandbox.example")), "apply", "1");
		stage.sandbox()
			.setFaultPolicy((request) -> request.path().contains("keys/@self") || request.path().contains("people")
					? FaultPolicy.Answer.fromProxy(404, false) : new FaultPolicy.Normal());
		stage.refused("a key whose owner is not told any more", Map.of(), "apply", "1");
		stage.refused("another address that shows no id of the portal", localhost, "apply", "1", "--portal-moved");
		stage.sandbox().setFaultPolicy((request) -> new FaultPolicy.Normal());
	}

}
