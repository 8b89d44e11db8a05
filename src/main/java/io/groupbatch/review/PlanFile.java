package io.groupbatch.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.csv.Dialect;
import io.groupbatch.csv.WholeFile;
import io.groupbatch.journal.People;
import io.groupbatch.journal.PlanLine;
import io.groupbatch.journal.PlanLines;
import io.groupbatch.journal.Runs;

import org.springframework.stereotype.Component;

/**
 * Writes {@code plan.csv}: a line for each row and change, under another name until it is
 * whole. Thread-safe.
 */
@Component
public class PlanFile {

	private static final int PAGE = 1000;

	private final Runs runs;

	private final PlanLines lines;

	private final People people;

	PlanFile(Runs runs, PlanLines lines, People people) {
		this.runs = runs;
		this.lines = lines;
		this.people = people;
	}

	/**
	 * Writes the plan of a run into its folder.
	 * @return where it is
	 */
	public Path write(long run) {
		Path file = this.runs.get(run).output().resolve("plan.csv");
		try (WholeFile output = WholeFile.safe(file, Dialect.OURS)) {
			output.row(PlanCells.HEADINGS);
			write(run, output);
			output.finish();
			return file;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void write(long run, WholeFile output) throws IOException {
		long after = 0;
		for (List<PlanLine> page = this.lines.page(run, after, PAGE); !page.isEmpty(); page = this.lines.page(run,
				after, PAGE)) {
			after = page.get(page.size() - 1).row().number();
			PlanCells cells = new PlanCells(emails(run, page));
			for (PlanLine line : page) {
				for (List<String> change : cells.changes(line)) {
					output.row(change);
				}
			}
		}
	}

	private Map<UUID, String> emails(long run, List<PlanLine> lines) {
		Set<UUID> wanted = lines.stream().flatMap(PlanFile::people).collect(Collectors.toSet());
		return this.people.emails(run, wanted);
	}

	private static Stream<UUID> people(PlanLine line) {
		Stream<UUID> managers = Stream.ofNullable(line.wish().manager());
		Stream<UUID> former = Stream.ofNullable((line.group() != null) ? line.group().manager() : null);
		return Stream.of(managers, former, line.wish().members().stream(), line.removes().stream())
			.flatMap((people) -> people);
	}

}
