package io.groupbatch.cli;

import java.util.Collection;
import java.util.Comparator;

/**
 * What the shell is told (design section 9). The order is that of precedence: when
 * several apply, the first of them counts.
 */
enum ExitCode {

	/** Stopped by Ctrl-C (SIGINT). */
	INTERRUPTED(130),
	/** Stopped by SIGTERM. */
	TERMINATED(143),
	/** A mistake of the program. */
	INTERNAL_ERROR(70),
	/** The journal or a report cannot be written. */
	CANNOT_WRITE(73),
	/** A setting is missing or wrong. */
	CONFIGURATION(78),
	/** The key, or what it may do. */
	KEY_OR_RIGHTS(77),
	/** The portal is not there, or is not one. */
	PORTAL_NOT_REACHABLE(69),
	/** The portal asks to come back later. */
	PAUSED(75),
	/** A guard, a lock, a changed file, or nobody said yes. */
	STOPPED(4),
	/** Rows are wrong; nothing was sent. */
	BAD_INPUT(65),
	/** The command line is wrong. */
	USAGE(64),
	/** Finished, but some rows are in doubt. */
	SOME_UNKNOWN(3),
	/** Finished, but some rows were not done. */
	SOME_NOT_DONE(1),
	/** The portal is not as the file wants it; said only where it was asked for. */
	DIFFERENCES(2),
	/** All rows are as they should be. */
	OK(0);

	private final int code;

	ExitCode(int code) {
		this.code = code;
	}

	/** The number that the shell sees. */
	int code() {
		return this.code;
	}

	/** The one that counts when several apply; all is well when none does. */
	static ExitCode first(Collection<ExitCode> several) {
		return several.stream().min(Comparator.naturalOrder()).orElse(OK);
	}

}
