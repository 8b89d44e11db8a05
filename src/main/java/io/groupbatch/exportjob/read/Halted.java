package io.groupbatch.exportjob.read;

import io.groupbatch.journal.run.Halt;

/**
 * The portal cannot be read.
 */
public final class Halted extends RuntimeException {

	private final transient Halt halt;

	public Halted(Halt halt, Throwable cause) {
		super(halt.sentence(), cause);
		this.halt = halt;
	}

	/** Why, and what to do. */
	public Halt halt() {
		return this.halt;
	}

}
