package io.groupbatch.portal;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

import io.groupbatch.portal.http.Answer;
import io.groupbatch.portal.http.Answer.Shape;
import io.groupbatch.portal.http.AnswerMeaning;
import io.groupbatch.portal.http.RequestedPause;
import io.groupbatch.text.DateTimeText;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when the portal cannot be used now. The message is one for people: what is
 * wrong, and what they can do. It never holds the key.
 */
public final class PortalException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private static final String NEEDS = "The key needs the scopes accounts:read and accounts:write, "
			+ "and must belong to a DocSpace admin or the owner.";

	/** What is wrong. */
	public enum Kind {

		/** No connection, or no answer. */
		UNREACHABLE,
		/** Something answers, but not as a portal does. */
		NOT_A_PORTAL,
		/**
		 * It has moved; redirects are not followed, because the key must not go
		 * elsewhere.
		 */
		REDIRECTED,
		/** The key is not known, or lacks a scope. */
		KEY_REFUSED,
		/** The key's owner, or this computer, may not do it. */
		NO_RIGHTS,
		/** The portal is there, but out of service or damaged. */
		UNAVAILABLE,
		/** A limit is used up; see {@link PortalException#pause}. */
		BUSY,
		/**
		 * Its lists do not hold what they say, or change faster than they can be read.
		 */
		UNSTEADY

	}

	private final Kind kind;

	private final @Nullable Duration pause;

	PortalException(Kind kind, String sentence, @Nullable Duration pause) {
		super(sentence);
		this.kind = kind;
		this.pause = pause;
	}

	/**
	 * Says what an answer means that no request can get past.
	 * @param portal the portal's address
	 * @param answer the answer
	 * @return the exception, not thrown
	 */
	public static PortalException of(URI portal, Answer answer) {
		Kind kind = kindOf(answer);
		return (kind == Kind.BUSY) ? busy(portal, RequestedPause.afterAll(answer, ThreadLocalRandom.current()))
				: new PortalException(kind, sentence(kind, portal, answer), null);
	}

	private static PortalException busy(URI portal, RequestedPause pause) {
		return new PortalException(Kind.BUSY, portal + " takes no more requests for now." + pause.remark()
				+ " Try again after " + DateTimeText.of(Instant.now().plus(pause.length())) + ".", pause.length());
	}

	private static Kind kindOf(Answer answer) {
		return switch (answer.meaning()) {
			case NOT_SENT, LOST -> Kind.UNREACHABLE;
			case RATE_LIMITED, FOREIGN_RATE_LIMIT -> Kind.BUSY;
			case KEY_REFUSED, KEY_WITHOUT_SCOPE -> Kind.KEY_REFUSED;
			case NO_RIGHTS, ADDRESS_REFUSED, FORBIDDEN -> Kind.NO_RIGHTS;
			case REDIRECT -> Kind.REDIRECTED;
			case INVALID, NOT_FOUND, REFUSED_MIDWAY, DAMAGED_GROUP, OUT_OF_SERVICE, BROKEN_OFF, SERVER_TROUBLE ->
				Kind.UNAVAILABLE;
			case CONTENT, NO_CONTENT, FINISHED -> Kind.NOT_A_PORTAL;
			case FOREIGN_REFUSAL, OUT_OF_TIME, NO_ANSWER_OF_A_PORTAL -> likely(answer);
		};
	}

	/** What an answer that proves nothing is most likely to come from. */
	private static Kind likely(Answer answer) {
		return switch (answer.shape()) {
			case PROBLEM, ERROR, VALIDATION, UNSUPPORTED ->
				(answer.status() == 401) ? Kind.KEY_REFUSED : Kind.UNAVAILABLE;
			case EMPTY, TEXT -> (answer.status() == 401) ? Kind.KEY_REFUSED
					: (answer.status() == 402) ? Kind.UNAVAILABLE : Kind.NOT_A_PORTAL;
			default -> Kind.NOT_A_PORTAL;
		};
	}

	private static String sentence(Kind kind, URI portal, Answer answer) {
		String words = answer.words().isEmpty() ? "status " + answer.status() : answer.words();
		return switch (kind) {
			case UNREACHABLE -> isSentence(words) ? "No connection to " + portal + ": " + words
					: "No answer from " + portal + " (" + words + "). Check the address and the network.";
			case REDIRECTED -> "The portal redirects to " + target(answer) + "; give that address with --portal.";
			case KEY_REFUSED -> (answer.status() == 401)
					? portal + " does not accept the API key: it is mistyped, expired, switched off, "
							+ "or made for another portal. Make a new one there."
					: portal + " does not let this API key do that. " + NEEDS;
			case NO_RIGHTS -> portal + " refuses the API key's owner or this computer (" + words + "). " + NEEDS;
			case NOT_A_PORTAL -> portal + notAPortal(answer, words) + " Check the address.";
			default -> unavailable(portal, answer, words);
		};
	}

	/** Then it says itself what to do. */
	private static boolean isSentence(String words) {
		return words.endsWith(".") || words.endsWith("?");
	}

	private static String unavailable(URI portal, Answer answer, String words) {
		if (answer.status() == 402) {
			return portal + " is not paid for. Its owner can fix that in its payment settings.";
		}
		if (answer.meaning() == AnswerMeaning.DAMAGED_GROUP) {
			return portal + " cannot read its own groups (" + words + "). One of them seems to have two managers; "
					+ "ask its administrator to delete it.";
		}
		return portal + " is out of service (" + words + "). Try again later.";
	}

	private static String notAPortal(Answer answer, String words) {
		return (answer.shape() == Shape.PAGE)
				? " answered with a web page, not with the portal's API (" + answer.status() + ": " + words + ")."
				: " did not answer as a portal does (" + words + ").";
	}

	private static String target(Answer answer) {
		String location = answer.location();
		return (location != null) ? location.replaceFirst("/*(/api/.*)?$", "") : "another address";
	}

	/** What kind of failure it is: decides the exit code and whether a retry can help. */
	public Kind kind() {
		return this.kind;
	}

	/**
	 * How long to leave the portal alone, from now; null if that is no matter.
	 */
	public @Nullable Duration pause() {
		return this.pause;
	}

}
