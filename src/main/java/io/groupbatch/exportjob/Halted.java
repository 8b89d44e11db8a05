package io.groupbatch.exportjob;

import io.groupbatch.journal.Halt;

/**
 * The portal cannot be read.
 */
public final class Halted extends RuntimeException {

	private final transient Halt halt;

	Halted(Halt halt, Throwable cause) {
		super(halt.sentence(), cause);
		this.halt = halt;
	}

	/** Why, and what to do. */
	public Halt halt() {
		return this.halt;
	}

}
