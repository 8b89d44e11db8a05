package io.groupbatch.csv;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the headings of a file mean. It holds nothing but what the headings say, so it can
 * be made again from them at any time.
 */
public final class Columns {

	private final List<String> headings;

	private final Map<Column, List<Integer>> places;

	private Columns(List<String> headings, Map<Column, List<Integer>> places) {
		this.headings = headings;
		this.places = places;
	}

	/**
	 * Understands headings.
	 * @param headings the headings as written
	 * @return what they mean
	 * @throws BadFile with a mistake for every heading that is missing, unknown, could
	 * mean two things or says the same as another, or when no column says which group
	 */
	public static Columns of(List<String> headings) {
		return of(new CsvRow(1, 1, headings));
	}

	static Columns of(CsvRow header) {
		HeadingCheck check = new HeadingCheck(header.row(), header.line());
		Map<Column, List<Integer>> places = new EnumMap<>(Column.class);
		for (int i = 0; i < header.cells().size(); i++) {
			String heading = header.cells().get(i);
			Optional<Column> column = Column.of(heading);
			if (column.isPresent()) {
				place(column.get(), i, places, header.cells(), check);
			}
			else if (!HeadingCheck.isIgnored(heading)) {
				check.notAColumn(heading, i + 1);
			}
		}
		if (!places.containsKey(Column.GROUP_NAME) && !places.containsKey(Column.GROUP_ID)) {
			check.noGroup();
		}
		if (!places.containsKey(Column.MEMBERS) && HeadingCheck.isReport(header.cells())) {
			check.report();
		}
		check.end();
		return new Columns(header.cells(), places);
	}

	private static void place(Column column, int i, Map<Column, List<Integer>> places, List<String> headings,
			HeadingCheck check) {
		List<Integer> found = places.computeIfAbsent(column, (key) -> new ArrayList<>());
		if (!found.isEmpty() && !column.mayRepeat()) {
			check.twice(column, headings.get(found.get(0)), headings.get(i));
		}
		found.add(i);
	}

	/** Whether the file has that column. */
	public boolean has(Column column) {
		return places.containsKey(column);
	}

	/**
	 * What a row says in a column, with one formula escape taken off.
	 * @param column the column
	 * @param cells the cells of the row, as read
	 * @return the text, empty when the file lacks the column or the row ends before it;
	 * where several columns mean the same, a line for each that is not empty
	 */
	public String cell(Column column, List<String> cells) {
		return places.getOrDefault(column, List.of())
			.stream()
			.filter((i) -> i < cells.size() && !cells.get(i).isEmpty())
			.map((i) -> FormulaEscape.off(cells.get(i)))
			.collect(Collectors.joining("\n"));
	}

	/** One line for people, such as {@code Columns: "Group" → groupName}. */
	public String understood() {
		List<String> meant = new ArrayList<>();
		List<String> ignored = new ArrayList<>();
		for (String heading : headings) {
			String quoted = "\"" + Mistake.printable(heading) + "\"";
			Column.of(heading)
				.ifPresentOrElse((column) -> meant.add(quoted + " → " + column.heading()), () -> ignored.add(quoted));
		}
		String line = "Columns: " + String.join(", ", meant);
		return ignored.isEmpty() ? line : line + " · ignored: " + String.join(", ", ignored);
	}

}
