package io.groupbatch.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of everything that the program says, and what is wrong with it.
 */
final class MessagePage {

	/** What is said of a run that goes well, too. */
	private static final Pattern TALK = Pattern
		.compile("(Portal|File|New|Invites|Existing|As it is|Left out|Careful|Forecast): .*|SANDBOX: .*"
				+ "| {10}Plus up to .*|Will be undone: .*|  (undo|leave|impossible) .*|  [-+~…] .*|(stage|plan|invite|replan|send|report): .* done|Continuing run .*|Purging run .*");

	private final Set<String> done = Set.of("SUCCEEDED", "UNCHANGED", "CANCELLED");

	private final StringBuilder text = new StringBuilder();

	private final List<String> problems = new ArrayList<>();

	/** A new part. */
	void section(String title) {
		this.text.append("\n== ").append(title).append(" ==\n");
	}

	/**
	 * What is said about something that is not well.
	 * @param about what was done, in a few words, and the exit code
	 */
	void refusal(String about, String said) {
		outcome(about, said);
		String lines = talkless(said).collect(Collectors.joining(" "));
		if (!MessageRules.tellsWhatToDo(lines)) {
			this.problems.add(about + ": does not say what to do: " + lines);
		}
	}

	/** What is said before the rows are told. */
	void outcome(String about, String said) {
		head(about);
		talkless(said).forEach((line) -> line(about, line));
	}

	/** All that is said, as people see it. */
	void whole(String about, String said) {
		head(about);
		said.lines().forEach(this::note);
	}

	/** What a row of a report says. */
	void row(String status, String code, String message) {
		String line = status + " " + code + ": " + message;
		if (this.text.toString().endsWith(line + "\n")) {
			return;
		}
		line(status + " " + code, line);
		if (!this.done.contains(status) && !MessageRules.tellsWhatToDo(message)) {
			this.problems.add("does not say what to do: " + line);
		}
	}

	/** What is wrong with the page. */
	List<String> problems() {
		return List.copyOf(this.problems);
	}

	/** All of it. */
	String text() {
		return this.text.toString();
	}

	private void head(String about) {
		this.text.append('\n').append(about).append('\n');
	}

	private void line(String about, String line) {
		note(line);
		MessageRules.broken(line).forEach((rule) -> this.problems.add(about + ": " + rule + ": " + line));
	}

	/** A line that is no message. */
	void note(String line) {
		this.text.append("    ").append(line).append('\n');
	}

	private static Stream<String> talkless(String said) {
		return said.lines().filter((line) -> !TALK.matcher(line).matches());
	}

}
