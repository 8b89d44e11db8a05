package io.groupbatch.importjob.send.doubt;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import io.groupbatch.journal.send.SendableRequest;

import org.jspecify.annotations.Nullable;

/**
 * What a person decided about rows in doubt ({@code resume RUN --decide ROW=ID|none}).
 *
 * @param byRow the decisions, by row
 */
public record OperatorDecisions(Map<Long, Decision> byRow) {

	public OperatorDecisions {
		byRow = Map.copyOf(byRow);
	}

	/** From what a person has typed: an id, or {@code none}. */
	public static OperatorDecisions of(Map<Long, String> typed) {
		return new OperatorDecisions(typed.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> Decision.of(entry.getValue()))));
	}

	/** The decision about a request, by any of its rows; null when there is none. */
	@Nullable Decision of(SendableRequest ready) {
		return ready.rows()
			.stream()
			.map((row) -> this.byRow.get(row.number()))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	/**
	 * One decision.
	 *
	 * @param group the group that the row has made; null: it has made none
	 */
	public record Decision(@Nullable UUID group) {

		static Decision of(String text) {
			return new Decision(text.equals("none") ? null : UUID.fromString(text));
		}

	}

}
