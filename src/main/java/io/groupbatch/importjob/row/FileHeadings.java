package io.groupbatch.importjob.row;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.groupbatch.csv.CsvError;
import io.groupbatch.csv.CsvFile;
import io.groupbatch.csv.CsvFileException;
import io.groupbatch.csv.CsvOptions;
import io.groupbatch.csv.CsvRow;
import io.groupbatch.csv.groups.Columns;
import io.groupbatch.importjob.options.ImportOptions.Reading;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.row.RowError;
import io.groupbatch.journal.run.Run;

import org.jspecify.annotations.Nullable;

/**
 * Static methods that check the beginning of a file, before the portal is asked and a run
 * gets a number: whether it is CSV, and what its headings mean.
 */
public final class FileHeadings {

	private FileHeadings() {
	}

	/**
	 * What is wrong with the headings of a file, or with the file as a whole. When the
	 * headings are wrong, the rest is read, too, so that all is told at once.
	 * @param operation the operation of all rows; null when the file says it
	 */
	public static List<RowError> mistakes(Path file, Reading reading, @Nullable Operation operation)
			throws IOException {
		try (InputStream in = Files.newInputStream(file);
				CsvFile csv = CsvFile.open(in, new CsvOptions(reading.charset(), reading.delimiter()))) {
			return mistakes(csv, reading, operation);
		}
		catch (CsvFileException ex) {
			return errors(ex);
		}
	}

	private static List<RowError> mistakes(CsvFile csv, Reading reading, @Nullable Operation operation)
			throws IOException {
		try {
			Columns.of(csv.header(), reading.columnMap(), operation == Operation.REMOVE_EVERYWHERE);
			return List.of();
		}
		catch (CsvFileException ex) {
			List<RowError> all = new ArrayList<>(errors(ex));
			try {
				CsvRow row = csv.next();
				while (row != null) {
					row = csv.next();
				}
			}
			catch (CsvFileException further) {
				all.addAll(errors(further));
			}
			return all;
		}
	}

	/** Whether the rows of a run are about people, and each about several groups. */
	public static boolean isByPerson(Run.Header header) {
		return Columns.again(header.headings(), header.fields()).isByPerson();
	}

	private static List<RowError> errors(CsvFileException failure) {
		return failure.mistakes().stream().map(FileHeadings::error).toList();
	}

	/** An error of a file as the journal keeps it. */
	public static RowError error(CsvError mistake) {
		return new RowError(mistake.row(), mistake.line(), mistake.column(), mistake.value(), Code.BAD_FILE,
				mistake.problem() + ".", mistake.cure() + (mistake.cure().endsWith("?") ? "" : "."));
	}

}
