package io.groupbatch.cli;

import java.util.concurrent.CompletableFuture;

import io.groupbatch.importjob.GracefulStop;
import io.groupbatch.journal.Run;

/**
 * Asks a person before anything is sent.
 */
final class Question {

	private final Session session;

	private final Terminal terminal;

	Question(Session session, Terminal terminal) {
		this.session = session;
		this.terminal = terminal;
	}

	/** Asks; a signal is a no. */
	boolean isYes(String question) {
		CompletableFuture<Boolean> answer = CompletableFuture.supplyAsync(() -> this.terminal.confirms(question),
				Question::start);
		this.session.get(GracefulStop.class).whenRequested(() -> answer.complete(false));
		return answer.join();
	}

	/** On a thread of its own, for nothing can take it from its terminal. */
	private static void start(Runnable asking) {
		Thread thread = new Thread(asking, "question");
		thread.setDaemon(true);
		thread.start();
	}

}
