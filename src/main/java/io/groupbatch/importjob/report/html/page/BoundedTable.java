package io.groupbatch.importjob.report.html.page;

import java.nio.charset.StandardCharsets;

import com.samskivert.mustache.Template;

/**
 * The lines of a table, as many as a page should hold. What is kept is bounded, however
 * many lines there are.
 */
public final class BoundedTable {

	private final Template line;

	private final int mostLines;

	private final int mostBytes;

	private final StringBuilder html = new StringBuilder();

	private boolean full;

	private int bytes;

	private int lines;

	public BoundedTable(Template line, int mostLines, int mostBytes) {
		this.line = line;
		this.mostLines = mostLines;
		this.mostBytes = mostBytes;
	}

	/**
	 * Adds a line.
	 * @return whether it fitted; after one that did not, none does
	 */
	boolean add(Object told) {
		if (this.full || this.lines == this.mostLines) {
			return false;
		}
		String markup = this.line.execute(told);
		int size = markup.getBytes(StandardCharsets.UTF_8).length;
		if (this.bytes + size > this.mostBytes) {
			this.full = true;
			return false;
		}
		this.html.append(markup);
		this.bytes += size;
		this.lines++;
		return true;
	}

	/** How many lines there are. */
	long lines() {
		return this.lines;
	}

	/** All of them. */
	String html() {
		return this.html.toString();
	}

}
