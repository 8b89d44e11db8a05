package io.groupbatch.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.groupbatch.importjob.GracefulStop;
import io.groupbatch.journal.Requests;
import io.groupbatch.journal.Run;
import io.groupbatch.journal.Runs;
import io.groupbatch.journal.Verb;

/**
 * Asks a person whether a plan is to be sent.
 */
final class Question {

	private final Session session;

	private final Terminal terminal;

	Question(Session session, Terminal terminal) {
		this.session = session;
		this.terminal = terminal;
	}

	/** Asks; a signal is a no. */
	boolean isYes(long number) {
		Run run = this.session.get(Runs.class).get(number);
		String account = (run.target().accountName() != null) ? " as " + run.target().accountName() : "";
		String question = Texts.printable("Send %s to %s%s?"
			.formatted(planned(this.session.get(Requests.class).planned(number)), run.target().portal(), account));
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

	/**
	 * The requests of a plan in words:
	 * {@code 118 creates, 2 changes of existing groups, 1 delete}.
	 */
	static String planned(Map<Verb, Long> requests) {
		List<String> parts = new ArrayList<>();
		for (Verb verb : List.of(Verb.CREATE, Verb.UPDATE, Verb.DELETE, Verb.GET)) {
			long count = requests.getOrDefault(verb, 0L);
			if (count > 0) {
				parts.add(switch (verb) {
					case CREATE -> Texts.count(count, "create", "creates");
					case UPDATE -> Texts.count(count, "change", "changes");
					case DELETE -> Texts.count(count, "delete", "deletes");
					case GET -> Texts.count(count, "read", "reads");
				});
			}
		}
		return String.join(", ", parts);
	}

}
