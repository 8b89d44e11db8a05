package io.groupbatch.csv.groups;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.text.SpellingSuggestion;
import io.groupbatch.text.Invisible;

/**
 * A column that a file of groups may have.
 * <p>
 * A heading means a column when it is its name or its alias, without regard to case,
 * characters that show nothing, {@code _} and {@code -}.
 */
public enum Column {

	/** What the row asks for. */
	OPERATION("operation", "action"),
	/** The group, by its id. */
	GROUP_ID("groupId"),
	/** The group, by its name. */
	GROUP_NAME("groupName", "group"),
	/** Several groups, by names or ids: the row is about each of them. */
	GROUPS("groups"),
	/** What the group must be called. */
	NEW_GROUP_NAME("newGroupName"),
	/** Who manages the group. */
	GROUP_MANAGER("groupManager", "manager"),
	/** Who belongs to the group. Several columns of a file may say so. */
	MEMBERS("members", "member"),
	/** The group that members move to. */
	TARGET_GROUP("targetGroup");

	private static final Pattern NOT_COMPARED = Pattern.compile("[_-]+");

	private final String heading;

	private final String alias;

	Column(String heading) {
		this(heading, heading);
	}

	Column(String heading, String alias) {
		this.heading = heading;
		this.alias = alias;
	}

	/** The name of the column as our own files write it. */
	public String heading() {
		return heading;
	}

	/** All of them, for people. */
	public static String list() {
		return Arrays.stream(values()).map(Column::heading).collect(Collectors.joining(", "));
	}

	boolean mayRepeat() {
		return this == MEMBERS || this == GROUPS;
	}

	/** What a heading means by itself, if it means anything. */
	public static Optional<Column> of(String heading) {
		String compared = compared(heading);
		return Arrays.stream(values()).filter((column) -> column.names().anyMatch(compared::equals)).findFirst();
	}

	/** Whether two headings are the same but for how they are written. */
	public static boolean isSame(String heading, String other) {
		return compared(heading).equals(compared(other));
	}

	/** The column whose name or alias is nearly the heading, if there is one. */
	public static Optional<Column> nearly(String heading) {
		List<String> names = Arrays.stream(values()).flatMap(Column::names).toList();
		return SpellingSuggestion.nearest(compared(heading), names).flatMap(Column::of);
	}

	/** What is left of a heading once everything that does not count is taken out. */
	static String compared(String heading) {
		return NOT_COMPARED.matcher(Invisible.removedFrom(heading)).replaceAll("").toLowerCase(Locale.ROOT);
	}

	private Stream<String> names() {
		return Stream.of(heading, alias).map(Column::compared);
	}

}
