package io.groupbatch.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What every message keeps to, whoever makes it.
 */
final class MessageRules {

	private static final int MOST_WORDS = 30;

	private static final Pattern PLACEHOLDER = Pattern.compile("%[sd]|\\{\\d*}|\\bnull\\b|Optional[\\[.]");

	private static final Pattern CODE_NAME = Pattern
		.compile("\\w(Exception|Error)\\b|\\b(java|javax|io|org|tools|picocli)\\.[a-z]+\\.|\\bat [a-z.]+\\(");

	private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

	/** A command at the end is there to be copied, and so has no full stop. */
	private static final Pattern ENDS_WELL = Pattern.compile(".*([.?]|(\\./run\\.sh | --|: chmod ).*[^,;:])");

	private static final Pattern SENTENCE_END = Pattern.compile("[.?!;:] |…");

	private static final Pattern TELLS_WHAT_TO_DO = Pattern.compile(
			"\\?|\\./run\\.sh|--[a-z]|\\b([Aa]dd|[Cc]all|[Cc]hange|[Cc]heck|[Cc]hoose|[Cc]lose|[Cc]omplete|[Cc]orrect|[Cc]reate|"
					+ "[Dd]ecide|[Dd]elete|[Ee]nable|[Ff]ill|[Ff]ind|[Ff]ix|[Gg]ive|[Gg]o on|[Ii]mport|[Kk]eep|[Ll]eave|[Ll]ook|[Mm]ake|"
					+ "[Mm]ove|[Nn]ame|[Pp]lan it|[Pp]ut|[Rr]ename|[Rr]eport that|[Ss]ave|[Ss]ay|[Ss]et|[Ss]pread|[Ss]tart|"
					+ "[Tt]ake|[Tt]ry|[Uu]ndo|[Uu]se|[Ww]ait|[Ww]rite|[Rr]esume|[Ss]horten)\\b");

	private MessageRules() {
	}

	/** What is wrong with the form of a message, which is one line. */
	static List<String> broken(String message) {
		List<String> broken = new ArrayList<>();
		add(broken, PLACEHOLDER.matcher(message).find(), "has a blank that was not filled in");
		add(broken, CODE_NAME.matcher(message).find(), "has a name of the code");
		add(broken, CONTROL.matcher(message).find(), "has a control character");
		add(broken, !ENDS_WELL.matcher(message).matches(), "has no full stop");
		add(broken, longest(message) > MOST_WORDS, "has a sentence of more than 30 words");
		return broken;
	}

	/** Whether it says what to do next. */
	static boolean tellsWhatToDo(String message) {
		return TELLS_WHAT_TO_DO.matcher(message).find();
	}

	private static long longest(String message) {
		return Stream.of(SENTENCE_END.split(message))
			.mapToLong((part) -> part.strip().split(" +").length)
			.max()
			.orElse(0);
	}

	private static void add(List<String> broken, boolean condition, String what) {
		if (condition) {
			broken.add(what);
		}
	}

}
