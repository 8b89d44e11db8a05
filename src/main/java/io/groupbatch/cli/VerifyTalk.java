package io.groupbatch.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import io.groupbatch.journal.Run;
import io.groupbatch.verify.Difference;
import io.groupbatch.verify.VerifyResult;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The differences, for people or for a script.
 *
 * @param run what was compared
 * @param result what was found
 */
record VerifyTalk(Run run, VerifyResult result) {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private static final int MOST_LINES = 50;

	/** Tells it. Silence is for when all is well. */
	void tell(Terminal terminal, boolean json) {
		if (json) {
			terminal.result(JSON.writeValueAsString(map()));
			return;
		}
		if (terminal.isQuiet() && this.result.differences() == 0) {
			return;
		}
		this.result.first().stream().limit(MOST_LINES).map(VerifyTalk::line).forEach(terminal::result);
		if (this.result.differences() > MOST_LINES) {
			terminal.result("… and %d more.".formatted(this.result.differences() - MOST_LINES));
		}
		terminal.result("%s of the file%s: %s.".formatted(Texts.count(this.result.groups(), "group", "groups"),
				this.result.exact() ? ", compared exactly" : "",
				(this.result.differences() == 0) ? "the portal is as it says"
						: Texts.count(this.result.differences(), "difference", "differences")));
		if (this.result.leftOut() > 0) {
			terminal.result("%s of the file could not be compared: the user map leaves them out. Complete it, then give"
				.formatted(Texts.count(this.result.leftOut(), "person", "people")) + " the same command again.");
		}
		terminal.result("List: " + list());
		terminal.result(Summary.portalLine(this.run.target()));
	}

	private static String line(Difference difference) {
		String where = (difference.row() > 0) ? "Row " + difference.row() : "Not in the file";
		return Texts.printable("%s, \"%s\": %s wanted %s, found %s".formatted(where,
				difference.groupName().isEmpty() ? difference.groupId() : difference.groupName(),
				difference.what().word(), shown(difference.wanted()), shown(difference.found())));
	}

	private static String shown(String text) {
		return text.isEmpty() ? "none" : text;
	}

	private Path list() {
		return this.run.output().resolve("differences.csv");
	}

	private Map<String, Object> map() {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("portal", this.run.target().portal());
		map.put("sandbox", this.run.target().sandbox());
		map.put("account", this.run.target().accountName());
		map.put("file", this.run.source().file().toString());
		map.put("sha256", this.run.source().sha256());
		map.put("exact", this.result.exact());
		map.put("groups", this.result.groups());
		map.put("differences", this.result.differences());
		map.put("notCompared", this.result.leftOut());
		map.put("list", list().toString());
		map.put("first", this.result.first().stream().map(VerifyTalk::map).toList());
		return map;
	}

	private static Map<String, Object> map(Difference difference) {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("row", (difference.row() > 0) ? difference.row() : null);
		map.put("groupId", difference.groupId());
		map.put("groupName", difference.groupName());
		map.put("what", difference.what().word());
		map.put("wanted", difference.wanted());
		map.put("found", difference.found());
		return map;
	}

}
