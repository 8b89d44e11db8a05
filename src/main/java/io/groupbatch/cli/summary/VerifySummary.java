package io.groupbatch.cli.summary;

import java.nio.file.Path;
import java.util.List;

import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.console.TerminalText;
import io.groupbatch.journal.run.Run;
import io.groupbatch.verify.Difference;
import io.groupbatch.verify.VerifyResult;

import org.jspecify.annotations.Nullable;

/**
 * The differences, for people or for a script.
 *
 * @param run what was compared
 * @param result what was found
 */
public record VerifySummary(Run run, VerifyResult result) {

	private static final int MOST_LINES = 50;

	/** Tells it. Silence is for when all is well. */
	public void tell(Terminal terminal, boolean json) {
		if (json) {
			terminal.json(Summary.asJson(json()));
			return;
		}
		if (terminal.isQuiet() && this.result.differences() == 0) {
			return;
		}
		this.result.first().stream().limit(MOST_LINES).map(VerifySummary::line).forEach(terminal::result);
		if (this.result.differences() > MOST_LINES) {
			terminal.result("… and %d more.".formatted(this.result.differences() - MOST_LINES));
		}
		terminal.result("%s of the file%s: %s.".formatted(TerminalText.count(this.result.groups(), "group", "groups"),
				this.result.exact() ? ", compared exactly" : "",
				(this.result.differences() == 0) ? "the portal is as it says"
						: TerminalText.count(this.result.differences(), "difference", "differences")));
		if (this.result.leftOut() > 0) {
			terminal.result("%s of the file could not be compared: the user map leaves them out. Complete it, then give"
				.formatted(TerminalText.count(this.result.leftOut(), "person", "people")) + " the same command again.");
		}
		terminal.result("List: " + list());
		terminal.result(Summary.lastLine(this.run.target()));
	}

	private static String line(Difference difference) {
		String where = (difference.row() > 0) ? "Row " + difference.row() : "Not in the file";
		return "%s, \"%s\": %s wanted %s, found %s".formatted(where,
				difference.groupName().isEmpty() ? difference.groupId() : difference.groupName(),
				difference.what().word(), shown(difference.wanted()), shown(difference.found()));
	}

	private static String shown(String text) {
		return text.isEmpty() ? "none" : text;
	}

	private Path list() {
		return this.run.output().resolve("differences.csv");
	}

	private Json json() {
		Run.Target target = this.run.target();
		return new Json(target.portal(), target.sandbox(), target.accountName(), this.run.source().file().toString(),
				this.run.source().sha256(), this.result.exact(), this.result.groups(), this.result.differences(),
				this.result.leftOut(), list().toString(), this.result.first().stream().map(Json.Line::of).toList());
	}

	/** For scripts, which rely on the names and on what is null. */
	private record Json(String portal, boolean sandbox, @Nullable String account, String file, String sha256,
			boolean exact, long groups, long differences, long notCompared, String list, List<Line> first) {

		/** A difference. */
		private record Line(@Nullable Long row, String groupId, String groupName, String what, String wanted,
				String found) {

			static Line of(Difference one) {
				return new Line((one.row() > 0) ? one.row() : null, one.groupId(), one.groupName(), one.what().word(),
						one.wanted(), one.found());
			}

		}

	}

}
