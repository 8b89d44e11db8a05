package io.groupbatch.batch;

import io.groupbatch.journal.run.Halt;
import io.groupbatch.journal.run.StopReason;
import io.groupbatch.portal.PortalTrouble;

/**
 * What trouble with the portal means for a run.
 */
public final class Troubles {

	private Troubles() {
	}

	/**
	 * Why the run stops; its rows stay to be sent.
	 */
	public static Halt halt(PortalTrouble trouble) {
		return new Halt(switch (trouble.kind()) {
			case KEY_REFUSED, NO_RIGHTS -> StopReason.KEY;
			case BUSY -> StopReason.PAUSED;
			case UNREACHABLE, NOT_A_PORTAL, REDIRECTED, UNAVAILABLE, UNSTEADY -> StopReason.PORTAL;
		}, String.valueOf(trouble.getMessage()));
	}

}
