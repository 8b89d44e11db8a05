package io.groupbatch.sandbox.state;

/**
 * What the portal's settings say about invitations by mail (portal contract 7.3).
 *
 * @param allowed whether members may be invited at all
 * @param paidSeats how many room admins and DocSpace admins there may be, the owner
 * included
 * @param perDay how many addresses the whole portal takes in one day; 0: any number
 */
public record InvitationRules(boolean allowed, int paidSeats, int perDay) {

	/** The settings of a new portal for self-hosting: nothing is limited. */
	public static InvitationRules open() {
		return new InvitationRules(true, Integer.MAX_VALUE, 0);
	}

}
