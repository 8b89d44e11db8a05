package io.groupbatch.exportjob;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.groupbatch.journal.ExportGroup;

import org.jspecify.annotations.Nullable;

/**
 * The file of an export and, when there is any, the list of what is not in it. Both get
 * their names when they are whole.
 */
final class ExportFiles implements Closeable {

	private static final List<String> LEFT_OUT = List.of("groupId", "groupName", "what", "person", "reason");

	private final Path target;

	private final ExportOptions options;

	private final ExportTally tally;

	private final UnfinishedFile file;

	private @Nullable UnfinishedFile leftOut;

	private ExportFiles(Path target, ExportOptions options, ExportTally tally) throws IOException {
		this.target = target;
		this.options = options;
		this.tally = tally;
		this.file = UnfinishedFile.open(target, options.raw());
	}

	static ExportFiles open(Path target, ExportOptions options, ExportTally tally) throws IOException {
		ExportFiles files = new ExportFiles(target, options, tally);
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
		if (this.leftOut == null) {
			this.leftOut = UnfinishedFile.open(ExportOptions.leftOut(this.target), this.options.raw());
			this.leftOut.row(LEFT_OUT);
		}
		this.leftOut.row(List.of(group.id().toString(), group.name(), what, person, reason));
		this.tally.addLeftOut();
	}

	/** A list of an earlier export would be about another file. */
	void finish() throws IOException {
		if (this.leftOut != null) {
			this.leftOut.finish();
		}
		else {
			Files.deleteIfExists(ExportOptions.leftOut(this.target));
		}
		this.file.finish();
	}

	@Override
	public void close() throws IOException {
		this.file.close();
		if (this.leftOut != null) {
			this.leftOut.close();
		}
	}

	private static List<String> prepended(String first, List<String> others) {
		return Stream.concat(Stream.of(first), others.stream()).toList();
	}

}
