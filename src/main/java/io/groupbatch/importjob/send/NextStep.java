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

	/**
	 * Whether an answer that proves nothing is a refusal: it would come again, so that
	 * what was not done is not sent again. The others tell of a server or a line that has
	 * trouble for the moment.
	 */
	static boolean isRefusal(Answer answer) {
		return switch (answer.shape()) {
			case NOT_SENT, LOST -> false;
			default -> answer.status() >= 300 && answer.status() < 500 && !isForTheMoment(answer.status())
					&& !(answer.status() == 403 && answer.shape() == Shape.ERROR);
		};
	}

	/** Time-outs, too early, too many, and a client that nginx believes to be gone. */
	private static boolean isForTheMoment(int status) {
		return status == 408 || status == 425 || status == 429 || status == 499;
	}

	/**
	 * A page in place of an answer may come from anybody on the way, while the portal is
	 * still at it. A delete is answered with 204, and with nothing else.
	 */
	private static NextStep success(Verb verb, Answer answer) {
		if (answer.shape() == Shape.PAGE) {
			return DOUBT;
		}
		if (verb == Verb.DELETE) {
			return (answer.shape() == Shape.EMPTY && answer.status() == 204) ? GONE : COMPLETE;
		}
		return (answer.shape() == Shape.GROUP) ? COMPARE : finished(verb);
	}

	/**
	 * Only what has the form of the portal's own refusals proves what they prove (portal
	 * contract 2). Any other one may have taken the place of a good answer.
	 */
	private static NextStep failure(Verb verb, Answer answer) {
		return switch (answer.shape()) {
			case ERROR -> error(verb, answer);
			case VALIDATION -> (answer.status() == 400) ? REFUSED : DOUBT;
			case UNSUPPORTED -> (answer.status() == 415) ? REFUSED : DOUBT;
			case PROBLEM -> (answer.status() >= 402 && answer.status() <= 404) ? STOP : DOUBT;
			case EMPTY -> empty(verb, answer);
			case TEXT -> (answer.status() == 403) ? STOP : (answer.status() == 429) ? limited(verb) : DOUBT;
			default -> (answer.status() == 429) ? limited(verb) : DOUBT;
		};
	}

	/** Thrown in an action. */
	private static NextStep error(Verb verb, Answer answer) {
		return switch (answer.status()) {
			case 400 -> (verb == Verb.CREATE) ? WITHOUT_PEOPLE : LOOK;
			case 401, 402 -> STOP;
			case 403 -> answer.accessDenied() ? STOP : (verb == Verb.CREATE) ? DOUBT : LOOK;
			case 404, 415 -> REFUSED;
			case 429 -> limited(verb);
			case 500 -> finished(verb);
			default -> DOUBT;
		};
	}

	/** Refused ahead of the action. The portal always says which limit is used up. */
	private static NextStep empty(Verb verb, Answer answer) {
		Answer.Pause pause = answer.pause();
		boolean told = pause != null && (pause.limit() != null || pause.retryAfter() != null);
		return switch (answer.status()) {
			case 401, 403 -> STOP;
			case 429 -> told ? WAIT : limited(verb);
			default -> DOUBT;
		};
	}

	/**
	 * Somebody on the way has had enough. A read may be repeated whatever became of it.
	 */
	private static NextStep limited(Verb verb) {
		return (verb == Verb.GET) ? WAIT : DOUBT;
	}

	/** A create leaves no id to look at, so that only a search could tell. */
	private static NextStep finished(Verb verb) {
		return (verb == Verb.CREATE) ? DOUBT : COMPLETE;
	}

}
