package io.groupbatch.journal.sql;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * Static methods that read SQL arrays as lists, with an empty list for SQL NULL, and
 * numbers that may be SQL NULL.
 */
public final class SqlArrays {

	/** H2 refuses arrays of more than 65,536 elements. */
	private static final int MAX_LENGTH = 10_000;

	private SqlArrays() {
	}

	public static List<UUID> uuids(ResultSet rows, String column) throws SQLException {
		return Arrays.stream(elements(rows, column)).map(UUID.class::cast).toList();
	}

	/**
	 * Ids in a column of parts, as {@link Sql#partsOrNull} writes them.
	 */
	public static List<UUID> uuidsOfParts(ResultSet rows, String column) throws SQLException {
		List<UUID> ids = new ArrayList<>();
		for (Object part : elements(rows, column)) {
			for (Object id : (Object[]) ((Array) part).getArray()) {
				ids.add((UUID) id);
			}
		}
		return ids;
	}

	public static List<String> strings(ResultSet rows, String column) throws SQLException {
		return Arrays.stream(elements(rows, column)).map(String.class::cast).toList();
	}

	public static List<Long> numbers(ResultSet rows, String column) throws SQLException {
		return Arrays.stream(elements(rows, column)).map(Long.class::cast).toList();
	}

	/** Here an SQL NULL is none. */
	public static @Nullable List<UUID> uuidsOrNull(ResultSet rows, String column) throws SQLException {
		return (rows.getArray(column) != null) ? uuids(rows, column) : null;
	}

	public static @Nullable Long number(ResultSet rows, String column) throws SQLException {
		long value = rows.getLong(column);
		return rows.wasNull() ? null : value;
	}

	/**
	 * Values in parts that are each short enough for an SQL array, in their order. No
	 * number of rows or people has a limit, so each statement that takes an array of them
	 * is made once for each part.
	 */
	public static <T> List<List<T>> parts(List<T> values) {
		return IntStream.iterate(0, (from) -> from < values.size(), (from) -> from + MAX_LENGTH)
			.mapToObj((from) -> values.subList(from, Math.min(values.size(), from + MAX_LENGTH)))
			.toList();
	}

	private static Object[] elements(ResultSet rows, String column) throws SQLException {
		Array array = rows.getArray(column);
		return (array != null) ? (Object[]) array.getArray() : new Object[0];
	}

}
