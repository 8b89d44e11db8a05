package io.groupbatch.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The record of what was done, and of what is being done. Not safe for threads; its user
 * locks.
 */
final class Deeds {

	private final int remembered;

	private final Deque<Deed> latest = new ArrayDeque<>();

	private final Map<UUID, Set<Work>> underWay = new HashMap<>();

	private int overlaps;

	Deeds(int remembered) {
		this.remembered = remembered;
	}

	/** Enters a work, and makes it and those under way at its groups rivals. */
	void begin(Work work) {
		Set<Work> rivals = new HashSet<>();
		for (UUID group : work.groups()) {
			Set<Work> others = this.underWay.computeIfAbsent(group, (key) -> new HashSet<>());
			rivals.addAll(others);
			others.add(work);
		}
		if (!rivals.isEmpty()) {
			this.overlaps++;
			rivals.forEach(work::meet);
		}
	}

	void end(Work work, List<Deed> deeds) {
		work.forgetRivals();
		for (UUID group : work.groups()) {
			Set<Work> others = this.underWay.getOrDefault(group, Set.of());
			others.remove(work);
			if (others.isEmpty()) {
				this.underWay.remove(group);
			}
		}
		for (Deed deed : deeds) {
			this.latest.addLast(deed);
			if (this.latest.size() > this.remembered) {
				this.latest.removeFirst();
			}
		}
	}

	Set<Work> underWay() {
		Set<Work> all = new HashSet<>();
		this.underWay.values().forEach(all::addAll);
		return all;
	}

	List<Deed> latest() {
		return List.copyOf(this.latest);
	}

	/** How many works began while another one was under way at one of their groups. */
	int overlaps() {
		return this.overlaps;
	}

}
