package io.groupbatch.batch;

import io.groupbatch.journal.run.StopCause;
import io.groupbatch.journal.run.StopReason;
import io.groupbatch.portal.PortalException;

/**
 * Translates a failure of the portal into the reason why a run stops.
 */
public final class PortalStopCauses {

	private PortalStopCauses() {
	}

	/**
	 * Why the run stops; its rows stay to be sent.
	 */
	public static StopCause halt(PortalException trouble) {
		return new StopCause(switch (trouble.kind()) {
			case KEY_REFUSED, NO_RIGHTS -> StopReason.KEY;
			case BUSY -> StopReason.PAUSED;
			case UNREACHABLE, NOT_A_PORTAL, REDIRECTED, UNAVAILABLE, UNSTEADY -> StopReason.PORTAL;
		}, String.valueOf(trouble.getMessage()));
	}

}
