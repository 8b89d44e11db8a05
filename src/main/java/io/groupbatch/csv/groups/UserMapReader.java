package io.groupbatch.csv.groups;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.groupbatch.csv.CsvError;
import io.groupbatch.csv.CsvFile;
import io.groupbatch.csv.CsvFileException;
import io.groupbatch.csv.CsvOptions;
import io.groupbatch.csv.CsvRow;
import io.groupbatch.csv.FormulaEscape;
import io.groupbatch.text.Invisible;
import org.jspecify.annotations.Nullable;

/**
 * Reads a user map, and finds everything that is wrong with it.
 */
final class UserMapReader {

	private final Map<String, String> people = new HashMap<>();

	private final Map<String, Long> rows = new HashMap<>();

	private final List<CsvError> mistakes = new ArrayList<>();

	private final int width;

	private final int from;

	private final int to;

	private UserMapReader(List<String> headings) {
		this.width = headings.size();
		this.from = place("from", headings);
		this.to = place("to", headings);
	}

	static Map<String, String> read(InputStream in) throws IOException {
		try (CsvFile file = CsvFile.open(in, CsvOptions.none())) {
			UserMapReader reader = new UserMapReader(file.header().cells());
			reader.readRows(file);
			if (!reader.mistakes.isEmpty()) {
				throw new CsvFileException(reader.mistakes);
			}
			return reader.people;
		}
	}

	private void readRows(CsvFile file) throws IOException {
		if (!mistakes.isEmpty()) {
			return;
		}
		try {
			for (CsvRow row = file.next(); row != null; row = file.next()) {
				read(row);
			}
		}
		catch (CsvFileException ex) {
			boolean undecodable = ex.getCause() instanceof CharacterCodingException;
			ex.mistakes().stream().map((mistake) -> undecodable ? inUtf8(mistake) : mistake).forEach(mistakes::add);
		}
	}

	private void read(CsvRow row) {
		if (row.isEmpty()) {
			return;
		}
		if (row.cells().size() != width) {
			add(row, null, null,
					"The row has %d of the %d cells that the headings call for".formatted(row.cells().size(), width),
					"Put quotes around cells that hold the separator");
			return;
		}
		String text = cell(row, from);
		String person = cell(row, to);
		if (text.isEmpty()) {
			add(row, "from", null, "The row has no text to translate", "Write the text as it is in your file");
		}
		else if (!person.isEmpty() && !PersonReference.of(person).isKnown()) {
			add(row, "to", person, "This is neither one e-mail address nor one id",
					"Write one of them, or nothing to leave the person out");
		}
		else {
			keep(row, text, person);
		}
	}

	private static String cell(CsvRow row, int place) {
		String cell = FormulaEscape.off(row.cells().get(place));
		return Invisible.isBlank(cell) ? "" : cell.strip();
	}

	private void keep(CsvRow row, String text, String person) {
		String key = UserMap.key(PersonReference.from(text));
		String other = people.putIfAbsent(key, person);
		if (other != null && !other.equalsIgnoreCase(person)) {
			add(row, "from", text, "Row %d translates the same text differently".formatted(rows.get(key)),
					"Keep one of the two");
		}
		rows.putIfAbsent(key, row.row());
	}

	private int place(String heading, List<String> headings) {
		int[] places = IntStream.range(0, headings.size())
			.filter((i) -> Column.isSame(heading, headings.get(i)))
			.toArray();
		if (places.length != 1) {
			mistakes.add(new CsvError(1, 1, heading, null,
					(places.length == 0) ? "A user map needs this column" : "There are several such columns",
					"The first row should be from,to"));
		}
		return (places.length > 0) ? places[0] : 0;
	}

	private void add(CsvRow row, @Nullable String heading, @Nullable String value, String problem, String cure) {
		mistakes.add(new CsvError(row.row(), row.line(), heading, value, problem, cure));
	}

	/** A user map has the encoding of the imported file, or UTF-8. */
	private static CsvError inUtf8(CsvError mistake) {
		return new CsvError(mistake.row(), mistake.line(), mistake.column(), mistake.value(), mistake.problem(),
				"Save the user map as CSV UTF-8, or say with --charset how it and the imported file are encoded");
	}

}
