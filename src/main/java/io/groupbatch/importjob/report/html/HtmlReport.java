package io.groupbatch.importjob.report.html;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.groupbatch.importjob.report.csv.GroupCsvRows;
import io.groupbatch.importjob.report.csv.ReportCsvRows;
import io.groupbatch.importjob.report.html.page.BoundedTable;
import io.groupbatch.importjob.report.html.page.GroupsTable;
import io.groupbatch.importjob.report.html.page.Headline;
import io.groupbatch.importjob.report.html.page.Notices;
import io.groupbatch.importjob.report.html.page.NumberFormats;
import io.groupbatch.importjob.report.html.page.OutcomeChart;
import io.groupbatch.importjob.report.html.page.Page;
import io.groupbatch.importjob.report.html.page.PageHead;
import io.groupbatch.importjob.report.html.page.ProblemCards;
import io.groupbatch.importjob.report.html.page.RowsTable;
import io.groupbatch.importjob.report.html.page.TrafficChart;
import io.groupbatch.journal.invite.Invitations;
import io.groupbatch.journal.people.PortalPeople;
import io.groupbatch.journal.report.ReportRows;
import io.groupbatch.journal.report.RunStatistics;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.Runs;

import org.springframework.stereotype.Component;

/**
 * Writes the page of a run, under another name until it is whole. Memory stays flat: of a
 * long run the page holds so many rows and no more.
 */
@Component
public class HtmlReport {

	private static final int MOST_LINES = 5000;

	private static final int MOST_BYTES = 2_000_000;

	private final Runs runs;

	private final ReportRows rows;

	private final PortalPeople people;

	private final Invitations invitations;

	private final GroupCsvRows groups;

	private final RunStatistics statistics;

	private final PageProperties properties;

	HtmlReport(Runs runs, ReportRows rows, PortalPeople people, Invitations invitations, GroupCsvRows groups,
			RunStatistics statistics, PageProperties properties) {
		this.runs = runs;
		this.rows = rows;
		this.people = people;
		this.invitations = invitations;
		this.groups = groups;
		this.statistics = statistics;
		this.properties = properties;
	}

	/** Writes {@code report.html} beside the other reports. */
	public void write(Run run) throws IOException {
		write(run, run.output().resolve("report.html"), HtmlText.whole(), this.properties.commandOptions());
	}

	/**
	 * Writes a page to hand on, which does not tell how this computer is set up.
	 * @param hideEmails whether addresses are hidden as well
	 */
	public void share(long number, Path file, boolean hideEmails) throws IOException {
		Run run = this.runs.get(number);
		write(run, file, HtmlText.shared(run, hideEmails), "");
	}

	private void write(Run run, Path file, HtmlText text, String options) throws IOException {
		PageTemplate template = new PageTemplate(text);
		Page page = page(run, template, options);
		Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
		try (Writer out = Files.newBufferedWriter(unfinished)) {
			template.write(page, out);
		}
		Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
	}

	/**
	 * Gathers what the page tells.
	 * @param template makes the lines of its tables
	 * @param options what commands about the run need in addition
	 */
	private Page page(Run run, PageTemplate template, String options) throws IOException {
		long number = run.number();
		boolean sent = run.state().hasComeToSending();
		Map<RowStatus, Long> counts = new EnumMap<>(RowStatus.class);
		counts.putAll(this.runs.counts(number));
		GroupsTable groupsTable = new GroupsTable(this.groups, body(template, "group.html", 2),
				body(template, "group.html", 2));
		if (sent) {
			groupsTable.read(run);
		}
		Headline headline = new Headline(run, counts, groupsTable.counts());
		ReportCsvRows lines = new ReportCsvRows(this.people, this.invitations, run);
		Page.Table table = new RowsTable(this.rows, lines, number, body(template, "row.html", 1)).read(headline.rows(),
				headline.troubled());
		List<Page.Cause> cards = new ProblemCards(this.rows, lines, run).of(this.statistics);
		Page.Totals totals = new Page.Totals(tiles(headline), OutcomeChart.of(counts),
				TrafficChart.of(this.statistics, number));
		return new Page(new PageHead(run, headline.sentence()).head(),
				new Notices(run, options, this.invitations.all(number)).all(), cards, totals,
				sent ? groupsTable.table() : null, table);
	}

	private static BoundedTable body(PageTemplate template, String line, int parts) {
		return new BoundedTable(template.part(line), MOST_LINES / parts, MOST_BYTES / parts);
	}

	private static List<Page.Tile> tiles(Headline headline) {
		List<Page.Tile> tiles = new ArrayList<>();
		if (headline.groups().all() > 0) {
			tiles.add(new Page.Tile("all", NumberFormats.of(headline.groups().complete()), "Groups complete",
					"of " + NumberFormats.of(headline.groups().all())));
		}
		tiles.add(new Page.Tile("all", NumberFormats.of(headline.rows()), "Rows", "in the file"));
		headline.counts()
			.forEach((status, count) -> tiles.add(new Page.Tile(Page.Mark.of(status).css(), NumberFormats.of(count),
					Page.Mark.of(status).label(), meaning(status))));
		return tiles;
	}

	private static String meaning(RowStatus status) {
		return switch (status) {
			case SUCCEEDED -> "the portal's answer shows it";
			case UNCHANGED -> "the portal had it already";
			case PARTIAL -> "a part was done, a part not";
			case INVALID -> "wrong in the file, not sent";
			case FAILED -> "nothing of it was done";
			case UNKNOWN -> "sent, but the result is not known yet";
			case NOT_SENT -> "certainly not done";
			case CANCELLED -> "given up";
		};
	}

}
