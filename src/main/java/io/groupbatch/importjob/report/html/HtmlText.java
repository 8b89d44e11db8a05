package io.groupbatch.importjob.report.html;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import io.groupbatch.journal.run.Run;

/**
 * Escapes and shortens every text of a page: nothing of it is markup, nothing steers how
 * the page is shown, nothing is endless, and what must stay private is hidden.
 */
final class HtmlText implements Mustache.Escaper {

	private static final char HIDDEN = '\uFFFD';

	private static final Pattern NOTHING = Pattern.compile("(?!)");

	private static final int LONGEST = 1000;

	/**
	 * The first character of an address stays, and its domain. The sign between may be
	 * written in another form.
	 */
	private static final Pattern EMAIL = Pattern.compile(
			"([(\\[{\"':=]*)([^\\s\\h\\v@\uFF20\uFE6B<>;,|…])[^\\s\\h\\v@\uFF20\uFE6B<>;,|]*([@\uFF20\uFE6B]|%40|&#(?:64|x40);)(?=\\S)",
			Pattern.CASE_INSENSITIVE);

	/** The part before the sign of an address that stands in quotes. */
	private static final Pattern QUOTED_EMAIL = Pattern.compile("\"[^\"]{1,64}\"(?=[@\uFF20\uFE6B])");

	private final Pattern folders;

	private final boolean hidesEmails;

	private HtmlText(Pattern folders, boolean hidesEmails) {
		this.folders = folders;
		this.hidesEmails = hidesEmails;
	}

	/** For those who may know all. */
	static HtmlText whole() {
		return new HtmlText(NOTHING, false);
	}

	/**
	 * For others: no folders of the run are shown, only the names of files in them.
	 * @param hideEmails whether addresses are shown as {@code a…@example.com}
	 */
	static HtmlText shared(Run run, boolean hideEmails) {
		String folders = Stream.of(run.source().file().getParent(), run.output())
			.filter((path) -> path != null && path.getNameCount() > 0)
			.map(Path::toString)
			.sorted(Comparator.comparing(String::length).reversed())
			.map(Pattern::quote)
			.collect(Collectors.joining("|"));
		return new HtmlText(
				folders.isEmpty() ? NOTHING
						: Pattern.compile("(?<![\\p{L}\\p{N}/.:_-])(" + folders + ")(/|(?=$|[\\s\"'.,;:)]))"),
				hideEmails);
	}

	@Override
	public String escape(String raw) {
		String text = this.folders.matcher(raw).replaceAll("");
		if (this.hidesEmails) {
			text = EMAIL.matcher(QUOTED_EMAIL.matcher(text).replaceAll("…")).replaceAll("$1$2…$3");
		}
		return Escapers.HTML.escape(visible(cut(text)));
	}

	private static String cut(String text) {
		if (text.length() <= LONGEST) {
			return text;
		}
		int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
		return text.substring(0, end) + " …";
	}

	/** A sign in place of characters that are invisible, or that turn others round. */
	private static String visible(String text) {
		StringBuilder shown = new StringBuilder(text.length());
		text.codePoints().map(HtmlText::visible).forEach(shown::appendCodePoint);
		return shown.toString();
	}

	private static int visible(int character) {
		boolean turns = (character >= '\u202A' && character <= '\u202E')
				|| (character >= '\u2066' && character <= '\u2069');
		return switch (Character.getType(character)) {
			case Character.CONTROL -> (character == '\n' || character == '\t') ? character : HIDDEN;
			case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> HIDDEN;
			default -> turns ? HIDDEN : character;
		};
	}

}
