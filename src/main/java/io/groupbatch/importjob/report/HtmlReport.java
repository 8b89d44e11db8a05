package io.groupbatch.importjob.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import io.groupbatch.journal.Run;

/**
 * Writes the page of a run, under another name until it is whole.
 */
final class HtmlReport {

	private final PageSources sources;

	private final PageProperties properties;

	HtmlReport(PageSources sources, PageProperties properties) {
		this.sources = sources;
		this.properties = properties;
	}

	/** Writes {@code report.html} beside the other reports. */
	void write(long number) throws IOException {
		Run run = this.sources.runs().get(number);
		write(run, run.output().resolve("report.html"), PageText.whole(), this.properties.commandOptions());
	}

	/**
	 * Writes a page to hand on, which does not tell how this computer is set up.
	 * @param hideEmails whether addresses are hidden as well
	 */
	void share(long number, Path file, boolean hideEmails) throws IOException {
		Run run = this.sources.runs().get(number);
		write(run, file, PageText.shared(run, hideEmails), "");
	}

	private void write(Run run, Path file, PageText text, String options) throws IOException {
		PageTemplate template = new PageTemplate(text);
		Page page = new PageMaker(this.sources, template, run).page(options);
		Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
		try (Writer out = Files.newBufferedWriter(unfinished)) {
			template.write(page, out);
		}
		Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
	}

}
