package io.groupbatch.pages;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A code block of a page of the documentation, or a comment before one that readers do
 * not see and that says what the test of the examples does with it:
 *
 * <pre>
 * &lt;!-- example: not run, the reason --&gt;   the next block is not run
 * &lt;!-- example: file teams.csv --&gt;        the next block is what that file contains
 * &lt;!-- example: exit 65 --&gt;               the commands of the next block end with 65, not with 0
 * &lt;!-- example: skips ./run.sh resume, the reason --&gt;   this line of the next block is not run
 * &lt;!-- example: hidden ./run.sh ... --&gt;   this command is run, and must end with 0
 * &lt;!-- example: new portal --&gt;            what follows has a portal and a state folder of its own
 * &lt;!-- example: hidden file teams.csv
 * ...                                      this file is there for what follows
 * --&gt;
 * </pre>
 *
 * @param at the page and the number of the line
 * @param kind what it is
 * @param text what follows the kind in the comment; empty for a block
 * @param lines the lines of the block or of the hidden file
 */
record PageStep(String at, Kind kind, String text, List<String> lines) {

	/** What a step of a page is. */
	enum Kind {

		NOT_RUN("not run,"), HIDDEN_FILE("hidden file"), FILE("file"), EXIT("exit"), SKIPS("skips"), HIDDEN("hidden"),
		NEW_PORTAL("new portal"), BLOCK("(block)");

		private final String word;

		Kind(String word) {
			this.word = word;
		}

	}

	private static final Pattern COMMENT = Pattern.compile("\\s*<!-- example: (.*?)( -->)?");

	/** The steps of a page, in its order. */
	static List<PageStep> of(Path page, List<String> lines) {
		List<PageStep> steps = new ArrayList<>();
		for (int next = 0; next < lines.size(); next++) {
			String line = lines.get(next);
			String at = page + ":" + (next + 1);
			Matcher comment = COMMENT.matcher(line);
			if (line.strip().startsWith("```")) {
				int end = end(at, lines, next + 1, "```");
				int indent = line.indexOf('`');
				steps.add(new PageStep(at, Kind.BLOCK, "",
						lines.subList(next + 1, end)
							.stream()
							.map((text) -> text.isBlank() ? "" : text.substring(indent))
							.toList()));
				next = end;
			}
			else if (comment.matches()) {
				int end = (comment.group(2) != null) ? next : end(at, lines, next + 1, "-->");
				steps.add(comment(at, comment.group(1), lines.subList(Math.min(next + 1, end), end)));
				next = end;
			}
		}
		return steps;
	}

	private static PageStep comment(String at, String text, List<String> lines) {
		for (Kind kind : Kind.values()) {
			if (text.startsWith(kind.word)) {
				return new PageStep(at, kind, text.substring(kind.word.length()).strip(), lines);
			}
		}
		throw new AssertionError(at + ": no such comment about an example: " + text);
	}

	private static int end(String at, List<String> lines, int from, String mark) {
		for (int next = from; next < lines.size(); next++) {
			if (lines.get(next).strip().equals(mark)) {
				return next;
			}
		}
		throw new AssertionError(at + ": the end of this block is missing");
	}

	/** The commands of a block, each with what the page shows of its output. */
	List<Shown> commands() {
		boolean session = this.lines.stream().anyMatch((line) -> line.startsWith("$ "));
		List<Shown> commands = new ArrayList<>();
		StringBuilder begun = new StringBuilder();
		for (String line : this.lines) {
			if (begun.isEmpty() && session && !line.startsWith("$ ")) {
				assertThat(commands).as("%s: output before the first command", this.at).isNotEmpty();
				commands.get(commands.size() - 1).output().add(line);
				continue;
			}
			begun.append((session && begun.isEmpty()) ? line.substring(2) : line);
			if (line.endsWith("\\")) {
				begun.setLength(begun.length() - 1);
			}
			else {
				String command = begun.toString().replaceFirst("(^|\\s\\s+)#.*", "").strip();
				begun.setLength(0);
				if (!command.isEmpty()) {
					commands.add(new Shown(command, session, new ArrayList<>()));
				}
			}
		}
		return commands;
	}

	/**
	 * A command as a page shows it.
	 *
	 * @param command what is to be typed
	 * @param session whether the page shows its output, too
	 * @param output that output
	 */
	record Shown(String command, boolean session, List<String> output) {

	}

}
