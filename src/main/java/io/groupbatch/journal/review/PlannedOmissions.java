package io.groupbatch.journal.review;

import java.util.HashSet;
import java.util.Set;

import io.groupbatch.journal.row.OmittedPerson;
import io.groupbatch.journal.row.OmittedPerson.Why;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.row.Rows;
import io.groupbatch.journal.sql.RowId;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Counts whom the plan of a run leaves out. Every call joins the caller's transaction.
 * Thread-safe.
 */
@Repository
public class PlannedOmissions {

	private final JdbcTemplate jdbc;

	public PlannedOmissions(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** Counts them, of rows that are or were to be sent. */
	public Omissions of(long run) {
		Set<String> people = new HashSet<>();
		Set<Long> groups = new HashSet<>();
		Set<Long> withoutManager = new HashSet<>();
		Set<String> staying = new HashSet<>();
		Set<Long> managed = new HashSet<>();
		this.jdbc.query("SELECT p.group_ref, p.left_out, o.status FROM row_plan p LEFT JOIN outcome o ON o.id = p.id"
				+ " WHERE p.id > ? AND p.id < ? AND p.left_out IS NOT NULL", (rows) -> {
					long group = rows.getLong("group_ref");
					if (RowStatus.INVALID.name().equals(rows.getString("status"))) {
						return;
					}
					for (OmittedPerson person : Rows.leftOut(rows)) {
						if (person.why() == Why.MANAGES) {
							staying.add(person.written());
							managed.add(group);
						}
						else if (!person.holdsBack()) {
							people.add(person.written());
							groups.add(group);
							if (person.asManager()) {
								withoutManager.add(group);
							}
						}
					}
				}, RowId.before(run), RowId.after(run));
		return new Omissions(people.size(), groups.size(), withoutManager.size(), staying.size(), managed.size());
	}

	/**
	 * Whom a plan leaves out.
	 *
	 * @param people how many will be missing
	 * @param groups in how many groups
	 * @param managers in how many of these a person was to be the manager
	 * @param staying how many stay in a group that they were to leave, because they
	 * manage it
	 * @param managed in how many groups they stay
	 */
	public record Omissions(long people, long groups, long managers, long staying, long managed) {
	}

}
