package io.groupbatch.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.Set;

import io.groupbatch.csv.CsvOutput;
import io.groupbatch.csv.Dialect;

/**
 * Writes a record as CSV, line by line. Used once; {@link #add} may be called for several
 * records, whose lines become one chain.
 */
public final class AuditFile {

	private final AuditFilter selection;

	private final AuditFormat format;

	private final CsvOutput output;

	private final HashChain chain = new HashChain();

	private final Set<String> portals = new TreeSet<>();

	private final List<Long> open = new ArrayList<>();

	/**
	 * Begins a file.
	 * @param out is left open
	 */
	public AuditFile(OutputStream out, AuditFilter selection, AuditFormat format) throws IOException {
		this.selection = selection;
		this.format = format;
		this.output = CsvOutput.safe(out, Dialect.OURS);
		List<String> headings = new ArrayList<>(List.of("number"));
		headings.addAll(format.headings());
		headings.add("hash");
		this.output.row(headings);
	}

	/** Adds what is wanted of a record. */
	public void add(AuditRecord record) throws IOException {
		this.open.addAll(record.open());
		try {
			record.each((line) -> {
				if (this.selection.has(line)) {
					this.portals.add(line.get(AuditLine.PORTAL));
					this.format.lines(line).forEach(this::write);
				}
			});
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
		this.output.flush();
	}

	private void write(List<String> cells) {
		try {
			this.output.row(this.chain.link(cells));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What the file covers, once all is in it. */
	public Covered covered() {
		return new Covered(this.chain.length(), this.chain.head(), List.copyOf(this.portals), List.copyOf(this.open));
	}

	/**
	 * What a file covers.
	 *
	 * @param lines how many lines it has
	 * @param head the hash of the last of them
	 * @param portals the portals that it is about
	 * @param open the runs that have not ended, and so are not in it
	 */
	public record Covered(long lines, String head, List<String> portals, List<Long> open) {
	}

}
