package io.groupbatch.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which lines of the record are wanted.
 *
 * @param from the first moment, null: the beginning
 * @param until the moment after the last, null: now
 * @param portal the portal's address, null: all
 */
public record AuditFilter(@Nullable Instant from, @Nullable Instant until, @Nullable String portal) {

	/** Whether it is the whole record. */
	public boolean isAll() {
		return this.from == null && this.until == null && this.portal == null;
	}

	boolean has(List<String> line) {
		Instant at = OffsetDateTime.parse(line.get(AuditLine.TIME)).toInstant();
		return (this.from == null || !at.isBefore(this.from)) && (this.until == null || at.isBefore(this.until))
				&& (this.portal == null || this.portal.equals(line.get(AuditLine.PORTAL)));
	}

}
