package io.groupbatch.journal.sql;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import org.springframework.jdbc.core.JdbcTemplate;

import org.jspecify.annotations.Nullable;

/**
 * Static methods for what {@link JdbcTemplate} has no short form for: values that are
 * always there, SQL arrays as parameters, and one statement for many values.
 */
public final class Sql {

	private Sql() {
	}

	/**
	 * The only value of the only row that a query finds.
	 */
	public static <T> T one(JdbcTemplate jdbc, Class<T> type, String sql, @Nullable Object... parameters) {
		return Objects.requireNonNull(jdbc.queryForObject(sql, type, parameters));
	}

	/**
	 * An SQL array as a parameter. It is an {@link Object} for the compiler, because an
	 * {@code Object[]} that is the only parameter would be taken for all of them.
	 */
	public static Object array(Collection<?> values) {
		return values.toArray();
	}

	public static Object array(Stream<?> values) {
		return values.toArray();
	}

	/**
	 * An SQL array as a parameter; SQL NULL when there are no values.
	 */
	public static @Nullable Object arrayOrNull(Collection<?> values) {
		return values.isEmpty() ? null : array(values);
	}

	/**
	 * An SQL array of parts as a parameter, each part an SQL array: for a column whose
	 * values have no limit. SQL NULL when there are no values.
	 */
	public static @Nullable Object partsOrNull(List<?> values) {
		return values.isEmpty() ? null : SqlArrays.parts(values).stream().map(List::toArray).toArray(Object[][]::new);
	}

	/**
	 * The beginning of a query for the rows with some keys, up to the table:
	 * {@code FROM UNNEST(?) keys LEFT JOIN}. As keys without a row are found as well, one
	 * of the table's columns has to be {@code NOT NULL}.
	 * <p>
	 * H2 keeps the order of an outer join. Of an inner join it may read the table first,
	 * all of it, once the journal holds several runs: 17 s instead of 1 ms for 1,000
	 * names, measured.
	 * @param keys a name for the list and each of its columns, such as
	 * {@code wanted(ref, person)}; each column takes one parameter, an SQL array
	 */
	public static String fromKeys(String keys) {
		String parameters = keys.replaceAll("[^,]+", "?").replace(",", ", ");
		return " FROM UNNEST(" + parameters + ") " + keys + " LEFT JOIN ";
	}

	/**
	 * A column of numbers in a condition for which H2 must not use an index. A page in
	 * the order of another column is then read by the index of that order; with the index
	 * of the condition H2 would find all rows of the run, and sort them for each page.
	 */
	public static String unindexed(String column) {
		return column + " + 0";
	}

	/**
	 * Runs a statement once for each item, in one batch; does nothing without items.
	 * @param parameters of an item: an enum is its name, a collection an SQL array
	 */
	public static <T> void batch(JdbcTemplate jdbc, String sql, Collection<T> items,
			Function<? super T, @Nullable Object[]> parameters) {
		if (items.isEmpty()) {
			return;
		}
		jdbc.batchUpdate(sql, items, items.size(), (statement, item) -> {
			int index = 0;
			for (Object parameter : parameters.apply(item)) {
				statement.setObject(++index, value(parameter));
			}
		});
	}

	/**
	 * The parameters of one item of a batch.
	 */
	public static @Nullable Object[] values(@Nullable Object... parameters) {
		return parameters;
	}

	private static @Nullable Object value(@Nullable Object parameter) {
		if (parameter instanceof Enum<?> constant) {
			return constant.name();
		}
		return (parameter instanceof Collection<?> values) ? values.toArray() : parameter;
	}

}
