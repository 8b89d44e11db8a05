package io.groupbatch.exportjob;

import java.nio.file.Path;

/**
 * How an export is written.
 *
 * @param file where to
 * @param format what a row is about
 * @param portable whether it is for another portal, so that ids mean nothing
 * @param numberTwins whether groups of one name are numbered, when it is portable
 * @param raw whether cells that a spreadsheet would run are left as they are
 */
public record ExportOptions(Path file, Format format, boolean portable, boolean numberTwins, boolean raw) {

	/** What a row is about. */
	public enum Format {

		/** A group with all its members. */
		GROUPS,
		/** A member of a group, or a group without members. */
		MEMBERSHIPS,
		/** A person with all groups that the person is in. */
		PEOPLE

	}

	/** Where that is listed which is not written. */
	public static Path leftOut(Path file) {
		return file.resolveSibling(file.getFileName() + ".left-out.csv");
	}

}
