package io.groupbatch.csv.groups;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.groupbatch.csv.CsvError;
import io.groupbatch.csv.CsvFile;
import io.groupbatch.csv.CsvFileException;
import io.groupbatch.csv.CsvRow;
import io.groupbatch.csv.FormulaEscape;
import io.groupbatch.text.Invisible;

/**
 * What the columns of a file mean. Headings and {@link #fields} are all there is to it,
 * so it can be made again from them at any time.
 */
public final class Columns {

	/**
	 * The heading by which a file is known that must not be imported: its rows belong to
	 * a run that is still open, whose number the column holds.
	 */
	public static final String OPEN_ROWS = "resumeRun";

	/** How many rows above the headings are recognised as such. */
	private static final int LINES_ABOVE = 20;

	private static final Set<Column> NAMES = EnumSet.of(Column.GROUP_NAME, Column.NEW_GROUP_NAME, Column.TARGET_GROUP);

	/** Blank, they are an error and not a cell to be left alone. */
	private static final Set<Column> GIVEN_NAMES = EnumSet.of(Column.GROUP_NAME, Column.NEW_GROUP_NAME);

	private static final Pattern BLANKS_AROUND = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

	private final List<String> headings;

	private final Map<Column, List<Integer>> places;

	private final boolean trimming;

	private Columns(List<String> headings, Map<Column, List<Integer>> places) {
		this(headings, places, false);
	}

	private Columns(List<String> headings, Map<Column, List<Integer>> places, boolean trimming) {
		this.headings = headings;
		this.places = places;
		this.trimming = trimming;
	}

	/**
	 * The same columns, which take blanks around the names of groups away, if asked to. A
	 * name of nothing but blanks stays.
	 */
	public Columns trimmingNames(boolean asked) {
		return new Columns(headings, places, asked);
	}

	/**
	 * Understands headings that speak for themselves.
	 * @param headings the headings as written
	 * @return what they mean
	 * @throws io.groupbatch.csv.CsvFileException with an error for every heading that is
	 * missing, unknown, could mean two things or says the same as another, or when no
	 * column says which group
	 */
	public static Columns of(List<String> headings) {
		return of(new CsvRow(1, 1, headings), ColumnMap.NONE);
	}

	/**
	 * What was understood before.
	 * @param headings the headings as written
	 * @param fields what {@link #fields} said
	 */
	public static Columns again(List<String> headings, List<String> fields) {
		Map<Column, List<Integer>> places = new EnumMap<>(Column.class);
		for (int i = 0; i < fields.size(); i++) {
			int place = i;
			Column.of(fields.get(i))
				.ifPresent((column) -> places.computeIfAbsent(column, (key) -> new ArrayList<>()).add(place));
		}
		return new Columns(List.copyOf(headings), places);
	}

	/**
	 * Understands headings with the help of the user.
	 * @param header the first row of a file
	 * @param map what the user says of the headings
	 * @return what they mean
	 * @throws io.groupbatch.csv.CsvFileException with everything that is wrong with the
	 * headings
	 */
	public static Columns of(CsvRow header, ColumnMap map) {
		return of(header, map, false);
	}

	/**
	 * As {@link #of(CsvRow, ColumnMap)}.
	 * @param forAllGroups whether rows need not say which group they are about
	 */
	public static Columns of(CsvRow header, ColumnMap map, boolean forAllGroups) {
		List<String> headings = header.cells();
		List<Optional<Column>> meant = headings.stream().map(map::column).toList();
		HeadingCheck check = new HeadingCheck(header, meant);
		Map<Column, List<Integer>> places = new EnumMap<>(Column.class);
		for (int i = 0; i < headings.size(); i++) {
			Optional<Column> column = meant.get(i);
			if (column.isPresent()) {
				place(column.get(), i, places, headings, check);
			}
			else if (!map.ignores(headings.get(i)) && !HeadingCheck.isIgnored(headings.get(i))) {
				check.notAColumn(headings.get(i), i + 1);
			}
		}
		map.lacking(headings).forEach(check::lacking);
		boolean oneGroup = places.containsKey(Column.GROUP_NAME) || places.containsKey(Column.GROUP_ID);
		boolean people = places.containsKey(Column.GROUPS)
				|| ((forAllGroups || places.containsKey(Column.OPERATION)) && places.containsKey(Column.MEMBERS));
		if (!oneGroup && !people) {
			check.noGroup();
		}
		else if (oneGroup && places.containsKey(Column.GROUPS)) {
			check.groupAndGroups();
		}
		if (!places.containsKey(Column.MEMBERS) && HeadingCheck.isReport(headings)) {
			check.report();
		}
		if (!places.containsKey(Column.OPERATION) && HeadingCheck.isListOfGroups(headings)) {
			check.listOfGroups();
		}
		if (headings.stream().anyMatch((heading) -> Column.isSame(heading, OPEN_ROWS))) {
			check.openRows();
		}
		check.end();
		return new Columns(headings, places);
	}

