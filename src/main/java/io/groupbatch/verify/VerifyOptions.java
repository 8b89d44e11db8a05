package io.groupbatch.verify;

import java.nio.file.Path;

import io.groupbatch.csv.groups.Column;
import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.journal.run.Run;

import org.jspecify.annotations.Nullable;

/**
 * How a file is compared.
 *
 * @param output the folder of the list of differences
 * @param exact whether what the portal has in addition counts as well; null: when our
 * export wrote the file
 */
public record VerifyOptions(Path output, @Nullable Boolean exact) {

	/** Whether what the portal has in addition counts as well for this file. */
	boolean isExact(Run.Header header, ImportOptions reading) {
		return (this.exact != null) ? this.exact : isOurExport(header, reading);
	}

	/** Only our export says of groups whether they are from a directory. */
	private static boolean isOurExport(Run.Header header, ImportOptions reading) {
		return reading.operation() == null && !header.fields().contains(Column.OPERATION.heading())
				&& header.headings().stream().anyMatch((heading) -> Column.isSame(heading, "isLDAP"));
	}

}
