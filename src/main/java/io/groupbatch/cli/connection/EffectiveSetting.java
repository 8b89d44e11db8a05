package io.groupbatch.cli.connection;

/**
 * A setting and its source: an option, a variable, a file or the default.
 *
 * @param name what it is
 * @param value how it is set; a secret is not told
 * @param source who or what says so
 */
public record EffectiveSetting(String name, String value, String source) {

	public static final String DEFAULT = "the default";

	/** The value and where it comes from. */
	public String told() {
		return this.value + " (" + (this.source.equals(DEFAULT) ? "" : "from ") + this.source + ")";
	}

}
