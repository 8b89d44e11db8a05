package io.groupbatch.importjob.report.csv;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.groupbatch.importjob.row.RowMessages;
import io.groupbatch.journal.people.UnresolvedPerson;
import io.groupbatch.journal.row.RowNumber;

/**
 * One line of {@code people-to-fix.csv}, gathered from the rows that name the person.
 */
final class UnresolvedPersonRow {

	static final List<String> HEADINGS = List.of("from", "to", "reason", "didYouMean", "groups", "rows");

	/** As many of a list as help; a cell holds only so much. */
	private static final int MOST = 20;

	private final UnresolvedPerson first;

	private final Set<String> groups = new LinkedHashSet<>();

	private final List<Long> rows = new ArrayList<>();

	private boolean moreGroups;

	private long count;

	private long lastRow;

	UnresolvedPersonRow(UnresolvedPerson first) {
		this.first = first;
	}

	boolean isAbout(UnresolvedPerson person) {
		return person.key().equals(this.first.key());
	}

	void add(UnresolvedPerson person) {
		long row = RowNumber.row(person.row());
		if (row != this.lastRow) {
			this.lastRow = row;
			this.count++;
			if (this.rows.size() < MOST) {
				this.rows.add(row);
			}
		}
		if (!person.group().isEmpty() && !this.groups.contains(person.group())) {
			this.moreGroups |= this.groups.size() == MOST;
			if (this.groups.size() < MOST) {
				this.groups.add(person.group());
			}
		}
	}

	List<String> cells(Suggestions suggestions) {
		return List.of(this.first.from(), "", RowMessages.of(this.first.why()), suggestions.of(this.first.from()),
				String.join("; ", this.groups) + (this.moreGroups ? "; …" : ""),
				this.rows.stream().map(String::valueOf).collect(Collectors.joining(" "))
						+ ((this.count > this.rows.size()) ? " … (" + this.count + " rows)" : ""));
	}

}
