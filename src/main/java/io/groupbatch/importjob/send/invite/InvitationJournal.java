package io.groupbatch.importjob.send.invite;

import java.util.List;
import java.util.stream.Collectors;

import io.groupbatch.importjob.row.PersonMapper;
import io.groupbatch.journal.invite.Invitation;
import io.groupbatch.journal.invite.Invitation.State;
import io.groupbatch.journal.invite.Invitations;
import io.groupbatch.journal.people.PortalPeople;
import io.groupbatch.journal.plan.PlanReset;
import io.groupbatch.journal.send.SendableRequests;
import io.groupbatch.portal.payload.Person;

import org.springframework.transaction.support.TransactionTemplate;

/**
 * The invitations of one run in the journal. Each change is a transaction of its own;
 * marks are on the disk when {@link #mark} returns.
 */
public final class InvitationJournal {

	private final long run;

	private final Invitations invitations;

	private final PortalPeople people;

	private final PlanReset plan;

	private final SendableRequests requests;

	private final TransactionTemplate transaction;

	public InvitationJournal(long run, Invitations invitations, PortalPeople people, PlanReset plan,
			SendableRequests requests, TransactionTemplate transaction) {
		this.run = run;
		this.invitations = invitations;
		this.people = people;
		this.plan = plan;
		this.requests = requests;
		this.transaction = transaction;
	}

	List<Invitation> planned(int most) {
		return this.invitations.in(this.run, State.PLANNED, most);
	}

	List<Invitation> sent() {
		return this.invitations.in(this.run, State.SENT, Integer.MAX_VALUE);
	}

	/** Whether any run may have sent an invitation whose result is not known. */
	boolean isAnySent() {
		return this.invitations.isAnySent();
	}

	/**
	 * Marks invitations as being sent.
	 * @return the same, marked
	 */
	List<Invitation> mark(List<Invitation> batch) {
		this.transaction.executeWithoutResult((status) -> this.invitations.mark(this.run, batch));
		this.requests.force();
		return batch.stream().map(Invitation::marked).toList();
	}

	/** Takes the mark off invitations that have certainly not left. */
	void unmark(List<Invitation> batch) {
		this.transaction.executeWithoutResult((status) -> this.invitations.unmark(this.run, batch));
	}

	/** Records what is known of invitations, and the people whom the portal has. */
	void record(List<Invitation> known, List<Person> found) {
		this.transaction.executeWithoutResult((status) -> {
			this.invitations.record(this.run, known);
			this.people.replace(this.run, List.of(), found.stream().map(PersonMapper::entry).toList());
		});
	}

	/**
	 * Drops the plan, and the placeholders in it: the next step makes it once more, with
	 * the people whom the portal has now. Nothing is lost when it is done again.
	 */
	public void dropPlan() {
		this.transaction.executeWithoutResult((status) -> {
			this.people.replace(this.run,
					this.invitations.all(this.run)
						.stream()
						.map((invitation) -> Invitation.placeholder(this.run, invitation.address()))
						.collect(Collectors.toSet()),
					List.of());
			this.plan.reset(this.run);
		});
	}

}
