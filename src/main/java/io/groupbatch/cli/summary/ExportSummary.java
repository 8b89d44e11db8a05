package io.groupbatch.cli.summary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.console.TerminalText;
import io.groupbatch.cli.file.ExportTarget;
import io.groupbatch.exportjob.ExportOptions;
import io.groupbatch.exportjob.read.ExportCounts;
import io.groupbatch.journal.export.Export;
import io.groupbatch.journal.run.Run;

import org.jspecify.annotations.Nullable;

/**
 * The last lines of an export.
 *
 * @param portal where it is from
 * @param wanted what of the portal was wanted
 * @param result what it has come to
 * @param target where it is
 */
public record ExportSummary(Run.Target portal, Export.Wanted wanted, ExportCounts.Result result, ExportTarget target) {

	private static final int MOST_NAMES = 20;

	private static final String NOT_MOVED = "Not included, and not moved by an import: rooms and files that are shared with these groups.";

	/** Tells people, or a script. */
	public void tell(Terminal terminal, boolean json) {
		warn(terminal);
		if (json) {
			terminal.json(Summary.asJson(json()));
			return;
		}
		terminal.say("%s with %s of %s%s.".formatted(TerminalText.count(this.result.groups(), "group", "groups"),
				TerminalText.count(this.result.memberships(), "membership", "memberships"),
				this.portal.sandbox() ? "the sandbox" : this.portal.portal(),
				this.target.printed() ? "" : ", in " + where()));
		if (!this.wanted.isAll()) {
			terminal.say("The export has only some groups, so compare with: verify --no-exact.");
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
					TerminalText.count(this.result.leftOut(), "group or member", "groups and members"),
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
			terminal.warn(TerminalText
				.printable("%s: %s: %s%s".formatted(what, TerminalText.count(names.size(), "group", "groups"), told,
						(names.size() > MOST_NAMES) ? ", …" : "")));
		}
	}

	private void printLeftOut(Terminal terminal) {
		try (Stream<String> lines = Files.lines(leftOut())) {
			lines.limit(MOST_NAMES + 1L).forEach(terminal::warn);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path where() {
		return (this.target.stream() != null) ? this.target.stream() : this.target.file();
	}

	private Path leftOut() {
		return ExportOptions.leftOut(this.target.file());
	}

	private Json json() {
		return new Json(this.portal.portal(), this.portal.sandbox(), this.portal.accountName(), where().toString(),
				this.result.groups(), this.result.memberships(), this.result.leftOut(),
				(this.result.leftOut() > 0) ? leftOut().toString() : null, this.result.changed(), this.result.gone(),
				this.result.longCells());
	}

	/** For scripts, which rely on the names and on what is null. */
	private record Json(String portal, boolean sandbox, @Nullable String account, String file, long groups,
			long memberships, long leftOut, @Nullable String leftOutFile, List<String> changed, List<String> gone,
			List<String> longCells) {

	}

}
