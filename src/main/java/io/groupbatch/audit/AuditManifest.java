package io.groupbatch.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

import io.groupbatch.text.ProgramName;

/**
 * Says to an auditor what an audit file covers, what it does not, and how to check it.
 */
public final class AuditManifest {

	private AuditManifest() {
	}

	/**
	 * The text.
	 * @param file the file's name
	 * @param made when it was written
	 */
	public static String text(String file, AuditFile.Covered covered, AuditFilter selection, Instant made) {
		return """
				What %s covers
				%s

				Written: %s
				Portals: %s
				From:    %s
				Until:   %s (not included)
				Portal:  %s
				Lines:   %d
				Head:    %s

				A line stands for one request that was sent to change a group, and one row of an imported file that
				asked for it. Times are UTC. People are written with the address that they had then, and their id.
				A line whose status is UNKNOWN says what was asked for: it is not known whether it was done.

				Not included: changes in the portal's own pages or by other programs; runs of other state
				folders and other computers; rows that sent nothing.
				Runs that have not ended: %s

				How to check it: each line ends with a hash of itself and of the hash before it. With
				  %s audit --check %s --head %s
				every line that was altered, removed, added or moved is found, and a missing end. Keep the head in another
				place, where the owner of the file cannot change it, such as a ticket: each import prints the head of the
				record at its end. Without such a head the check finds accidental changes only, because whoever can write
				the file can also compute all hashes again.

				The hash: SHA-256, as 64 hex digits, over the hash of the line before (64 zeros before the first
				line), a line feed, and the cells between number and hash, each in double quotes (a double quote in it
				doubled), with commas between them, in UTF-8. A ' that keeps a spreadsheet from running a cell is not
				part of the cell.
				"""
			.formatted(file, "=".repeat(5 + file.length() + 7), text(made),
					covered.portals().isEmpty() ? "none" : String.join(", ", covered.portals()),
					(selection.from() != null) ? text(selection.from()) : "the beginning",
					(selection.until() != null) ? text(selection.until()) : "the end",
					(selection.portal() != null) ? selection.portal() : "all", covered.lines(), covered.head(),
					covered.open().isEmpty() ? "none"
							: covered.open().stream().map(String::valueOf).collect(Collectors.joining(", ")),
					ProgramName.get(), file, covered.head());
	}

	private static String text(Instant moment) {
		return OffsetDateTime.ofInstant(moment.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC).toString();
	}

}
