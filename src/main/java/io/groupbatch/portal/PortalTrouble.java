package io.groupbatch.portal;

import java.net.URI;
import java.time.Duration;

import io.groupbatch.portal.Answer.Pause;
import io.groupbatch.portal.Answer.Shape;
import org.jspecify.annotations.Nullable;

/**
 * The portal cannot be used now. The message is one for people: what is wrong, and what
 * they can do. It never holds the key.
 */
public final class PortalTrouble extends RuntimeException {

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
		 * It has moved; redirects are not followed, for the key must not go elsewhere.
		 */
		REDIRECTED,
		/** The key is not known, or lacks a scope. */
		KEY_REFUSED,
		/** The key's owner, or this computer, may not do it. */
		NO_RIGHTS,
		/** The portal is there, but out of service or damaged. */
		UNAVAILABLE,
		/** A limit is used up; see {@link PortalTrouble#pause}. */
		BUSY,
		/** It changes faster than its lists can be read. */
		UNSTEADY

	}

	private final Kind kind;

	private final @Nullable Duration pause;

	PortalTrouble(Kind kind, String sentence, @Nullable Duration pause) {
		super(sentence);
		this.kind = kind;
		this.pause = pause;
	}

	/**
	 * Says what an answer means that no request can get past.
	 * @param portal the portal's address
	 * @param answer the answer
	 * @return the trouble, not thrown
	 */
	public static PortalTrouble of(URI portal, Answer answer) {
		if (answer.status() == 429) {
			Pause pause = answer.pause();
			return new PortalTrouble(Kind.BUSY, portal + " takes no more requests for now. Try again later.",
					(pause != null) ? pause.retryAfter() : null);
		}
		Kind kind = kindOf(answer);
		return new PortalTrouble(kind, sentence(kind, portal, answer), null);
	}

	private static Kind kindOf(Answer answer) {
		int status = answer.status();
		return switch (answer.shape()) {
			case NOT_SENT, LOST -> Kind.UNREACHABLE;
			default -> switch (status) {
				case 401 -> isForeign(answer) ? Kind.NOT_A_PORTAL : Kind.KEY_REFUSED;
				case 402 -> isForeign(answer) ? Kind.NOT_A_PORTAL : Kind.UNAVAILABLE;
				case 403 -> forbidden(answer);
				default -> (status / 100 == 3) ? Kind.REDIRECTED : (status >= 500) ? Kind.UNAVAILABLE : other(answer);
			};
		};
	}

	private static Kind forbidden(Answer answer) {
		return switch (answer.shape()) {
			case EMPTY -> Kind.KEY_REFUSED;
			case TEXT -> Kind.NO_RIGHTS;
			case ERROR -> isDamage(answer) ? Kind.UNAVAILABLE : Kind.NO_RIGHTS;
			default -> other(answer);
		};
	}

	private static boolean isForeign(Answer answer) {
		return answer.shape() == Shape.PAGE || answer.shape() == Shape.UNREADABLE;
	}

	private static Kind other(Answer answer) {
		return switch (answer.shape()) {
			case PROBLEM, ERROR, VALIDATION, UNSUPPORTED -> Kind.UNAVAILABLE;
			default -> Kind.NOT_A_PORTAL;
		};
	}

	/** A group with two managers fails every read it is part of (portal contract 9.5). */
	private static boolean isDamage(Answer answer) {
		return answer.errorType() != null && answer.errorType().endsWith("InvalidOperationException");
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
			return portal + " is not paid for. Its owner can mend that in its payment settings.";
		}
		if (answer.status() == 403 && isDamage(answer)) {
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

	public Kind kind() {
		return this.kind;
	}

	/**
	 * How long the portal asked to be left alone.
	 * @return the time from now, or null if it did not say
	 */
	public @Nullable Duration pause() {
		return this.pause;
	}

}
