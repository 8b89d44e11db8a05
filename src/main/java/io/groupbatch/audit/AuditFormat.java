package io.groupbatch.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a line of an audit file is about.
 */
public enum AuditFormat {

	/** What one request did for one row. */
	CHANGES {

		@Override
		List<String> headings() {
			return LineCells.HEADINGS;
		}

		@Override
		Stream<List<String>> lines(List<String> line) {
			return Stream.of(line);
		}

	},
	/** One person who came into a group or went out of it. */
	MEMBERSHIPS {

		@Override
		List<String> headings() {
			List<String> headings = without(LineCells.HEADINGS);
			headings.addAll(List.of("change", "person"));
			return headings;
		}

		@Override
		Stream<List<String>> lines(List<String> line) {
			return Stream.concat(people(line, LineCells.ADDED, "added"), people(line, LineCells.REMOVED, "removed"));
		}

	};

	/** The headings, but for number and hash. */
	abstract List<String> headings();

	/** What becomes of a line of the record. */
	abstract Stream<List<String>> lines(List<String> line);

	private static Stream<List<String>> people(List<String> line, int place, String change) {
		return LineCells.people(line.get(place)).stream().map((person) -> {
			List<String> cells = without(line);
			cells.addAll(List.of(change, person));
			return cells;
		});
	}

	private static List<String> without(List<String> line) {
		List<String> cells = new ArrayList<>(line.subList(0, LineCells.ADDED));
		cells.addAll(line.subList(LineCells.REMOVED + 1, line.size()));
		return cells;
	}

}
