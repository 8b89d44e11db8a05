package io.groupbatch.journal.row;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a row asks for (docs/operations.md).
 */
public enum Operation {

	/** Make a group. */
	CREATE,
	/** Read a group. */
	GET,
	/** Give a group another name or manager. */
	UPDATE,
	/** Remove a group. */
	DELETE,
	/** Put people into a group. */
	ADD_MEMBERS,
	/** Take people out of a group. */
	REMOVE_MEMBERS,
	/** Make sure that a group has those people and no others. */
	SET_MEMBERS,
	/** Put those people of a group, or everybody in it, into another one instead. */
	MOVE_MEMBERS,
	/** Take people out of all groups that they are in. */
	REMOVE_EVERYWHERE,
	/** Make sure that a group is there and has at least those people. */
	UPSERT;

	private static final Pattern PASSED_OVER = Pattern.compile("[\\s_-]");

	private static final Map<String, Operation> BY_TEXT = Arrays.stream(values())
		.collect(Collectors.toMap(Operation::text, Function.identity()));

	private static final Map<String, Operation> BY_BARE_TEXT = Arrays.stream(values())
		.collect(Collectors.toMap((operation) -> bare(operation.name()), Function.identity()));

	/**
	 * The operation as files and reports spell it: {@code add-members}.
	 */
	public String text() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Whether rows of this kind say how things must be, so that the same file may run
	 * again at no cost.
	 */
	public boolean isWish() {
		return this == UPSERT || this == ADD_MEMBERS || this == REMOVE_MEMBERS || this == SET_MEMBERS
				|| this == REMOVE_EVERYWHERE;
	}

	/** Whether rows of this kind take the people out whom they name. */
	public boolean removesNamed() {
		return this == REMOVE_MEMBERS || this == REMOVE_EVERYWHERE;
	}

	/**
	 * Whether rows of this kind speak for the whole file when they name a manager or a
	 * new name, so that two of them must not differ.
	 */
	public boolean claims() {
		return this == CREATE || this == UPSERT || this == SET_MEMBERS;
	}

	/**
	 * Whether rows of this kind take people out of a group whom they do not name, and
	 * share that with other rows.
	 */
	public boolean removesOthers() {
		return this == SET_MEMBERS || this == MOVE_MEMBERS;
	}

	/**
	 * The operation that a cell names, without regard to case, blanks, {@code _} and
	 * {@code -}.
	 */
	public static Optional<Operation> of(String cell) {
		Operation spelled = BY_TEXT.get(cell);
		return Optional.ofNullable((spelled != null) ? spelled : BY_BARE_TEXT.get(bare(cell)));
	}

	/**
	 * All of them, for people.
	 */
	public static String list() {
		return Arrays.stream(values()).map(Operation::text).collect(Collectors.joining(", "));
	}

	private static String bare(String text) {
		return PASSED_OVER.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
	}

}
