package io.groupbatch.sandbox.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import io.groupbatch.sandbox.log.RecordedRequest;
import io.groupbatch.sandbox.protocol.ApiException;
import io.groupbatch.sandbox.protocol.ApiResponse;

import org.jspecify.annotations.Nullable;

/**
 * Decides, for each request, which fault the simulated portal simulates. Asked once for
 * every request on the request's own thread, before anything is done with it; it must be
 * safe for many threads.
 */
@FunctionalInterface
public interface FaultPolicy {

	/** What to do with a request, whose status is still 0. */
	Act onRequest(RecordedRequest request);

	/** Told of a group that the request has made, before anybody can know its id. */
	default void onCreate(RecordedRequest request, UUID group) {
	}

	/** How far back an {@link Old} read may look; no more than that is remembered. */
	default Duration lag() {
		return Duration.ZERO;
	}

	/** The portal at its best. */
	static FaultPolicy none() {
		return (request) -> new Normal();
	}

	/**
	 * What happens to one request. Its methods are for the sandbox, which asks them one
	 * after another; each says what is usual unless an act does otherwise.
	 */
	sealed interface Act permits Normal, Answer, Hold, Cut, Late, Break, Spoil, Old {

		/** Waits before the portal's work, and once more after it. */
		default void await(boolean worked) throws InterruptedException {
		}

		/** Whether the portal's work is done although the answer is not the true one. */
		default boolean works() {
			return true;
		}

		/** How old the groups are that a read shows. */
		default Duration age() {
			return Duration.ZERO;
		}

		/** Whether a write is answered as soon as its work has begun. */
		default boolean answersEarly() {
			return false;
		}

		/** How long the work of a write takes that usually takes so long. */
		default Duration time(Duration usual) {
			return usual;
		}

		/**
		 * Breaks off the work of a write, if this is the place, by the exception that the
		 * portal throws.
		 * @param done how many steps are done
		 * @param removals for each step of the write whether it removes a member
		 */
		default void breakAfter(int done, List<Boolean> removals) {
		}

		/**
		 * What comes back instead of the true answer; null when the connection is cut.
		 */
		default @Nullable ApiResponse received(@Nullable ApiResponse honest) {
			return honest;
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

		@Override
		public ApiResponse received(@Nullable ApiResponse honest) {
			String type = this.contentType.isEmpty() ? null : this.contentType;
			return new ApiResponse(this.status, type, this.body, this.headers, null);
		}

	}

	/**
	 * The answer waits until it is released, the work before or after.
	 *
	 * @param until opened by whoever releases the request
	 * @param worksFirst whether the work is done before the waiting
	 */
	record Hold(CountDownLatch until, boolean worksFirst) implements Act {

		@Override
		public void await(boolean worked) throws InterruptedException {
			if (worked == this.worksFirst) {
				this.until.await();
			}
		}

	}

	/**
	 * The connection is closed without an answer.
	 *
	 * @param works whether the request is carried out before
	 */
	record Cut(boolean works) implements Act {

		@Override
		public @Nullable ApiResponse received(@Nullable ApiResponse honest) {
			return null;
		}

	}

	/**
	 * The answer comes when the work of a write has begun, not when it has ended: the
	 * proxy gave up on a server that goes on (portal contract 9.6).
	 *
	 * @param work how long the work takes, the last of its steps at the end
	 * @param answer what is answered; null cuts the connection
	 */
	record Late(Duration work, @Nullable Answer answer) implements Act {

		@Override
		public boolean answersEarly() {
			return true;
		}

		@Override
		public Duration time(Duration usual) {
			return this.work;
		}

		@Override
		public @Nullable ApiResponse received(@Nullable ApiResponse honest) {
			return (this.answer != null) ? this.answer.received(null) : null;
		}

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

		@Override
		public void breakAfter(int done, List<Boolean> removals) {
			if (done == place(removals)) {
				throw (this.point == Point.AFTER_REMOVAL) ? ApiException.userNotFound() : ApiException.notSaved();
			}
		}

		/** After how many steps the work breaks off; -1 for never. */
		private int place(List<Boolean> removals) {
			return switch (this.point) {
				case BEFORE -> 0;
				case HALFWAY -> 1 + share(removals.size());
				case AFTER_REMOVAL -> {
					int[] at = IntStream.range(0, removals.size()).filter(removals::get).toArray();
					yield (at.length == 0) ? -1 : 1 + at[share(at.length)];
				}
			};
		}

		private int share(int all) {
			return Math.min(all - 1, (int) (this.part * all));
		}

	}

	/**
	 * A true answer with status 200 loses its body.
	 *
	 * @param all whether no byte of it arrives, or the first half
	 */
	record Spoil(boolean all) implements Act {

		@Override
		public @Nullable ApiResponse received(@Nullable ApiResponse honest) {
			return (honest != null) ? honest.truncated(this.all) : null;
		}

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
