package io.groupbatch.importjob.report.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import io.groupbatch.csv.AtomicCsvFile;
import io.groupbatch.csv.Dialect;
import io.groupbatch.journal.people.PortalPeople;
import io.groupbatch.journal.people.UnresolvedPeople;
import io.groupbatch.journal.people.UnresolvedPerson;
import io.groupbatch.journal.run.Run;

import org.springframework.stereotype.Component;

import org.jspecify.annotations.Nullable;

/**
 * Writes {@code people-to-fix.csv}: everybody in the file who cannot be had, once. With
 * its column {@code to} filled in, it is a user map. Nothing is written when there is
 * nobody; what a person may have filled in is left alone then.
 */
@Component
public class PeopleToFixFile {

	private static final int PAGE = 1000;

	/** A spreadsheet is to be used on it, and takes UTF-8 for something else without. */
	private static final Dialect FOR_SPREADSHEETS = new Dialect(StandardCharsets.UTF_8, true, ',');

	private final PortalPeople people;

	private final UnresolvedPeople toFix;

	PeopleToFixFile(PortalPeople people, UnresolvedPeople toFix) {
		this.people = people;
		this.toFix = toFix;
	}

	public void write(Run run) throws IOException {
		List<UnresolvedPerson> first = this.toFix.page(run.number(), null, PAGE);
		if (first.isEmpty()) {
			return;
		}
		Path file = run.output().resolve("people-to-fix.csv");
		try (AtomicCsvFile output = AtomicCsvFile.safe(file, FOR_SPREADSHEETS)) {
			output.row(UnresolvedPersonRow.HEADINGS);
			write(run.number(), first, output);
			output.finish();
		}
	}

	private void write(long run, List<UnresolvedPerson> first, AtomicCsvFile output) throws IOException {
		Suggestions suggestions = new Suggestions(this.people.all(run));
		@Nullable UnresolvedPersonRow line = null;
		for (List<UnresolvedPerson> page = first; !page.isEmpty(); page = this.toFix.page(run,
				page.get(page.size() - 1), PAGE)) {
			for (UnresolvedPerson person : page) {
				if (line == null || !line.isAbout(person)) {
					writeIfAny(line, suggestions, output);
					line = new UnresolvedPersonRow(person);
				}
				line.add(person);
			}
		}
		writeIfAny(line, suggestions, output);
	}

	private static void writeIfAny(@Nullable UnresolvedPersonRow line, Suggestions suggestions, AtomicCsvFile output)
			throws IOException {
		if (line != null) {
			output.row(line.cells(suggestions));
		}
	}

}
