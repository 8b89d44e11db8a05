package io.groupbatch.importjob.report.html.page;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.groupbatch.journal.run.Run;

/**
 * The top of the page: what was imported, where to, by whom and when.
 *
 * @param run the run
 * @param headline the most important sentence
 */
public record PageHead(Run run, String headline) {

	public Page.Head head() {
		Path name = this.run.source().file().getFileName();
		String title = this.headline.replaceAll(":$", "") + " – " + ((name != null) ? name : this.run.source().file())
				+ ", run " + this.run.number();
		return new Page.Head(title, "Groupbatch report · run " + this.run.number(), this.headline, facts(),
				"Written by Groupbatch from the journal of run %d. The file report.csv has every row with all its cells. SHA-256 of the imported file: %s"
					.formatted(this.run.number(), this.run.source().sha256()));
	}

	private List<Page.Fact> facts() {
		Run.Target target = this.run.target();
		List<Page.Fact> facts = new ArrayList<>();
		facts.add(new Page.Fact("Portal", target.sandbox() ? "Sandbox (a simulated portal)" : target.portal()));
		facts.add(new Page.Fact("File", this.run.source().file().toString()));
		if (this.run.remarks().note() != null) {
			facts.add(new Page.Fact("Note", this.run.remarks().note()));
		}
		if (this.run.remarks().mends() != null) {
			facts.add(new Page.Fact("Fixes", "run " + this.run.remarks().mends()));
		}
		if (this.run.remarks().undoes() != null) {
			facts.add(new Page.Fact("Takes back", "run " + this.run.remarks().undoes()));
		}
		if (target.senderName() != null) {
			facts.add(new Page.Fact("With the key of", target.senderName()));
		}
		if (target.plannerName() != null) {
			facts.add(new Page.Fact("Planned with the key of", target.plannerName()));
		}
		Instant began = this.run.span().created().toInstant();
		facts.add(new Page.Fact("Started", NumberFormats.time(began)));
		if (this.run.span().ended() != null) {
			Instant ended = this.run.span().ended().toInstant();
			Duration lasted = Duration.between(began, ended);
			facts.add(new Page.Fact("Ended", NumberFormats.time(ended) + (lasted.isNegative()
					? ", for the clock was set back" : " (" + NumberFormats.duration(lasted) + ")")));
		}
		return facts;
	}

}
