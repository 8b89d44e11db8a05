package io.groupbatch.sandbox;

import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Decides, request by request, where the pretend portal leaves the straight path. Asked
 * once for every request on the request's own thread, before anything is done with it; it
 * must be safe for many threads.
 */
@FunctionalInterface
public interface Misbehaviour {

	/** What to do with a request, whose status is still 0. */
	Act onRequest(Traffic.Request request);

	/** The portal at its best. */
	static Misbehaviour none() {
		return (request) -> new Normal();
	}

	/** What happens to one request. */
	sealed interface Act permits Normal, Answer, Hold, Cut {

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

}
