package io.groupbatch.importjob.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

import io.groupbatch.importjob.report.html.page.Page;
import io.groupbatch.text.Sha256;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;

/**
 * The page without its data: templates, style and script, put together so that the page
 * needs nothing else.
 * <p>
 * Its policy lets the browser run that style and that script, known by their hashes, and
 * nothing else; the browser fetches nothing from anywhere.
 */
final class PageTemplate {

	private static final String FOLDER = "/report/";

	private final Mustache.Compiler compiler;

	PageTemplate(HtmlText text) {
		this.compiler = Mustache.compiler().withEscaper(text).emptyStringIsFalse(true).zeroIsFalse(true);
	}

	/** Writes the page. */
	void write(Page page, Writer out) {
		String css = text("report.css");
		String script = text("report.js");
		part("report.html").execute(Map.of("policy", policy(css, script), "css", css, "script", script, "page", page),
				out);
	}

	/** A part of the page. */
	Template part(String name) {
		return this.compiler.compile(text(name));
	}

	private static String policy(String css, String script) {
		return "default-src 'none'; style-src " + hash(css) + "; script-src " + hash(script)
				+ "; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";
	}

	private static String hash(String text) {
		byte[] digest = Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8));
		return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
	}

	/** A browser hashes what it has read, and reads any end of line as LF. */
	private static String text(String name) {
		try (InputStream resource = Objects.requireNonNull(PageTemplate.class.getResourceAsStream(FOLDER + name))) {
			return new String(resource.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
