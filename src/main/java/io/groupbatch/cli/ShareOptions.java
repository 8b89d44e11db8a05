package io.groupbatch.cli;

import java.nio.file.Path;

import picocli.CommandLine.Option;

/**
 * What makes a page to hand on. {@code --hide-emails} without {@code --share} is a
 * mistake of the command line.
 */
class ShareOptions {

	@Option(names = "--share", paramLabel = "FILE.html", required = true,
			description = "Write a page to hand on, and nothing else. No paths of this computer are in it."
					+ " A file of that name is replaced.")
	Path file = Path.of("");

	@Option(names = "--hide-emails", description = "In that page, show e-mail addresses as a…@example.com.")
	boolean hideEmails;

	/**
	 * The file, when its name is one of a page: a slip shall not cost a list of groups.
	 */
	Path page() {
		Path name = this.file.getFileName();
		if (name == null || !name.toString().matches("(?i).+\\.html?")) {
			throw new Stop(ExitCode.USAGE,
					"--share writes a page: name a file that ends with .html, not " + this.file + ".");
		}
		return this.file.toAbsolutePath();
	}

}
