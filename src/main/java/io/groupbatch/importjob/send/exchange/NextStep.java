package io.groupbatch.importjob.send.exchange;

import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.portal.http.Answer;

/**
 * What to do after an answer: what it proves ({@link Answer#meaning}) and what was sent
 * decide it (docs/architecture.md, "What an answer means").
 */
public enum NextStep {

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
	/** The portal may have done it, or still be at it: it cannot be known. */
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

	static NextStep of(RequestType verb, Answer answer) {
		return switch (answer.meaning()) {
			case CONTENT -> (verb == RequestType.DELETE) ? COMPLETE : COMPARE;
			case NO_CONTENT -> (verb == RequestType.DELETE) ? GONE : finished(verb);
			case FINISHED, BROKEN_OFF -> finished(verb);
			case INVALID, NOT_FOUND -> REFUSED;
			case REFUSED_MIDWAY -> (verb == RequestType.CREATE) ? WITHOUT_PEOPLE : LOOK;
			case DAMAGED_GROUP, FORBIDDEN -> (verb == RequestType.CREATE) ? DOUBT : LOOK;
			case KEY_REFUSED, KEY_WITHOUT_SCOPE, ADDRESS_REFUSED, NO_RIGHTS, OUT_OF_SERVICE -> STOP;
			case RATE_LIMITED -> WAIT;
			// A read may be repeated whatever became of it.
			case FOREIGN_RATE_LIMIT -> (verb == RequestType.GET) ? WAIT : DOUBT;
			case REDIRECT, FOREIGN_REFUSAL, OUT_OF_TIME, SERVER_TROUBLE, NO_ANSWER_OF_A_PORTAL, LOST -> DOUBT;
			case NOT_SENT -> RECONNECT;
		};
	}

	/** A create leaves no id to look at, so that only a search could tell. */
	private static NextStep finished(RequestType verb) {
		return (verb == RequestType.CREATE) ? DOUBT : COMPLETE;
	}

}
