package io.groupbatch.importjob;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import org.jspecify.annotations.Nullable;

/**
 * How a file is to be understood and sent.
 *
 * @param charset the file's encoding, null: found out
 * @param delimiter the file's separator, null: found out
 * @param operation what rows ask for that do not say, null: they must say
 * @param skipInvalid whether the other rows are sent when some are wrong
 * @param allowSameName whether a group may be made whose name another one bears
 * @param allowLdap whether groups may be changed that a directory owns
 * @param concurrency how many requests may be under way at once
 */
@ConfigurationProperties("groupbatch.import")
public record ImportOptions(@Nullable Charset charset, @Nullable Character delimiter, @Nullable String operation,
		@DefaultValue("false") boolean skipInvalid, @DefaultValue("false") boolean allowSameName,
		@DefaultValue("false") boolean allowLdap, @DefaultValue("15") int concurrency) {

	/**
	 * Those options that change what the file means, as one line: with other ones the
	 * same file is another run (design section 2, "Which run").
	 */
	public String meaning() {
		return "charset=%s delimiter=%s operation=%s skipInvalid=%s allowSameName=%s allowLdap=%s".formatted(
				(this.charset != null) ? this.charset.name() : StandardCharsets.UTF_8.name(),
				(this.delimiter != null) ? (int) this.delimiter : "", (this.operation != null) ? this.operation : "",
				this.skipInvalid, this.allowSameName, this.allowLdap);
	}

}
