package io.groupbatch.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.exportjob.ExportOptions;
import io.groupbatch.exportjob.ExportTally;
import io.groupbatch.journal.Export;
import io.groupbatch.journal.Run;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The last lines of an export.
 *
 * @param portal where it is from
 * @param wanted what of the portal was wanted
 * @param result what it has come to
 * @param target where it is
 */
record ExportTalk(Run.Target portal, Export.Wanted wanted, ExportTally.Result result, ExportTarget target) {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private static final int MOST_NAMES = 20;

	private static final String NOT_MOVED = "Not in it, and not moved by an import: rooms and files that are shared with these groups.";

	/** Tells people, or a script. */
	void tell(Terminal terminal, boolean json) {
		warn(terminal);
		if (json) {
			terminal.result(JSON.writeValueAsString(map()));
			return;
		}
		terminal.say("%s with %s of %s%s.".formatted(Texts.count(this.result.groups(), "group", "groups"),
				Texts.count(this.result.memberships(), "membership", "memberships"),
				this.portal.sandbox() ? "the sandbox" : this.portal.portal(),
				this.target.printed() ? "" : ", in " + this.target.file()));
		if (!this.wanted.isAll()) {
			terminal.say("Not all groups were wanted, so compare with: verify --no-exact.");
		}
		terminal.say(NOT_MOVED);
	}

	private void warn(Terminal terminal) {
		warn(terminal, this.result.changed(), "Changed meanwhile, and read once more");
		warn(terminal, this.result.gone(), "Deleted meanwhile, and not in the file");
		warn(terminal, this.result.longCells(),
				"With more members than a spreadsheet takes into a cell (it cuts them; --format memberships writes a row for each)");
		if (this.result.leftOut() > 0) {
			terminal.warn("Left out or written otherwise: %s%s".formatted(
					Texts.count(this.result.leftOut(), "group or member", "groups and members"),
					this.target.printed() ? ":" : ", see " + leftOut()));
			if (this.target.printed()) {
				printLeftOut(terminal);
			}
		}
	}

	private static void warn(Terminal terminal, List<String> names, String what) {
		if (!names.isEmpty()) {
			String told = names.stream()
				.limit(MOST_NAMES)
				.map((name) -> "\"" + name + "\"")
				.collect(Collectors.joining(", "));
			terminal.warn(Texts.printable("%s: %s: %s%s".formatted(what, Texts.count(names.size(), "group", "groups"),
					told, (names.size() > MOST_NAMES) ? ", …" : "")));
		}
	}

	private void printLeftOut(Terminal terminal) {
		try (Stream<String> lines = Files.lines(leftOut())) {
			lines.limit(MOST_NAMES + 1L).map(Texts::printable).forEach(terminal::warn);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path leftOut() {
		return ExportOptions.leftOut(this.target.file());
	}

	private Map<String, Object> map() {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("portal", this.portal.portal());
		map.put("sandbox", this.portal.sandbox());
		map.put("account", this.portal.accountName());
		map.put("file", this.target.file().toString());
		map.put("groups", this.result.groups());
		map.put("memberships", this.result.memberships());
		map.put("leftOut", this.result.leftOut());
		map.put("leftOutFile", (this.result.leftOut() > 0) ? leftOut().toString() : null);
		map.put("changed", this.result.changed());
		map.put("gone", this.result.gone());
		map.put("longCells", this.result.longCells());
		return map;
	}

}
