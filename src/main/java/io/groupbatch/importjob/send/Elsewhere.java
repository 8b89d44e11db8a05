package io.groupbatch.importjob.send;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.groupbatch.journal.ReadyRequest;
import io.groupbatch.journal.Verb;

/**
 * The doubts of other runs of the same portal: no request of this run may touch such a
 * group while the portal may still be at it (design section 2). For the one thread of the
 * step.
 */
final class Elsewhere {

	private final Map<Long, ReadyRequest> doubts = new LinkedHashMap<>();

	private final Map<Long, List<ReadyRequest>> held = new HashMap<>();

	private final Set<Long> asked = new HashSet<>();

	Elsewhere(List<ReadyRequest> doubts) {
		doubts.forEach((doubt) -> this.doubts.put(doubt.request().id(), doubt));
	}

	/** The doubt that a request has to wait for, if any. */
	Optional<ReadyRequest> inTheWayOf(ReadyRequest request) {
		return this.doubts.values().stream().filter((doubt) -> isInTheWay(doubt, request)).findFirst();
	}

	/**
	 * Holds a request back.
	 * @return whether nobody asked for that doubt's end before
	 */
	boolean hold(ReadyRequest request, ReadyRequest doubt) {
		this.held.computeIfAbsent(doubt.request().id(), (id) -> new ArrayList<>()).add(request);
		return this.asked.add(doubt.request().id());
	}

	/** That doubt has come to its end: who waited for it? */
	List<ReadyRequest> release(ReadyRequest doubt) {
		this.doubts.remove(doubt.request().id());
		return Optional.ofNullable(this.held.remove(doubt.request().id())).orElse(List.of());
	}

	private static boolean isInTheWay(ReadyRequest doubt, ReadyRequest request) {
		if (doubt.request().verb() == Verb.GET) {
			return false;
		}
		if (doubt.group().id() != null) {
			return !Collections.disjoint(doubt.groupIds(), request.groupIds());
		}
		String name = doubt.request().change().name();
		return request.names().contains(name);
	}

}
