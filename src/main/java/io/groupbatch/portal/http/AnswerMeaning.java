package io.groupbatch.portal.http;

import org.jspecify.annotations.Nullable;

/**
 * What an answer proves: the one place that reads it from the status, the shape and the
 * headers together (portal contract 2 and 4). Only what has the form of the portal's own
 * answers proves anything; every other one may come from a proxy or firewall that has put
 * it in the place of a good answer. What follows from a meaning is for the caller to
 * decide: it differs between a read and a write, and from verb to verb.
 */
public enum AnswerMeaning {

	/** Success, with what was asked for. */
	CONTENT,
	/** 204 without a body: the portal's answer to a delete that is done. */
	NO_CONTENT,
	/** Another success that shows nothing: the portal has finished. */
	FINISHED,
	/** The portal's own error 500: it has finished, perhaps in the middle of its work. */
	BROKEN_OFF,
	/** The portal did nothing and never will: something in the request is invalid. */
	INVALID,
	/** The portal did nothing: it has no such group, user or key. */
	NOT_FOUND,
	/** The portal refused it, perhaps after a part of the work. */
	REFUSED_MIDWAY,
	/** The portal does not know the key; nothing was done. */
	KEY_REFUSED,
	/** 403 without a body: the key lacks a scope, unless something on the way says so. */
	KEY_WITHOUT_SCOPE,
	/**
	 * 403 in plain words: the portal does not serve this computer, unless something on
	 * the way says so.
	 */
	ADDRESS_REFUSED,
	/** The key's owner lacks the right; nothing was done. */
	NO_RIGHTS,
	/** The group has two managers, so that it cannot be read (portal contract 9.5). */
	DAMAGED_GROUP,
	/** The portal's own 403 that tells no reason: perhaps a part was done. */
	FORBIDDEN,
	/** The whole portal is closed, moved or not paid for; nothing was done. */
	OUT_OF_SERVICE,
	/** The portal did nothing, because a limit of its own is used up. */
	RATE_LIMITED,
	/** 429 that need not be the portal's, so that the request may have been done. */
	FOREIGN_RATE_LIMIT,
	/** It points elsewhere; the request may have been done. */
	REDIRECT,
	/**
	 * A refusal that need not be the portal's, such as a firewall's page: the request may
	 * have been done.
	 */
	FOREIGN_REFUSAL,
	/**
	 * Something on the way has lost patience with the request (408, 425, 499): it may
	 * have been done, or still be under way.
	 */
	OUT_OF_TIME,
	/** Any other status from 500 on: it may have been done, or still be under way. */
	SERVER_TROUBLE,
	/** A web page in the place of a good answer, or a status that no portal sends. */
	NO_ANSWER_OF_A_PORTAL,
	/** No whole answer came: it may have been done, or still be under way. */
	LOST,
	/** Nothing of the request left this computer. */
	NOT_SENT;

	static AnswerMeaning of(Answer answer) {
		return switch (answer.shape()) {
			case NOT_SENT -> NOT_SENT;
			case LOST -> LOST;
			default -> (answer.status() / 100 == 2) ? success(answer) : failure(answer);
		};
	}

	/**
	 * A page in place of an answer may come from anybody on the way, while the portal is
	 * still at it.
	 */
	private static AnswerMeaning success(Answer answer) {
		return switch (answer.shape()) {
			case GROUP -> CONTENT;
			case PAGE -> NO_ANSWER_OF_A_PORTAL;
			case EMPTY -> (answer.status() == 204) ? NO_CONTENT : FINISHED;
			default -> FINISHED;
		};
	}

	private static AnswerMeaning failure(Answer answer) {
		AnswerMeaning proven = switch (answer.shape()) {
			case ERROR -> thrown(answer);
			case VALIDATION -> (answer.status() == 400) ? INVALID : null;
			case UNSUPPORTED -> (answer.status() == 415) ? INVALID : null;
			case PROBLEM -> (answer.status() >= 402 && answer.status() <= 404) ? OUT_OF_SERVICE : null;
			case EMPTY -> ahead(answer);
			case TEXT -> (answer.status() == 403) ? ADDRESS_REFUSED : null;
			default -> null;
		};
		return (proven != null) ? proven : unproven(answer.status());
	}

	/** Thrown in an action of the portal. */
	private static @Nullable AnswerMeaning thrown(Answer answer) {
		return switch (answer.status()) {
			case 400 -> REFUSED_MIDWAY;
			case 401 -> KEY_REFUSED;
			case 402 -> OUT_OF_SERVICE;
			case 403 -> forbidden(answer.errorType());
			case 404 -> NOT_FOUND;
			case 415 -> INVALID;
			case 500 -> BROKEN_OFF;
			default -> null;
		};
	}

	/**
	 * Only some types say that the key's owner lacks the right: the others may come after
	 * part of the work was done (portal contract 2.1, 2.3).
	 */
	private static AnswerMeaning forbidden(@Nullable String type) {
		if (type == null) {
			return FORBIDDEN;
		}
		if (type.endsWith("InvalidOperationException")) {
			return DAMAGED_GROUP;
		}
		return (type.endsWith("AuthorizingException") || type.endsWith("SecurityException")
				|| type.endsWith("UnauthorizedAccessException")) ? NO_RIGHTS : FORBIDDEN;
	}

	/** Refused ahead of the action. The portal always says which limit is used up. */
	private static @Nullable AnswerMeaning ahead(Answer answer) {
		Answer.Pause pause = answer.pause();
		return switch (answer.status()) {
			case 401 -> KEY_REFUSED;
			case 403 -> KEY_WITHOUT_SCOPE;
			case 429 -> (pause != null && (pause.limit() != null || pause.retryAfter() != null)) ? RATE_LIMITED : null;
			default -> null;
		};
	}

	private static AnswerMeaning unproven(int status) {
		return switch (status) {
			case 408, 425, 499 -> OUT_OF_TIME;
			case 429 -> FOREIGN_RATE_LIMIT;
			default -> (status >= 500) ? SERVER_TROUBLE
					: (status >= 400) ? FOREIGN_REFUSAL : (status >= 300) ? REDIRECT : NO_ANSWER_OF_A_PORTAL;
		};
	}

	/** Whether it asks to wait before the next request. */
	public boolean isRateLimit() {
		return this == RATE_LIMITED || this == FOREIGN_RATE_LIMIT;
	}

	/**
	 * Whether the same request would be refused again, by whomever. The others tell of a
	 * server or a line that fails for the moment, or of one group.
	 */
	public boolean isRefusal() {
		return switch (this) {
			case INVALID, NOT_FOUND, REFUSED_MIDWAY, KEY_REFUSED, KEY_WITHOUT_SCOPE, ADDRESS_REFUSED, OUT_OF_SERVICE,
					REDIRECT, FOREIGN_REFUSAL ->
				true;
			default -> false;
		};
	}

	/** Whether a read may succeed when it is soon made once more. */
	public boolean mayPass() {
		return switch (this) {
			case NOT_SENT, LOST, BROKEN_OFF, SERVER_TROUBLE, OUT_OF_TIME -> true;
			default -> false;
		};
	}

	/** Of a read of a group: whether that group cannot be read, whoever asks. */
	public boolean isUnreadableGroup() {
		return this == DAMAGED_GROUP || this == FORBIDDEN;
	}

}
