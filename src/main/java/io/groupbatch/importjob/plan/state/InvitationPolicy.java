package io.groupbatch.importjob.plan.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.groupbatch.importjob.options.ImportOptions.Invite;
import io.groupbatch.importjob.row.PeopleIndex;
import io.groupbatch.journal.invite.Invitation;

import org.jspecify.annotations.Nullable;

/**
 * Decides who of a file is invited. In the first plan of a run, people whom the options
 * allow are planned as if they were on the portal, each with a placeholder in place of an
 * id. In the plan that is made once more after the invitations, everybody has an id or is
 * not on the portal, and nobody is invited. For one thread.
 */
public final class InvitationPolicy {

	/** Nobody is invited. */
	public static final InvitationPolicy NONE = new InvitationPolicy(0, null, List.of(), false);

	private final long run;

	private final @Nullable Invite options;

	private final boolean decided;

	private final Map<String, Invitation> known = new HashMap<>();

	private final Map<UUID, String> emails = new HashMap<>();

	private final List<Invitation> fresh = new ArrayList<>();

	/**
	 * A policy for one plan.
	 * @param options who may be invited, null: nobody
	 * @param known the invitations that the journal has
	 * @param decided whether the invitations were sent
	 */
	public InvitationPolicy(long run, @Nullable Invite options, Collection<Invitation> known, boolean decided) {
		this.run = run;
		this.options = options;
		this.decided = decided;
		known.forEach(this::keep);
	}

	/** Whether the plan is the one that is made after the invitations. */
	public boolean isDecided() {
		return this.decided;
	}

	/** Whether the plan may invite people at all. */
	boolean isActive() {
		return this.options != null && !this.decided;
	}

	/** Whether an id stands for a person who is not on the portal yet. */
	boolean isPlaceholder(UUID person) {
		return !this.decided && this.emails.containsKey(person);
	}

	/** The address of the person for whom an id stands, null when it is a real id. */
	@Nullable String email(UUID placeholder) {
		return this.emails.get(placeholder);
	}

	/**
	 * The invitation of a person whom the portal does not know; null when there is none.
	 * @param joining whether the person is to be in a group; else only a person is found
	 * whom another row invites
	 */
	@Nullable Invitation of(String email, boolean joining) {
		if (this.options == null || this.decided) {
			return null;
		}
		String address = PeopleIndex.key(email);
		Invitation there = this.known.get(address);
		if (there != null || !joining || !this.options.allows(email)) {
			return there;
		}
		Invitation made = Invitation.planned(this.run, address, email.strip());
		keep(made);
		this.fresh.add(made);
		return made;
	}

	/** Whether a person was to be invited, and could not be. */
	boolean isRefused(String email) {
		Invitation invitation = this.known.get(PeopleIndex.key(email));
		return this.decided && invitation != null && invitation.state() == Invitation.State.REFUSED;
	}

	/** The invitations that were made since this was asked last. */
	public List<Invitation> takeFresh() {
		List<Invitation> taken = List.copyOf(this.fresh);
		this.fresh.clear();
		return taken;
	}

	private void keep(Invitation invitation) {
		this.known.put(invitation.address(), invitation);
		this.emails.put(invitation.person(), invitation.email());
	}

}
