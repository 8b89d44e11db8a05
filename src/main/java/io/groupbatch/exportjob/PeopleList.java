package io.groupbatch.exportjob;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

import io.groupbatch.batch.PortalStopCauses;
import io.groupbatch.csv.CsvOutput;
import io.groupbatch.csv.Dialect;
import io.groupbatch.exportjob.read.PortalUnavailableException;
import io.groupbatch.portal.Directory;
import io.groupbatch.portal.PortalException;
import io.groupbatch.portal.http.PortalClient;
import io.groupbatch.portal.http.PortalSettings;
import io.groupbatch.portal.payload.Person;

/**
 * Lists the portal's users, page by page. It needs no journal, so that it may be used
 * while a run is at work.
 */
public final class PeopleList implements AutoCloseable {

	private static final List<String> HEADINGS = List.of("email", "id", "name", "type", "status");

	private final PortalClient client;

	/** Opens connections to a portal. */
	public PeopleList(PortalSettings portal) {
		this.client = new PortalClient(portal);
	}

	/**
	 * Writes everybody as CSV.
	 * @param out is left open
	 * @param raw whether cells that a spreadsheet would run are left as they are
	 * @return how many people there are
	 * @throws PortalUnavailableException when the portal cannot be read; what was written
	 * is a part then
	 */
	public long write(OutputStream out, boolean raw) throws IOException {
		CsvOutput csv = raw ? CsvOutput.raw(out, Dialect.OURS) : CsvOutput.safe(out, Dialect.OURS);
		AtomicLong count = new AtomicLong();
		csv.row(HEADINGS);
		try {
			new Directory(this.client).people((page) -> count.addAndGet(write(page, csv)));
		}
		catch (PortalException ex) {
			throw new PortalUnavailableException(PortalStopCauses.halt(ex), ex);
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
		csv.flush();
		return count.get();
	}

	private static long write(List<Person> page, CsvOutput csv) {
		try {
			for (Person person : page) {
				csv.row(person.email(), person.id().toString(), person.displayName(), word(person.kind()),
						word(person.status()));
			}
			return page.size();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String word(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	@Override
	public void close() {
		this.client.close();
	}

}
