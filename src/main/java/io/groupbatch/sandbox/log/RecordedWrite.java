package io.groupbatch.sandbox.log;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What one write really did to one group, whatever was answered. Only writes that got as
 * far as changing something, or had nothing to change, are recorded; a move is recorded
 * once for each of its groups.
 *
 * @param request the number of the request in {@link RequestLog}
 * @param method the HTTP method
 * @param group the group's id
 * @param began when the portal began to work at it
 * @param ended when the work was over
 * @param whole whether the work was done to its end
 * @param change what is different since
 */
public record RecordedWrite(long request, String method, UUID group, Instant began, Instant ended, boolean whole,
		Change change) {

	/**
	 * The difference that a write made by itself: what was so already is not in it.
	 *
	 * @param kind what became of the group itself
	 * @param name the name it was given; null if it kept its name
	 * @param manager the address of who was made manager; null if nobody was
	 * @param added addresses of those who were not members before
	 * @param removed addresses of those who were, disabled people included
	 */
	public record Change(Kind kind, @Nullable String name, @Nullable String manager, List<String> added,
			List<String> removed) {

	}

	/** What became of the group itself. */
	public enum Kind {

		CREATED, KEPT, DELETED

	}

}
