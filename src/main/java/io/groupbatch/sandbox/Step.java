package io.groupbatch.sandbox;

/**
 * The smallest part of a write, a transaction of its own in the real portal: either done
 * or not.
 *
 * @param removes whether it takes somebody out of a group
 * @param action what it does
 */
record Step(boolean removes, Runnable action) {

	static Step of(Runnable action) {
		return new Step(false, action);
	}

	static Step removing(Runnable action) {
		return new Step(true, action);
	}

}
