package io.groupbatch.journal.send;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.groupbatch.journal.row.BlockReason;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.OmittedPerson;
import io.groupbatch.journal.row.RowResult;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.sql.RowId;
import io.groupbatch.journal.sql.Sql;
import io.groupbatch.journal.sql.SqlArrays;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Deletes that must not be sent, because an earlier row that takes people out of the
 * group, or puts its people into another one, was not done whole. Every call joins the
 * caller's transaction. Thread-safe.
 */
final class BlockedDeletes {

	private static final String NOT_WHOLE = "(o.status IS NULL OR o.status NOT IN ('SUCCEEDED', 'UNCHANGED')"
			+ " OR o.code = 'EXISTING_SKIPPED')";

	private final JdbcTemplate jdbc;

	BlockedDeletes(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Why deletes must not be sent, by the request: all that they need is settled. Also
	 * for deletes that were planned before this was looked at.
	 */
	Map<Long, BlockReason> among(Collection<Long> deletes) {
		Map<Long, BlockReason> held = new HashMap<>();
		if (deletes.isEmpty()) {
			return held;
		}
		Object ids = Sql.array(deletes);
		this.jdbc.query("""
				SELECT own.last_request, p.id %s row_plan own ON own.last_request = wanted.id
				LEFT JOIN row_plan p ON p.group_ref = own.group_ref AND p.id < own.id
				LEFT JOIN input_row i ON i.id = p.id LEFT JOIN outcome o ON o.id = p.id
				WHERE i.operation IN ('move-members', 'remove-members', 'set-members') AND %s
				ORDER BY p.id""".formatted(Sql.fromKeys("wanted(id)"), NOT_WHOLE), (rows) -> {
			held.putIfAbsent(rows.getLong("last_request"),
					new BlockReason(BlockReason.Cause.TAKES_OUT, RowId.row(rows.getLong("id")), null));
		}, ids);
		List<NotWhole> candidates = this.jdbc.query("""
				SELECT n.request, own.group_ref, p.id, p.members, p.manager, o.not_applied, o.status, o.code
				%s request_need n ON n.request = wanted.id
				LEFT JOIN row_plan own ON own.last_request = n.request
				LEFT JOIN row_plan p ON p.last_request = n.needs AND p.id < own.id
				LEFT JOIN outcome o ON o.id = p.id
				WHERE p.id IS NOT NULL AND %s ORDER BY p.id""".formatted(Sql.fromKeys("wanted(id)"), NOT_WHOLE),
				(rows, index) -> notWhole(rows), ids);
		Map<Long, Set<UUID>> members = new HashMap<>();
		for (NotWhole row : candidates) {
			Set<UUID> people = members.computeIfAbsent(row.groupRef(), this::everMembers);
			if (row.people().stream().anyMatch(people::contains)) {
				held.putIfAbsent(row.delete(), new BlockReason(BlockReason.Cause.PUTS_ELSEWHERE, row.row(), null));
			}
		}
		return held;
	}

	/** Everybody who was in a group before the run, or whom the run put into it. */
	private Set<UUID> everMembers(long ref) {
		Set<UUID> all = new HashSet<>(
				this.jdbc.queryForList("SELECT person FROM membership WHERE ref = ?", UUID.class, ref));
		this.jdbc.query("SELECT adds, manager FROM request WHERE group_ref = ? OR target_ref = ?", (rows) -> {
			all.addAll(SqlArrays.uuids(rows, "adds"));
			UUID manager = rows.getObject("manager", UUID.class);
			if (manager != null) {
				all.add(manager);
			}
		}, ref, ref);
		return all;
	}

	private static NotWhole notWhole(ResultSet rows) throws SQLException {
		List<UUID> people = new ArrayList<>(SqlArrays.uuids(rows, "not_applied"));
		Code code = RowResult.code(rows.getString("code"));
		boolean leftOutOnly = RowStatus.PARTIAL.name().equals(rows.getString("status")) && OmittedPerson.isReason(code);
		UUID manager = rows.getObject("manager", UUID.class);
		if (manager != null && !leftOutOnly) {
			people.add(manager);
		}
		if (code == Code.EXISTING_SKIPPED) {
			people.addAll(SqlArrays.uuids(rows, "members"));
		}
		return new NotWhole(rows.getLong("request"), rows.getLong("group_ref"), RowId.row(rows.getLong("id")), people);
	}

	private record NotWhole(long delete, long groupRef, long row, List<UUID> people) {
	}

}
