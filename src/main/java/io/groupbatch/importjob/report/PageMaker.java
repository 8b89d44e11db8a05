package io.groupbatch.importjob.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.groupbatch.journal.RowStatus;
import io.groupbatch.journal.Run;

/**
 * Gathers what the page of a run tells. Memory stays flat: of a long run it holds as many
 * rows as the page does.
 */
final class PageMaker {

	private static final int MOST_LINES = 5000;

	private static final int MOST_BYTES = 2_000_000;

	private final PageSources sources;

	private final PageTemplate template;

	private final Run run;

	private final Map<RowStatus, Long> counts;

	/**
	 * Begins a page.
	 * @param template makes the lines of its tables
	 */
	PageMaker(PageSources sources, PageTemplate template, Run run) {
		this.sources = sources;
		this.template = template;
		this.run = run;
		this.counts = new EnumMap<>(RowStatus.class);
		this.counts.putAll(sources.runs().counts(run.number()));
	}

	/**
	 * The page.
	 * @param options what commands about the run need besides
	 */
	Page page(String options) throws IOException {
		GroupsTable groups = new GroupsTable(this.sources.groupLines(), body("group.html", 2), body("group.html", 2));
		if (isSent()) {
			groups.read(this.run);
		}
		Headline headline = new Headline(this.run, this.counts, groups.teams());
		ReportLines lines = new ReportLines(this.sources.people(), this.run);
		Page.Table rows = new RowsTable(this.sources.rows(), lines, this.run.number(), body("row.html", 1))
			.read(headline.rows(), headline.troubled());
		List<Page.Cause> causes = new CauseCards(this.sources.rows(), lines, this.run).of(this.sources.causes());
		return new Page(new PageHead(this.run, headline.sentence()).head(), new Notices(this.run, options).all(),
				causes, totals(headline), isSent() ? groups.table() : null, rows);
	}

	private boolean isSent() {
		return this.run.state().hasComeToSending();
	}

	private TableBody body(String line, int parts) {
		return new TableBody(this.template.part(line), MOST_LINES / parts, MOST_BYTES / parts);
	}

	private Page.Totals totals(Headline headline) {
		List<Page.Tile> tiles = new ArrayList<>();
		if (headline.teams().all() > 0) {
			tiles.add(new Page.Tile("all", Numbers.of(headline.teams().complete()), "Teams complete",
					"of " + Numbers.of(headline.teams().all())));
		}
		tiles.add(new Page.Tile("all", Numbers.of(headline.rows()), "Rows", "in the file"));
		Arrays.stream(RowStatus.values())
			.filter(this.counts::containsKey)
			.map((status) -> new Page.Tile(Page.Mark.of(status).css(), Numbers.of(this.counts.getOrDefault(status, 0L)),
					Page.Mark.of(status).label(), meaning(status)))
			.forEach(tiles::add);
		return new Page.Totals(tiles, OutcomeChart.of(this.counts),
				TrafficChart.of(this.sources.traffic(), this.run.number()));
	}

	private static String meaning(RowStatus status) {
		return switch (status) {
			case SUCCEEDED -> "the portal's answer shows it";
			case UNCHANGED -> "the portal had it so already";
			case PARTIAL -> "a part was done, a part not";
			case INVALID -> "wrong in the file, not sent";
			case FAILED -> "nothing of it was done";
			case UNKNOWN -> "sent, but nobody can tell yet";
			case NOT_SENT -> "certainly not done";
			case CANCELLED -> "given up";
		};
	}

}
