package io.groupbatch.journal.send;

import java.time.Instant;
import java.time.OffsetDateTime;

import io.groupbatch.journal.row.Code;

import org.jspecify.annotations.Nullable;

/**
 * How a request came to be in doubt. It sticks: no later answer alone settles such a
 * request (docs/architecture.md, "In doubt").
 *
 * @param sentAt when it was sent last, by the clock of the computer: for the record only
 * @param leftAt when that was by the monotonic clock; the portal may be at it for a while
 * from then on. Null: an earlier start sent it, so that was before this one began
 * @param losses how many of its sendings proved nothing, at least one
 * @param unanswered how many of these the portal did not answer itself, so that it may
 * still have been at them
 * @param code what rows say that succeed in the end; null before the first lookup
 * @param refusal the status and first words of the last answer, when it was a refusal
 * that need not be the portal's; null when it was none, or an earlier start got it: a new
 * start sends again what was not done
 */
public record InDoubtState(OffsetDateTime sentAt, @Nullable Instant leftAt, int losses, int unanswered,
		@Nullable Code code, @Nullable Refusal refusal) {

	public InDoubtState(OffsetDateTime sentAt, @Nullable Instant leftAt, int losses, int unanswered,
			@Nullable Code code) {
		this(sentAt, leftAt, losses, unanswered, code, null);
	}

	/**
	 * A refusal that does not prove that nothing was done.
	 *
	 * @param status its HTTP status
	 * @param words its first words, one clean line, perhaps empty
	 * @param portal whether it looks like the portal's own
	 */
	public record Refusal(int status, String words, boolean portal) {

		/** {@code 403: Blocked}, or the status alone. */
		public String told() {
			return this.words.isEmpty() ? String.valueOf(this.status) : this.status + ": " + this.words;
		}

	}

	/**
	 * The same doubt after one more sending that proved nothing.
	 * @param doubt what was before, null: nothing
	 * @param answered whether the portal itself answered, and so has finished
	 */
	public static InDoubtState oneMore(@Nullable InDoubtState doubt, OffsetDateTime sentAt, @Nullable Instant leftAt,
			boolean answered) {
		int losses = (doubt != null) ? doubt.losses : 0;
		int unanswered = (doubt != null) ? doubt.unanswered : 0;
		return new InDoubtState(sentAt, leftAt, losses + 1, unanswered + (answered ? 0 : 1), null);
	}

	/**
	 * The same doubt, with what rows say that succeed in the end.
	 */
	public InDoubtState telling(@Nullable Code told) {
		return new InDoubtState(this.sentAt, this.leftAt, this.losses, this.unanswered, told, this.refusal);
	}

	/**
	 * The same doubt, in which a refusal left it.
	 */
	public InDoubtState after(@Nullable Refusal answer) {
		return new InDoubtState(this.sentAt, this.leftAt, this.losses, this.unanswered, this.code, answer);
	}

}
