package io.groupbatch.journal.send;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.journal.plan.GroupState;
import io.groupbatch.journal.plan.PlannedRequest;
import io.groupbatch.journal.plan.PlannedRow;
import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.journal.row.BlockReason;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.OmittedPerson;
import io.groupbatch.journal.row.Operation;

import org.jspecify.annotations.Nullable;

/**
 * A request at the head of its lane, with all that is needed to send and to judge it.
 *
 * @param request what to send
 * @param group the group as the journal knows it: by the portal's last answer; before
 * that, as it is at the end of the plan and without its people
 * @param target of a move, the group that takes the people; else null
 * @param rows the rows that its answer decides
 * @param blocked why it must not be sent: what it needs was not done; null when it may
 * @param doubt how earlier sendings of it left it in doubt; null when none did
 */
public record SendableRequest(PlannedRequest request, GroupState group, @Nullable GroupState target,
		List<WaitingRow> rows, @Nullable BlockReason blocked, @Nullable InDoubtState doubt) {

	public SendableRequest {
		rows = List.copyOf(rows);
	}

	public SendableRequest(PlannedRequest request, GroupState group, List<WaitingRow> rows,
			@Nullable BlockReason blocked, @Nullable InDoubtState doubt) {
		this(request, group, null, rows, blocked, doubt);
	}

	/** The same, with another doubt. */
	public SendableRequest in(@Nullable InDoubtState otherDoubt) {
		return new SendableRequest(this.request, this.group, this.target, this.rows, this.blocked, otherDoubt);
	}

	/** The same, which must not be sent. */
	public SendableRequest blocked(BlockReason why) {
		return new SendableRequest(this.request, this.group, this.target, this.rows, why, this.doubt);
	}

	/** The same rows, which another request about a group that is there decides. */
	public SendableRequest planned(PlannedRequest anew, GroupState otherGroup) {
		return new SendableRequest(anew, otherGroup, this.target, this.rows, this.blocked, this.doubt);
	}

	/**
	 * The people of a move: those whom it names, and unless it is about these only, those
	 * whom the portal has shown in the group since.
	 */
	public Set<UUID> moving() {
		Set<UUID> moving = new LinkedHashSet<>(this.request.change().removes());
		if (!movesSome()) {
			moving.addAll(this.group.people());
		}
		return moving;
	}

	/** Whether it moves only the people whom it names. */
	public boolean movesSome() {
		return this.request.verb() == RequestType.MOVE_SOME;
	}

	/** The groups of the portal that it is about. */
	public Set<UUID> groupIds() {
		return Stream.of(this.group.id(), (this.target != null) ? this.target.id() : null)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
	}

	/**
	 * Every name by which this request may know its group, or give it.
	 */
	public Set<String> names() {
		Set<String> names = this.rows.stream()
			.map(WaitingRow::groupName)
			.collect(Collectors.toCollection(HashSet::new));
		names.add(this.group.name());
		if (this.target != null) {
			names.add(this.target.name());
		}
		if (this.request.change().name() != null) {
			names.add(this.request.change().name());
		}
		return names;
	}

	/**
	 * A row that waits for an answer.
	 *
	 * @param number the row
	 * @param operation what it asks for
	 * @param groupName what its group is called at that point of the file
	 * @param wish what the answer is compared with
	 * @param requests how many requests are made for it
	 * @param afterDoubt what it says when it succeeds, because an earlier request of it
	 * was in doubt; else null
	 * @param leftOut people whom it names and who are not in its wish
	 */
	public record WaitingRow(long number, Operation operation, String groupName, PlannedRow.Wish wish, int requests,
			@Nullable Code afterDoubt, List<OmittedPerson> leftOut) {

		public WaitingRow {
			leftOut = List.copyOf(leftOut);
		}

		/** The same, about further people. */
		public WaitingRow and(List<UUID> people) {
			PlannedRow.Wish wider = new PlannedRow.Wish(this.wish.name(), this.wish.manager(),
					Stream.concat(this.wish.members().stream(), people.stream()).toList());
			return new WaitingRow(this.number, this.operation, this.groupName, wider, this.requests, this.afterDoubt,
					this.leftOut);
		}

	}

}
