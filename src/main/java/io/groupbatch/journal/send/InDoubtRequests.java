package io.groupbatch.journal.send;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.groupbatch.journal.plan.PlannedRequest;
import io.groupbatch.journal.plan.RequestState;
import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.sql.Sql;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import org.jspecify.annotations.Nullable;

/**
 * Which requests are in doubt or were, and what the journal knows that helps to tell
 * whose a found group is. Every call joins the caller's transaction. For the one thread
 * of the send step.
 */
@Repository
public class InDoubtRequests {

	private final JdbcTemplate jdbc;

	public InDoubtRequests(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Those of some groups of the portal that were there when the run of a create was
	 * planned. A group that a row was to make and that others made first is none of them.
	 */
	public Set<UUID> foundByPlan(PlannedRequest create, Collection<UUID> groups) {
		return groups.isEmpty() ? Set.of() : new HashSet<>(this.jdbc.queryForList("""
				SELECT w.id %s known_group k
				ON k.run = (SELECT r.run FROM request r WHERE r.id = ?) AND k.portal_id = w.id
				WHERE k.ref IS NOT NULL AND NOT k.appeared""".formatted(Sql.fromKeys("w(id)")), UUID.class,
				Sql.array(groups), create.id()));
	}

	/**
	 * Those of some groups of the portal that another request has made, or that another
	 * row of its run has taken for its own.
	 */
	public Set<UUID> madeByOthers(PlannedRequest create, Collection<UUID> groups) {
		return groups.isEmpty() ? Set.of()
				: new HashSet<>(this.jdbc.queryForList(
						"""
								SELECT s.portal_id %s seen_group s ON s.portal_id = w.id
								LEFT JOIN known_group k ON k.ref = s.ref
								WHERE s.ref <> ? AND (k.portal_id IS NULL OR k.run = (SELECT r.run FROM request r WHERE r.id = ?))"""
							.formatted(Sql.fromKeys("w(id)")),
						UUID.class, Sql.array(groups), create.groupRef(), create.id()));
	}

	/**
	 * Notes how requests stand in doubt, and sets the rows of those free that no longer
	 * do.
	 */
	void record(List<RequestResult> results) {
		remember(results);
		Sql.batch(this.jdbc, "DELETE FROM doubt WHERE request = ?", results,
				(result) -> Sql.values(result.request().id()));
		Sql.batch(this.jdbc, "INSERT INTO doubt (request, sent_at, losses, unanswered, open) VALUES (?, ?, ?, ?, ?)",
				results, (result) -> {
					InDoubtState doubt = Objects.requireNonNull(result.doubt());
					return Sql.values(result.request().id(), doubt.sentAt(), doubt.losses(), doubt.unanswered(),
							result.state() == RequestState.IN_DOUBT);
				});
		results.stream().filter((result) -> result.state() != RequestState.IN_DOUBT).forEach(this::setFree);
	}

	/**
	 * A create that was lost once may still give its name to a group, whatever is sent
	 * instead.
	 */
	private void remember(List<RequestResult> results) {
		List<RequestResult> creates = results.stream()
			.filter((result) -> result.request().verb() == RequestType.CREATE)
			.toList();
		Sql.batch(this.jdbc,
				"INSERT INTO lost_create (request, run, name) SELECT r.id, r.run, r.name FROM request r WHERE r.id = ?"
						+ " AND NOT EXISTS (SELECT 1 FROM lost_create l WHERE l.request = r.id)",
				creates, (result) -> Sql.values(result.request().id()));
	}

	/** Rows that a further request decides are open again, and remember the doubt. */
	private void setFree(RequestResult result) {
		Code code = Objects.requireNonNull(result.doubt()).code();
		PlannedRequest request = result.request();
		this.jdbc.update("UPDATE row_plan SET after_doubt = ? WHERE last_request = ?",
				(code != null) ? code.name() : null, request.judgedBy());
		this.jdbc.update("DELETE FROM outcome WHERE status = 'UNKNOWN' AND id IN"
				+ " (SELECT id FROM row_plan WHERE last_request IN (?, ?))", request.id(), request.judgedBy());
	}

	static @Nullable InDoubtState doubt(ResultSet rows) throws SQLException {
		OffsetDateTime sentAt = rows.getObject("doubt_sent_at", OffsetDateTime.class);
		return (sentAt != null) ? new InDoubtState(sentAt, null, rows.getInt("losses"), rows.getInt("unanswered"), null)
				: null;
	}

}
