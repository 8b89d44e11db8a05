package io.groupbatch.sandbox.protocol;

/** The versions of the server whose behaviour differs (portal contract 12). */
public enum ServerVersion {

	/** Version 3.6.1 and older. */
	V3_6("3.6.1"),
	/** Version 3.7.1 and newer. */
	V3_7("3.7.2");

	private final String text;

	ServerVersion(String text) {
		this.text = text;
	}

	/** What the server says of itself. */
	public String text() {
		return this.text;
	}

}
