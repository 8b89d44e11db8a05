package io.groupbatch.journal.export;

/**
 * A list of the portal that an export reads.
 */
public enum ExportList {

	/** The groups, without members. */
	GROUPS("export_group"),
	/** The people, each with the groups they are in. */
	PEOPLE("export_person");

	private final String table;

	ExportList(String table) {
		this.table = table;
	}

	/** Where its rows are kept. */
	String table() {
		return this.table;
	}

}
