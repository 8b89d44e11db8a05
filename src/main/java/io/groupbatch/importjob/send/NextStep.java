package io.groupbatch.importjob.send;

import io.groupbatch.journal.Verb;
import io.groupbatch.portal.Answer;
import io.groupbatch.portal.Answer.Shape;

/**
 * What to do after an answer, decided by what it proves (design section 7, table; the
 * shapes are those of portal contract 2).
 */
enum NextStep {

	/** It shows the group: compare it with what was asked. */
	COMPARE,
	/** The group is gone, as asked. */
	GONE,
	/**
	 * The server has finished, but did not show the group: read it, and send what is
	 * missing.
	 */
	COMPLETE,
	/**
	 * The portal refused it, perhaps after a part of the work: read what is there, then
	 * compare.
	 */
	LOOK,
	/** The portal may have done it, or still be at it: nobody can tell. */
	DOUBT,
	/** A create named people whom the portal does not take: nothing was made. */
	WITHOUT_PEOPLE,
	/** The portal did nothing and never will. */
	REFUSED,
	/** The portal did nothing and asks to wait. */
	WAIT,
	/** Nothing left this computer. */
	RECONNECT,
	/** No request can get past this: the run stops, its rows stay to be sent. */
	STOP;

	static NextStep of(Verb verb, Answer answer) {
		return switch (answer.shape()) {
			case NOT_SENT -> RECONNECT;
			case LOST -> DOUBT;
			default -> (answer.status() / 100 == 2) ? success(verb, answer) : failure(verb, answer);
		};
	}

	private static NextStep success(Verb verb, Answer answer) {
		if (verb == Verb.DELETE) {
			return (answer.shape() == Shape.EMPTY || answer.shape() == Shape.GROUP) ? GONE : COMPLETE;
		}
		return (answer.shape() == Shape.GROUP) ? COMPARE : finished(verb);
	}

	private static NextStep failure(Verb verb, Answer answer) {
		return switch (answer.status()) {
			case 401, 402, 405 -> STOP;
			case 403 -> forbidden(verb, answer);
			case 404 -> (answer.shape() == Shape.ERROR) ? REFUSED : STOP;
			case 408 -> DOUBT;
			case 429 -> WAIT;
			case 400 -> (answer.shape() != Shape.ERROR) ? REFUSED : (verb == Verb.CREATE) ? WITHOUT_PEOPLE : LOOK;
			case 500 -> (answer.shape() == Shape.ERROR) ? finished(verb) : DOUBT;
			default -> other(answer);
		};
	}

	/**
	 * An InvalidOperation may come after a part of the work was done (portal contract
	 * 2.3, 9.5, 9.7).
	 */
	private static NextStep forbidden(Verb verb, Answer answer) {
		boolean inTheAction = answer.shape() == Shape.ERROR && !answer.accessDenied();
		return !inTheAction ? STOP : (verb == Verb.CREATE) ? DOUBT : LOOK;
	}

	/** A create leaves no id to look at, so that only a search could tell. */
	private static NextStep finished(Verb verb) {
		return (verb == Verb.CREATE) ? DOUBT : COMPLETE;
	}

	private static NextStep other(Answer answer) {
		if (answer.status() / 100 == 3) {
			return STOP;
		}
		return (answer.status() >= 500) ? DOUBT : REFUSED;
	}

}
