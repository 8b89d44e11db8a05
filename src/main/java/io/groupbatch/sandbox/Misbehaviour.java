package io.groupbatch.sandbox;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;

/**
 * Decides, request by request, where the pretend portal leaves the straight path. Asked
 * once for every request on the request's own thread, before anything is done with it; it
 * must be safe for many threads.
 */
@FunctionalInterface
public interface Misbehaviour {

	/** What to do with a request, whose status is still 0. */
	Act onRequest(Traffic.Request request);

	/** Told of a group that the request has made, before anybody can know its id. */
	default void onCreate(Traffic.Request request, UUID group) {
	}

	/** How far back an {@link Old} read may look; no more than that is remembered. */
	default Duration lag() {
		return Duration.ZERO;
	}

	/** The portal at its best. */
	static Misbehaviour none() {
		return (request) -> new Normal();
	}

	/** What happens to one request. */
	sealed interface Act permits Normal, Answer, Hold, Cut, Late, Break, Spoil, Old {

		/** Whether the portal's work is done although the answer is not the true one. */
		default boolean works() {
			return true;
		}

	}

	/** The work is done and the true answer sent. */
	record Normal() implements Act {

	}

	/**
	 * Another answer than the true one.
	 *
	 * @param contentType empty for none
	 * @param works whether the request is carried out all the same
	 */
	record Answer(int status, String contentType, String body, Map<String, String> headers,
			boolean works) implements Act {

		/** A proxy's page of HTML, error shape F (portal contract 2). */
		public static Answer fromProxy(int status, boolean works) {
			String page = "<html>\r\n<head><title>" + status + "</title></head>\r\n<body>\r\n<center><h1>" + status
					+ "</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";
			return new Answer(status, "text/html", page, Map.of(), works);
		}

	}

	/**
	 * The answer waits until it is released, the work before or after.
	 *
	 * @param until opened by whoever releases the request
	 * @param worksFirst whether the work is done before the waiting
	 */
	record Hold(CountDownLatch until, boolean worksFirst) implements Act {

	}

	/**
	 * The connection is closed without an answer.
	 *
	 * @param works whether the request is carried out before
	 */
	record Cut(boolean works) implements Act {

	}

	/**
	 * The answer comes when the work of a write has begun, not when it has ended: the
	 * proxy gave up on a server that goes on (portal contract 9.6).
	 *
	 * @param work how long the work takes, the last of its steps at the end
	 * @param answer what is answered; null cuts the connection
	 */
	record Late(Duration work, @Nullable Answer answer) implements Act {

	}

	/**
	 * The work of a write breaks off, and the answer is the error that broke it, in shape
	 * A.
	 *
	 * @param part where between its first step (0) and its end (1)
	 */
	record Break(Point point, double part) implements Act {

		/** Where work breaks off, and how. */
		public enum Point {

			/** 500 before the first step. */
			BEFORE,
			/**
			 * 500 after at least one step, at the latest after the last (contract 9.12).
			 */
			HALFWAY,
			/**
			 * 403 of an InvalidOperation type after a member was removed (contract 9.7);
			 * nothing happens to a write that removes nobody.
			 */
			AFTER_REMOVAL

		}

	}

	/**
	 * A true answer with status 200 loses its body.
	 *
	 * @param all whether no byte of it arrives, or the first half
	 */
	record Spoil(boolean all) implements Act {

	}

	/**
	 * A read is answered by a node that has not heard of the latest changes of groups
	 * (contract 9.11).
	 *
	 * @param age how old its knowledge is
	 */
	record Old(Duration age) implements Act {

	}

}
