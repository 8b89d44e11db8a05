package io.groupbatch.csv.groups;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.groupbatch.text.Invisible;

/**
 * The groups that a cell of the column {@code groups} names: names or ids, separated by
 * {@code ;}, {@code ,}, {@code |} or line breaks, and by blanks when all are ids. A name
 * in double quotes may hold separators, and blanks at its ends; a quote in it is written
 * twice. {@code split(join(groups))} is {@code groups}.
 */
public final class GroupList {

	private static final String SEPARATORS = ";,|\r\n";

	private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

	private static final Predicate<String> ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}")
		.asMatchPredicate();

	private GroupList() {
	}

	/** The groups of a cell, each once, in its order. */
	public static List<String> split(String cell) {
		List<String> groups = new ArrayList<>();
		Set<String> seen = new TreeSet<>();
		int at = 0;
		while (at < cell.length()) {
			int begin = at;
			while (begin < cell.length() && isSpace(cell.charAt(begin))) {
				begin++;
			}
			int end = endOfQuoted(cell, begin);
			if (end > 0) {
				add(cell.substring(begin + 1, end - 1).replace("\"\"", "\""), groups, seen);
				at = next(cell, end) + 1;
			}
			else {
				int next = next(cell, at);
				addPlain(strip(cell.substring(at, next)), groups, seen);
				at = next + 1;
			}
		}
		return groups;
	}

	/** A cell that names these groups. */
	public static String join(List<String> groups) {
		return groups.stream().map(GroupList::quoted).collect(Collectors.joining(";"));
	}

	/** Whether a group is called by its id. */
	public static boolean isId(String group) {
		return ID.test(group);
	}

	private static void addPlain(String text, List<String> groups, Set<String> seen) {
		List<String> words = Arrays.asList(SPACES.split(text, -1));
		if (words.stream().allMatch(ID)) {
			words.forEach((word) -> add(word, groups, seen));
		}
		else if (!Invisible.isBlank(text)) {
			add(text, groups, seen);
		}
	}

	private static void add(String group, List<String> groups, Set<String> seen) {
		if (seen.add(isId(group) ? group.toLowerCase(Locale.ROOT) : group)) {
			groups.add(group);
		}
	}

	private static String quoted(String group) {
		boolean plain = !group.isEmpty() && !group.startsWith("\"") && group.equals(strip(group))
				&& !Invisible.isBlank(group) && group.chars().noneMatch((c) -> SEPARATORS.indexOf(c) >= 0)
				&& (isId(group) || !Arrays.stream(SPACES.split(group, -1)).allMatch(ID));
		return plain ? group : "\"" + group.replace("\"", "\"\"") + "\"";
	}

	/**
	 * Where a quoted name ends that begins here: behind its closing quote, if a separator
	 * or the end of the cell follows; else 0.
	 */
	private static int endOfQuoted(String cell, int begin) {
		if (begin >= cell.length() || cell.charAt(begin) != '"') {
			return 0;
		}
		int i = begin + 1;
		while (i < cell.length() && (cell.charAt(i) != '"' || (i + 1 < cell.length() && cell.charAt(i + 1) == '"'))) {
			i += (cell.charAt(i) == '"') ? 2 : 1;
		}
		boolean closed = i < cell.length() && strip(cell.substring(i + 1, next(cell, i + 1))).isEmpty();
		return closed ? i + 1 : 0;
	}

	private static int next(String cell, int from) {
		int next = from;
		while (next < cell.length() && SEPARATORS.indexOf(cell.charAt(next)) < 0) {
			next++;
		}
		return next;
	}

	private static String strip(String text) {
		return PersonReference.strip(text, GroupList::isSpace);
	}

	/** A line break is a separator. */
	private static boolean isSpace(int c) {
		return SEPARATORS.indexOf(c) < 0 && PersonReference.isSpace(c);
	}

}
