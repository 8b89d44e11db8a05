package io.groupbatch.portal;

import java.util.UUID;

/**
 * Which ids a list has shown, over several passes through it. Made for lists of a million
 * rows: an id takes some 40 bytes, where a set of the library takes 70, and one for each
 * question. For one thread.
 */
final class SeenIdTracker {

	private static final int FIRST_CAPACITY = 1 << 10;

	private long[] high = new long[FIRST_CAPACITY];

	private long[] low = new long[FIRST_CAPACITY];

	/** In which pass an id was seen last; 0: the place is free. */
	private byte[] lastPass = new byte[FIRST_CAPACITY];

	private int size;

	private byte pass = 1;

	private byte firstOfRound = 1;

	private int inPass;

	private int inRound;

	/**
	 * Sees an id.
	 * @return whether no pass has shown it before
	 */
	boolean add(UUID id) {
		if (2 * (this.size + 1) > this.lastPass.length) {
			grow();
		}
		int place = place(id.getMostSignificantBits(), id.getLeastSignificantBits());
		int before = this.lastPass[place];
		if (before == 0) {
			this.high[place] = id.getMostSignificantBits();
			this.low[place] = id.getLeastSignificantBits();
			this.size++;
		}
		if (before < this.pass) {
			this.lastPass[place] = this.pass;
			this.inPass++;
			this.inRound += (before < this.firstOfRound) ? 1 : 0;
		}
		return before == 0;
	}

	/** How many different ids this pass has shown. */
	int inPass() {
		return this.inPass;
	}

	/** How many different ids the passes of this round have shown. */
	int inRound() {
		return this.inRound;
	}

	/**
	 * What earlier passes have shown does not count any more: this one begins a round.
	 */
	void beginRound() {
		this.firstOfRound = this.pass;
		this.inRound = this.inPass;
	}

	/** Ends a pass. */
	void nextPass() {
		this.pass++;
		this.inPass = 0;
	}

	private int place(long highBits, long lowBits) {
		int mask = this.lastPass.length - 1;
		long mixed = (highBits ^ Long.rotateLeft(lowBits, 31)) * 0x9E3779B97F4A7C15L;
		int place = (int) (mixed >>> 32) & mask;
		while (this.lastPass[place] != 0 && (this.high[place] != highBits || this.low[place] != lowBits)) {
			place = (place + 1) & mask;
		}
		return place;
	}

	private void grow() {
		long[] oldHigh = this.high;
		long[] oldLow = this.low;
		byte[] oldPass = this.lastPass;
		this.high = new long[oldPass.length * 2];
		this.low = new long[oldPass.length * 2];
		this.lastPass = new byte[oldPass.length * 2];
		for (int i = 0; i < oldPass.length; i++) {
			if (oldPass[i] != 0) {
				int place = place(oldHigh[i], oldLow[i]);
				this.high[place] = oldHigh[i];
				this.low[place] = oldLow[i];
				this.lastPass[place] = oldPass[i];
			}
		}
	}

}
