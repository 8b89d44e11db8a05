package io.groupbatch.csv.groups;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the user says about the columns of a file whose headings do not say it, or say
 * something else. Headings are compared as {@link Column} compares them.
 *
 * @param fields headings, and what their columns mean
 * @param ignored headings of columns that mean nothing
 * @param ignoreOthers whether every further unknown column means nothing
 */
public record ColumnMap(Map<String, Column> fields, List<String> ignored, boolean ignoreOthers) {

	/** Nothing is said: the headings speak for themselves. */
	public static final ColumnMap NONE = new ColumnMap(Map.of(), List.of(), false);

	public ColumnMap {
		fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
		ignored = List.copyOf(ignored);
	}

	/** What a column means, if it means anything. */
	Optional<Column> column(String heading) {
		Optional<Column> said = fields.entrySet()
			.stream()
			.filter((field) -> Column.isSame(field.getKey(), heading))
			.map(Map.Entry::getValue)
			.findFirst();
		return (said.isPresent() || isIgnored(heading)) ? said : Column.of(heading);
	}

	/** Whether a column that means nothing may do so. */
	boolean ignores(String heading) {
		return ignoreOthers || isIgnored(heading);
	}

	/** The headings that are said to mean something, and are not there. */
	List<String> lacking(List<String> headings) {
		return fields.keySet()
			.stream()
			.filter((field) -> headings.stream().noneMatch((heading) -> Column.isSame(field, heading)))
			.toList();
	}

	private boolean isIgnored(String heading) {
		return ignored.stream().anyMatch((name) -> Column.isSame(name, heading));
	}

}
