package io.groupbatch.journal.send;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import io.groupbatch.journal.plan.GroupState;
import io.groupbatch.journal.plan.PlannedRequest;
import io.groupbatch.journal.plan.Requests;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.sql.Sql;
import io.groupbatch.journal.sql.SqlArrays;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What others have done to the groups of a run since it was planned, as a run sees that
 * sends an old plan, and what is sent instead.
 * <p>
 * What others did counts from then on as having been so before the run: so undo leaves it
 * alone, and the audit does not tell it of the run. Every writing call is its own
 * transaction, forced to the disk before it returns, as a mark is: a request may leave
 * after it. Thread-safe.
 */
@Repository
public class ExternalChanges {

	private final JdbcTemplate jdbc;

	private final Requests requests;

	private final PlanBaseline before;

	private final TransactionTemplate alone;

	public ExternalChanges(JdbcTemplate jdbc, Requests requests, PlanBaseline before,
			PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.requests = requests;
		this.before = before;
		this.alone = new TransactionTemplate(transactions);
		this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/** Whether a group was found to be changed by others, in this start or before. */
	public boolean isChanged(long ref) {
		return Sql.one(this.jdbc, Boolean.class, "SELECT changed FROM known_group WHERE ref = ?", ref);
	}

	/** The rows that a request serves, whether it decides them itself or a later one. */
	public Served served(PlannedRequest request) {
		Set<Operation> operations = new HashSet<>();
		Set<String> names = new HashSet<>();
		this.jdbc.query("SELECT i.operation, p.group_name FROM row_plan p LEFT JOIN input_row i ON i.id = p.id"
				+ " WHERE p.last_request IN (?, ?)", (rows) -> {
					operations.add(Operation.of(rows.getString("operation")).orElseThrow());
					names.add(rows.getString("group_name"));
				}, request.id(), request.judgedBy());
		boolean begun = Sql.one(this.jdbc, Boolean.class,
				"SELECT EXISTS (SELECT 1 FROM request q LEFT JOIN result r ON r.request = q.id"
						+ " WHERE q.group_ref = ? AND q.judged_by = ? AND q.id <> ? AND r.sent_at IS NOT NULL)",
				request.groupRef(), request.judgedBy(), request.id());
		return new Served(operations, names, begun);
	}

	/**
	 * Whether the run did not make the group: the portal had it.
	 */
	public boolean isFound(long ref) {
		return Sql.one(this.jdbc, Boolean.class, "SELECT found_name IS NOT NULL FROM known_group WHERE ref = ?", ref);
	}

	/**
	 * Another user has changed a group.
	 * @param anew what is sent to it instead of what was planned
	 * @param now what it looks like
	 */
	public void changed(PlannedRequest anew, GroupState now) {
		long ref = anew.groupRef();
		durably(() -> {
			if (isFound(ref)) {
				addToBefore(ref, now);
			}
			this.jdbc.update("UPDATE known_group SET changed = TRUE WHERE ref = ?", ref);
			this.jdbc.update("UPDATE seen_group SET name = ?, manager = ?, people = ? WHERE ref = ?", now.name(),
					now.manager(), Sql.partsOrNull(now.people()), ref);
			plan(anew);
		});
	}

	/**
	 * Another user has changed a group, and nothing else is planned for it yet.
	 */
	public void changed(long ref) {
		durably(() -> this.jdbc.update("UPDATE known_group SET changed = TRUE WHERE ref = ?", ref));
	}

	/**
	 * Another user has made the group that a request was to make.
	 * @param anew what is sent to it instead
	 * @param now what it looks like
	 */
	public void appeared(PlannedRequest anew, GroupState now) {
		long ref = anew.groupRef();
		durably(() -> {
			this.jdbc.update(
					"UPDATE known_group SET portal_id = ?, found_name = ?, found_manager = ?, changed = TRUE, appeared = TRUE,"
							+ " state = CASE WHEN state = 'TO_MAKE' THEN 'FOUND' ELSE state END WHERE ref = ?",
					now.id(), now.name(), now.manager(), ref);
			join(ref, Set.copyOf(now.people()));
			plan(anew);
		});
	}

	private void plan(PlannedRequest anew) {
		this.requests.update(List.of(anew));
		this.jdbc.update("UPDATE request SET verb = ? WHERE id = ?", anew.verb().name(), anew.id());
	}

	/** Only what differs from the last state known: the rest the run itself has done. */
	private void addToBefore(long ref, GroupState now) {
		GroupSnapshot last = this.before.latest(ref).orElseThrow();
		if (!last.name().equals(now.name())) {
			this.jdbc.update("UPDATE known_group SET found_name = ? WHERE ref = ?", now.name(), ref);
		}
		if (!Objects.equals(last.manager(), now.manager())) {
			this.jdbc.update("UPDATE known_group SET found_manager = ? WHERE ref = ?", now.manager(), ref);
		}
		Set<UUID> there = this.before.latestMembers(ref);
		Set<UUID> here = Set.copyOf(now.people());
		join(ref, only(here, (person) -> !there.contains(person)));
		leave(ref, only(there, (person) -> !here.contains(person)));
	}

	private void join(long ref, Set<UUID> people) {
		for (List<UUID> part : SqlArrays.parts(List.copyOf(people))) {
			this.jdbc.update("""
					INSERT INTO membership (ref, person, run) SELECT g.ref, w.person, g.run FROM UNNEST(?) w(person)
					JOIN known_group g ON g.ref = ?
					WHERE NOT EXISTS (SELECT 1 FROM membership m WHERE m.ref = g.ref AND m.person = w.person)""",
					Sql.array(part), ref);
		}
	}

	private void leave(long ref, Set<UUID> people) {
		Sql.batch(this.jdbc, "DELETE FROM membership WHERE ref = ? AND person = ?", people,
				(person) -> Sql.values(ref, person));
	}

	private void durably(Runnable work) {
		this.alone.executeWithoutResult((status) -> work.run());
		this.jdbc.update(SendableRequests.FORCE);
	}

	private static Set<UUID> only(Set<UUID> people, Predicate<UUID> which) {
		return new HashSet<>(people.stream().filter(which).toList());
	}

	/**
	 * The rows that a request serves.
	 *
	 * @param operations what they ask for
	 * @param names what they call their group, each at its point of the file
	 * @param begun whether another request has been sent for them
	 */
	public record Served(Set<Operation> operations, Set<String> names, boolean begun) {

		public Served {
			operations = Set.copyOf(operations);
			names = Set.copyOf(names);
		}

		/**
		 * Whether all of them say how things must be, so that they can be planned again.
		 */
		public boolean areWishes() {
			return this.operations.stream().allMatch(Operation::isWish);
		}

	}

}
