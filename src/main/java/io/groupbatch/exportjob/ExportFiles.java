package io.groupbatch.exportjob;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import io.groupbatch.csv.CsvOutput;
import io.groupbatch.csv.Dialect;
import io.groupbatch.csv.WholeFile;
import io.groupbatch.journal.ExportGroup;

/**
 * The file of an export and, when there is any, the list of what is not in it. Both get
 * their names when they are whole.
 */
final class ExportFiles implements Closeable {

	private static final List<String> LEFT_OUT = List.of("groupId", "groupName", "what", "person", "reason");

	private final ExportOptions options;

	private final ExportTally tally;

	private final WholeFile file;

	private final WholeFile leftOut;

	private ExportFiles(ExportOptions options, ExportTally tally) {
		this.options = options;
		this.tally = tally;
		this.file = new WholeFile(options.file(), this::open);
		this.leftOut = new WholeFile(ExportOptions.leftOut(options.file()), this::open);
	}

	static ExportFiles open(ExportOptions options, ExportTally tally) throws IOException {
		ExportFiles files = new ExportFiles(options, tally);
		List<String> headings = List.of("groupName", "groupManager", "members", "isLDAP");
		files.file.row(options.portable() ? headings : prepended("groupId", headings));
		return files;
	}

	/** A row about a group. */
	void row(ExportGroup group, String name, String manager, String members) throws IOException {
		List<String> cells = List.of(name, manager, members, String.valueOf(group.ldap()));
		this.file.row(this.options.portable() ? cells : prepended(group.id().toString(), cells));
	}

	/** Something about a group is not in the file. */
	void leftOut(ExportGroup group, String what, String person, String reason) throws IOException {
		if (this.leftOut.isEmpty()) {
			this.leftOut.row(LEFT_OUT);
		}
		this.leftOut.row(List.of(group.id().toString(), group.name(), what, person, reason));
		this.tally.addLeftOut();
	}

	/** A list of an earlier export would be about another file. */
	void finish() throws IOException {
		this.leftOut.finish();
		this.file.finish();
	}

	@Override
	public void close() throws IOException {
		this.file.drop();
		this.leftOut.drop();
	}

	/** Only its owner can read it, for it holds personal data. */
	private CsvOutput open(Path unfinished) throws IOException {
		Files.deleteIfExists(unfinished);
		if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
			Files.createFile(unfinished,
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		}
		OutputStream out = Files.newOutputStream(unfinished);
		return this.options.raw() ? CsvOutput.raw(out, Dialect.OURS) : CsvOutput.safe(out, Dialect.OURS);
	}

	private static List<String> prepended(String first, List<String> others) {
		return Stream.concat(Stream.of(first), others.stream()).toList();
	}

}
