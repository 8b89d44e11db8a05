package io.groupbatch.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a line of an audit file is about.
 */
public enum AuditFormat {

	/** What one request did for one row. */
	CHANGES,
	/** One person who came into a group or went out of it. */
	MEMBERSHIPS;

	/** The headings, but for number and hash. */
	List<String> headings() {
		return (this == CHANGES) ? AuditLine.HEADINGS : with(AuditLine.HEADINGS, "change", "person");
	}

	/** What becomes of a line of the record. */
	Stream<List<String>> lines(List<String> line) {
		if (this == CHANGES) {
			return Stream.of(line);
		}
		boolean invitation = line.get(AuditLine.OPERATION).equals(AuditLine.INVITE);
		return invitation ? Stream.of()
				: Stream.concat(people(line, AuditLine.ADDED, "added"), people(line, AuditLine.REMOVED, "removed"));
	}

	private static Stream<List<String>> people(List<String> line, int place, String change) {
		return AuditLine.people(line.get(place)).stream().map((person) -> with(line, change, person));
	}

	/** A line with one person instead of its lists of people. */
	private static List<String> with(List<String> line, String change, String person) {
		List<String> cells = new ArrayList<>(line.subList(0, AuditLine.ADDED));
		cells.addAll(line.subList(AuditLine.REMOVED + 1, line.size()));
		cells.addAll(List.of(change, person));
		return cells;
	}

}
