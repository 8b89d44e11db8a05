package io.groupbatch.verify;

import org.jspecify.annotations.Nullable;

/**
 * How the rows of a file call one group: what is needed to find that a name and an id
 * mean the same group. For one thread.
 */
final class NameHistory {

	private final Origin origin;

	private @Nullable String called;

	private long last;

	private long renamed;

	private long deleted;

	private boolean displaced;

	/**
	 * Begins at the first row about the group.
	 * @param name what that row calls it, null: by id
	 */
	NameHistory(long row, @Nullable String name, Origin origin) {
		this.origin = origin;
		this.called = name;
		this.last = row;
	}

	/** Whether the first row about a group may have made it. */
	enum Origin {

		/** It was there before the file. */
		FOUND,
		/** It may have been there. */
		EITHER,
		/** The file makes it, so that no row can know its id. */
		MADE

	}

	Origin origin() {
		return this.origin;
	}

	/** The name that it is known to have at this point of the file. */
	@Nullable String called() {
		return this.called;
	}

	/** A row is about it. */
	void mention(long row) {
		this.last = row;
	}

	/** It has a name from this row on. */
	void call(String name, long row) {
		if (this.called == null && this.renamed == 0) {
			this.renamed = row;
		}
		this.called = name;
	}

	/** It is known to have had the name before this row. */
	void wasCalled(String name) {
		this.called = name;
	}

	/** A row deletes it. */
	void delete(long row) {
		this.deleted = row;
	}

	/** Another group gets its name, so that it must have lost it in a way not seen. */
	void displace() {
		this.displaced = true;
	}

	boolean isDisplaced() {
		return this.displaced;
	}

	/** The last row about it. */
	long last() {
		return this.last;
	}

	/** The row that gave up a name which is not known; 0: there is none. */
	long unknownNameEnds() {
		return (this.renamed > 0) ? this.renamed : (this.called == null) ? this.deleted : 0;
	}

	/** The row that deletes it; 0: there is none. */
	long deleted() {
		return this.deleted;
	}

}
