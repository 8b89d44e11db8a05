package io.groupbatch.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.jspecify.annotations.Nullable;

/**
 * Which requests are in doubt or were, and what the journal knows that helps to tell
 * whose a found group is. Every call joins the caller's transaction. For the one thread
 * of the send step.
 */
@Repository
public class Doubts {

	private final JdbcTemplate batch;

	private final JdbcClient jdbc;

	public Doubts(JdbcTemplate batch, JdbcClient jdbc) {
		this.batch = batch;
		this.jdbc = jdbc;
	}

	/**
	 * Those of some groups of the portal that cannot be what a create in doubt has made:
	 * they were there when its run looked at the portal, or another request made them.
	 */
	public Set<UUID> strangersTo(PlannedRequest create, Collection<UUID> groups) {
		UUID[] ids = groups.toArray(UUID[]::new);
		return new HashSet<>(this.jdbc.sql("""
				SELECT w.id FROM UNNEST(?) w(id) LEFT JOIN known_group k
				ON k.run = (SELECT r.run FROM request r WHERE r.id = ?) AND k.portal_id = w.id WHERE k.ref IS NOT NULL
				UNION SELECT s.portal_id FROM UNNEST(?) w(id) LEFT JOIN seen_group s ON s.portal_id = w.id
				LEFT JOIN known_group k ON k.ref = s.ref WHERE k.portal_id IS NULL AND s.ref <> ?""")
			.params(ids, create.id(), ids, create.groupRef())
			.query(UUID.class)
			.list());
	}

	/**
	 * Notes how requests stand in doubt, and sets the rows of those free that no longer
	 * do.
	 */
	void record(List<RequestResult> results) {
		this.batch.batchUpdate("DELETE FROM doubt WHERE request = ?", results, Math.max(1, results.size()),
				(statement, result) -> statement.setLong(1, result.request().id()));
		this.batch.batchUpdate("INSERT INTO doubt (request, sent_at, losses, unanswered, open) VALUES (?, ?, ?, ?, ?)",
				results, Math.max(1, results.size()), (statement, result) -> {
					Doubt doubt = Objects.requireNonNull(result.doubt());
					statement.setLong(1, result.request().id());
					statement.setObject(2, doubt.sentAt());
					statement.setInt(3, doubt.losses());
					statement.setInt(4, doubt.unanswered());
					statement.setBoolean(5, result.state() == RequestState.IN_DOUBT);
				});
		results.stream().filter((result) -> result.state() != RequestState.IN_DOUBT).forEach(this::setFree);
	}

	/** Rows that a further request decides are open again, and remember the doubt. */
	private void setFree(RequestResult result) {
		Code code = Objects.requireNonNull(result.doubt()).code();
		PlannedRequest request = result.request();
		this.jdbc.sql("UPDATE row_plan SET after_doubt = ? WHERE last_request = ?")
			.param((code != null) ? code.name() : null)
			.param(request.judgedBy())
			.update();
		this.jdbc
			.sql("DELETE FROM outcome WHERE status = 'UNKNOWN' AND id IN"
					+ " (SELECT id FROM row_plan WHERE last_request IN (?, ?))")
			.params(request.id(), request.judgedBy())
			.update();
	}

	static @Nullable Doubt doubt(ResultSet rows) throws SQLException {
		OffsetDateTime sentAt = rows.getObject("doubt_sent_at", OffsetDateTime.class);
		return (sentAt != null) ? new Doubt(sentAt, rows.getInt("losses"), rows.getInt("unanswered"), null) : null;
	}

}
