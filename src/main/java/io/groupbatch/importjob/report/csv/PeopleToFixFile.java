package io.groupbatch.importjob.report.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.groupbatch.csv.AtomicCsvFile;
import io.groupbatch.csv.CsvFileException;
import io.groupbatch.csv.Dialect;
import io.groupbatch.csv.groups.UserMap;
import io.groupbatch.journal.people.PortalPeople;
import io.groupbatch.journal.people.UnresolvedPeople;
import io.groupbatch.journal.people.UnresolvedPerson;
import io.groupbatch.journal.run.Run;

import org.springframework.stereotype.Component;

import org.jspecify.annotations.Nullable;

/**
 * Writes {@code people-to-fix.csv}: everybody in the file who could not be matched or
 * added, once. With its column {@code to} filled in, it is a user map. When there is
 * none, the file of an earlier run in the same folder is removed, unless the user has
 * filled it in.
 */
@Component
public class PeopleToFixFile {

	private static final int PAGE = 1000;

	private final PortalPeople people;

	private final UnresolvedPeople toFix;

	PeopleToFixFile(PortalPeople people, UnresolvedPeople toFix) {
		this.people = people;
		this.toFix = toFix;
	}

	/**
	 * Writes the file into the folder of the run, or removes the one of an earlier run.
	 */
	public void write(Run run) throws IOException {
		List<UnresolvedPerson> first = this.toFix.page(run.number(), null, PAGE);
		Path file = run.output().resolve("people-to-fix.csv");
		if (first.isEmpty()) {
			if (isOurs(file)) {
				Files.delete(file);
			}
			return;
		}
		try (AtomicCsvFile output = AtomicCsvFile.safe(file, dialect(run))) {
			output.row(UnresolvedPersonRow.HEADINGS);
			write(run.number(), first, output);
			output.finish();
		}
	}

	/**
	 * A spreadsheet is to be used on it: that takes UTF-8 for something else without the
	 * mark, and a separator other than its own for text.
	 */
	private static Dialect dialect(Run run) {
		Run.Dialect file = run.content().dialect();
		return new Dialect(StandardCharsets.UTF_8, true, (file != null && file.delimiter() == ';') ? ';' : ',');
	}

	/** Whether the file is there as it was written: the user has not filled it in. */
	private static boolean isOurs(Path file) throws IOException {
		if (!Files.isRegularFile(file)) {
			return false;
		}
		try {
			return UserMap.read(Files.newInputStream(file)).people().values().stream().allMatch(String::isEmpty);
		}
		catch (CsvFileException ex) {
			return false;
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