	/**
	 * What to say of a file whose first row holds no heading at all, when one of the next
	 * rows does: that row, and nothing about each cell of the first.
	 * @param refused what is wrong with the first row
	 * @param file the file, whose next rows are read
	 */
	public static CsvFileException lookBelow(CsvFileException refused, CsvFile file) throws IOException {
		if (file.header().cells().stream().anyMatch((cell) -> Column.of(cell).isPresent())) {
			return refused;
		}
		try {
			for (int i = 0; i < LINES_ABOVE; i++) {
				CsvRow row = file.next();
				if (row == null) {
					return refused;
				}
				if (HeadingCheck.looksLikeHeadings(row)) {
					return HeadingCheck.above(row);
				}
			}
		}
		catch (CsvFileException ex) {
			// the first row is wrong all the same
		}
		return refused;
	}

	private static void place(Column column, int i, Map<Column, List<Integer>> places, List<String> headings,
			HeadingCheck check) {
		List<Integer> found = places.computeIfAbsent(column, (key) -> new ArrayList<>());
		if (!found.isEmpty() && !column.mayRepeat()) {
			check.twice(column, headings.get(found.get(0)), headings.get(i));
		}
		found.add(i);
	}

	/** For each column what it means, as our own files call it; empty: nothing. */
	public List<String> fields() {
		return IntStream.range(0, headings.size()).mapToObj(this::field).toList();
	}

	/** How many columns there are. */
	public int count() {
		return headings.size();
	}

	/** The columns, counted from 0, that mean something. */
	public IntStream used() {
		return places.values().stream().flatMap(List::stream).mapToInt(Integer::intValue).sorted();
	}

	/** The heading of a column as it is shown. */
	public String heading(int place) {
		return CsvError.printable(headings.get(place));
	}

	/** Whether the file has that column. */
	public boolean has(Column column) {
		return places.containsKey(column);
	}

	/**
	 * Whether a row of the file is about people and as many groups as it names, not about
	 * one group.
	 */
	public boolean isByPerson() {
		return !has(Column.GROUP_NAME) && !has(Column.GROUP_ID);
	}

	/** The cells of a row with another text in a column, which the file has. */
	public List<String> with(Column column, String text, List<String> cells) {
		List<String> changed = new ArrayList<>(cells);
		String written = FormulaEscape.on(text);
		for (int place : places.getOrDefault(column, List.of())) {
			changed.set(place, written);
			written = "";
		}
		return changed;
	}

	/** What the file calls a column; our own word when it has none or several such. */
	public String heading(Column column) {
		List<Integer> found = places.getOrDefault(column, List.of());
		return (found.size() == 1) ? CsvError.printable(headings.get(found.get(0))) : column.heading();
	}

	/**
	 * What a row says in a column, with one formula escape taken off.
	 * @param column the column
	 * @param cells the cells of the row, as read
	 * @return the text, empty when the file lacks the column or the row ends before it,
	 * or when it shows nothing; a blank name of a group stays as it is. Where several
	 * columns mean the same, a line for each that is not blank
	 */
	public String cell(Column column, List<String> cells) {
		List<Integer> at = places.get(column);
		if (at == null) {
			return "";
		}
		String cell = (at.size() == 1) ? plain(at.get(0), cells)
				: at.stream()
					.map((i) -> plain(i, cells))
					.filter((one) -> !Invisible.isBlank(one))
					.collect(Collectors.joining("\n"));
		if (!GIVEN_NAMES.contains(column) && Invisible.isBlank(cell)) {
			return "";
		}
		return (trimming && NAMES.contains(column)) ? trimmed(cell) : cell;
	}

	private static String plain(int place, List<String> cells) {
		return (place < cells.size()) ? FormulaEscape.off(cells.get(place)) : "";
	}

	private static String trimmed(String name) {
		String bare = BLANKS_AROUND.matcher(name).replaceAll("");
		return bare.isEmpty() ? name : bare;
	}

	/** The cells of a row, as read, each with one formula escape taken off. */
	public List<String> plain(List<String> cells) {
		return cells.stream().map(FormulaEscape::off).toList();
	}

	/** One line for people, such as {@code Columns: "Group" → groupName}. */
	public String understood() {
		List<String> meant = new ArrayList<>();
		List<String> ignored = new ArrayList<>();
		for (int i = 0; i < headings.size(); i++) {
			String quoted = "\"" + CsvError.printable(headings.get(i)) + "\"";
			String field = field(i);
			if (!field.isEmpty()) {
				meant.add(quoted + " → " + field);
			}
			else {
				ignored.add(Invisible.isBlank(headings.get(i)) ? "column " + (i + 1) : quoted);
			}
		}
		String line = "Columns: " + String.join(", ", meant);
		return ignored.isEmpty() ? line : line + " · ignored: " + String.join(", ", ignored);
	}

	private String field(int place) {
		return places.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().contains(place))
			.map((entry) -> entry.getKey().heading())
			.findFirst()
			.orElse("");
	}

}
