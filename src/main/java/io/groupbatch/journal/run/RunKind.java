package io.groupbatch.journal.run;

/**
 * What a run does.
 */
public enum RunKind {

	/** It imports a file. */
	IMPORT,
	/** It takes another run back. */
	UNDO,
	/** It reads a file, to compare the portal with it; nothing of it is kept. */
	VERIFY

}
