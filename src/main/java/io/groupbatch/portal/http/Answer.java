package io.groupbatch.portal.http;

import java.time.Duration;

import io.groupbatch.portal.payload.Group;

import org.jspecify.annotations.Nullable;

/**
 * What came back for one request, or that nothing did. What it means for a row is for the
 * caller to say; texts are for people and must never be compared, because the portal
 * translates them.
 *
 * @param status the HTTP status line's number; 0 when no whole answer arrived
 * @param shape what kind of body it was
 * @param group the group, for {@link Shape#GROUP} only
 * @param words the portal's own words, or ours for what went wrong on the way; one line,
 * clean, perhaps empty
 * @param errorType the .NET type of an {@link Shape#ERROR}, if the portal shows it
 * @param pause what a 429 says of its limit, or who else asks to wait
 * @param location where a redirect points
 */
public record Answer(int status, Shape shape, @Nullable Group group, String words, @Nullable String errorType,
		@Nullable Pause pause, @Nullable String location) {

	/** The shapes of an answer (portal contract 2, A to G), and the ways to have none. */
	public enum Shape {

		/** 2xx with a readable group. */
		GROUP,
		/** No body (E, and the 204 of a delete). */
		EMPTY,
		/** The envelope of anything thrown in an action (A). */
		ERROR,
		/** A wrapped problem with status 400: refused before the action (B). */
		VALIDATION,
		/** A wrapped problem with another status, such as 415 (C). */
		UNSUPPORTED,
		/** A bare problem document: state of the portal, or payment (D). */
		PROBLEM,
		/** A web page, from a proxy or from something that is no portal (F). */
		PAGE,
		/** Plain words (G). */
		TEXT,
		/** A whole answer whose content is not what it should be. */
		UNREADABLE,
		/** It is certain that nothing of the request left this computer. */
		NOT_SENT,
		/** Sent, perhaps, and no whole answer came: the portal may have done it. */
		LOST

	}

	/**
	 * How the portal limits us (portal contract 4).
	 *
	 * @param retryAfter how long to wait, if it says so
	 * @param limit the limit that was hit, by which the limits can be told apart
	 */
	public record Pause(@Nullable Duration retryAfter, @Nullable Integer limit) {
	}

	/** No answer, of which no more is known. */
	public static Answer none() {
		return of(0, Shape.LOST, "no answer");
	}

	/** An answer that told too little of a group to prove anything. */
	public static Answer incomplete(int status, String words) {
		return of(status, Shape.UNREADABLE, words);
	}

	/** The same, with the group as another answer showed it. */
	public Answer showing(Group other) {
		return of(this.status, other);
	}

	static Answer of(int status, Group group) {
		return new Answer(status, Shape.GROUP, group, "", null, null, null);
	}

	public static Answer of(int status, Shape shape, String words) {
		return new Answer(status, shape, null, words, null, null, null);
	}

	/** What it proves. */
	public AnswerMeaning meaning() {
		return AnswerMeaning.of(this);
	}

	/**
	 * Whether an action of the portal has thrown it: then the portal is no longer working
	 * on the request.
	 */
	public boolean isThrown() {
		return this.shape == Shape.ERROR;
	}

}
