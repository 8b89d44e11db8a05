package io.groupbatch.importjob;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.groupbatch.csv.Column;
import io.groupbatch.csv.ColumnMap;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import org.jspecify.annotations.Nullable;

/**
 * How a file is to be understood and sent.
 *
 * @param reading how the file is written, and what its columns mean
 * @param operation what rows ask for that do not say, null: upsert
 * @param skipInvalid whether the other rows are sent when some are wrong
 * @param people who is meant, and what to do about those who are not there
 * @param allow what is refused otherwise
 * @param groups how rows come to their groups
 * @param concurrency how many requests may be under way at once
 */
@ConfigurationProperties("groupbatch.import")
public record ImportOptions(@DefaultValue Reading reading, @Nullable String operation,
		@DefaultValue("false") boolean skipInvalid, @DefaultValue People people, @DefaultValue Allow allow,
		@DefaultValue Groups groups, @DefaultValue("15") int concurrency) {

	/**
	 * Those options that change what the file means, as one line: with other ones the
	 * same file is another run (design section 2, "Which run").
	 */
	public String meaning() {
		return "%s operation=%s skipInvalid=%s %s %s %s".formatted(this.reading.meaning(),
				(this.operation != null) ? this.operation : "", this.skipInvalid, this.people.meaning(),
				this.allow.meaning(), this.groups.meaning());
	}

	/**
	 * How a file is read.
	 *
	 * @param charset the file's encoding, null: found out
	 * @param delimiter the file's separator, null: found out
	 * @param columns what the user says of columns; in whatever order, it means the same
	 * @param ignoreOtherColumns whether columns that nobody knows mean nothing
	 */
	public record Reading(@Nullable Charset charset, @Nullable Character delimiter,
			@DefaultValue List<ColumnMeaning> columns, @DefaultValue("false") boolean ignoreOtherColumns) {

		public Reading {
			columns = columns.stream().distinct().sorted(Comparator.comparing(ColumnMeaning::kept)).toList();
		}

		/** What the user says about the columns. */
		public ColumnMap columnMap() {
			Map<String, Column> fields = new LinkedHashMap<>();
			this.columns.stream()
				.filter((said) -> !said.isIgnored())
				.forEach((said) -> fields.put(said.heading(), said.column()));
			List<String> ignored = this.columns.stream()
				.filter(ColumnMeaning::isIgnored)
				.map(ColumnMeaning::heading)
				.toList();
			return new ColumnMap(fields, ignored, this.ignoreOtherColumns);
		}

		private String meaning() {
			return "reading.charset=%s reading.delimiter=%s reading.columns=%s reading.ignoreOtherColumns=%s".formatted(
					(this.charset != null) ? this.charset.name() : StandardCharsets.UTF_8.name(),
					(this.delimiter != null) ? (int) this.delimiter : "",
					this.columns.stream().map(ColumnMeaning::kept).collect(Collectors.joining(",")),
					this.ignoreOtherColumns);
		}

	}

	/**
	 * Who is meant.
	 *
	 * @param leaveOut whether a row goes on without people who cannot be had
	 * @param userMap the journal's name of a user map, null: there is none
	 */
	public record People(@DefaultValue("false") boolean leaveOut, @Nullable String userMap) {

		private String meaning() {
			return "people.leaveOut=%s people.userMap=%s".formatted(this.leaveOut,
					(this.userMap != null) ? this.userMap : "");
		}

	}

	/**
	 * How rows come to their groups.
	 *
	 * @param existing what an upsert does with a group that the portal has already
	 * @param fold whether rows that follow one another become one request; for tests,
	 * which compare: it means the same
	 * @param trimNames whether blanks around names are no part of them
	 */
	public record Groups(@DefaultValue("update") Existing existing, @DefaultValue("true") boolean fold,
			@DefaultValue("false") boolean trimNames) {

		private String meaning() {
			return "groups.existing=%s groups.trimNames=%s".formatted(this.existing.name().toLowerCase(Locale.ROOT),
					this.trimNames);
		}

	}

	/** What an upsert does with a group that the portal has already. */
	public enum Existing {

		/** It gets what is missing. */
		UPDATE,
		/** It is left alone. */
		SKIP,
		/** The row is refused. */
		STOP

	}

	/**
	 * What is refused otherwise.
	 *
	 * @param sameName whether a group may be made whose name another one bears
	 * @param ldap whether groups may be changed that a directory owns
	 * @param lookAlikes whether a group may get a name that looks like another one's
	 */
	public record Allow(@DefaultValue("false") boolean sameName, @DefaultValue("false") boolean ldap,
			@DefaultValue("false") boolean lookAlikes) {

		private String meaning() {
			return "allow.sameName=%s allow.ldap=%s allow.lookAlikes=%s".formatted(this.sameName, this.ldap,
					this.lookAlikes);
		}

	}

}
