package io.groupbatch.exportjob;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import org.jspecify.annotations.Nullable;

/**
 * How an export is written.
 *
 * @param file where to; null while nothing is written
 * @param format what a row is about
 * @param portable whether it is for another portal, so that ids mean nothing
 * @param numberTwins whether groups of one name are numbered, when it is portable
 * @param raw whether cells that a spreadsheet would run are left as they are
 */
@ConfigurationProperties("groupbatch.export")
public record ExportOptions(@Nullable Path file, @DefaultValue("groups") Format format,
		@DefaultValue("false") boolean portable, @DefaultValue("false") boolean numberTwins,
		@DefaultValue("false") boolean raw) {

	/** What a row is about. */
	public enum Format {

		/** A group with all its members. */
		GROUPS,
		/** A member of a group, or a group without members. */
		MEMBERSHIPS

	}

	/** Where that is listed which is not written. */
	public static Path leftOut(Path file) {
		return file.resolveSibling(file.getFileName() + ".left-out.csv");
	}

}
