package io.groupbatch.importjob.send.invite;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.groupbatch.batch.PortalStopCauses;
import io.groupbatch.batch.Progress;
import io.groupbatch.clock.MonotonicClock;
import io.groupbatch.importjob.options.ImportOptions.Invite;
import io.groupbatch.importjob.options.SendProperties;
import io.groupbatch.importjob.row.PeopleIndex;
import io.groupbatch.importjob.send.pace.Throttle;
import io.groupbatch.journal.invite.Invitation;
import io.groupbatch.journal.invite.Invitation.Reason;
import io.groupbatch.journal.invite.Invitation.State;
import io.groupbatch.journal.run.StopCause;
import io.groupbatch.journal.run.StopReason;
import io.groupbatch.portal.Directory;
import io.groupbatch.portal.PortalException;
import io.groupbatch.portal.http.Answer;
import io.groupbatch.portal.http.InvitationRequest;
import io.groupbatch.portal.http.PortalClient;
import io.groupbatch.portal.payload.Person;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the invitations of one run, a few addresses in each request, one request after
 * the other. An address is sent only while the portal has nobody with it; it is marked in
 * the journal before; and what became of it is read from the portal's list of people,
 * never concluded from a status alone. For one thread.
 */
public final class InvitationSender {

	private static final Logger logger = LoggerFactory.getLogger(InvitationSender.class);

	/** So many answers in a row that prove nothing, and the run stops. */
	private static final int MAX_LOSSES = 5;

	/** So often is an address sent on which the portal breaks off its work. */
	private static final int MAX_BREAKS = 5;

	private static final int MAX_READINGS = 5;

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private final Invite options;

	private final InvitationJournal journal;

	private final PortalClient client;

	private final Directory directory;

	private final Throttle pace;

	private final SendProperties properties;

	private final MonotonicClock monotonic;

	private final Progress progress;

	private int losses;

	private int unconnected;

	/**
	 * Makes a sender for one run.
	 * @param pace holds it back while the portal asks for it, and ends its waiting when
	 * the process is asked to stop
	 */
	public InvitationSender(Invite options, InvitationJournal journal, PortalClient client, Throttle pace,
			SendProperties properties, MonotonicClock monotonic, Progress progress) {
		this.options = options;
		this.journal = journal;
		this.client = client;
		this.directory = new Directory(client);
		this.pace = pace;
		this.properties = properties;
		this.monotonic = monotonic;
		this.progress = progress;
	}

	/**
	 * Sends all that are open.
	 * @return nothing when it is known of each what became of it; else why the run stops.
	 * A process that was asked to stop gives no reason of its own
	 */
	public Outcome send() throws InterruptedException {
		try {
			Optional<Outcome> unsettled = settleEarlier();
			if (unsettled.isPresent()) {
				return unsettled.get();
			}
			missing(this.journal.planned(Integer.MAX_VALUE), this::readAll);
			for (List<Invitation> next = next(); !next.isEmpty(); next = next()) {
				if (!this.pace.await()) {
					return Outcome.BROKEN_OFF;
				}
				// Time has passed since the list was read.
				List<Invitation> missing = missing(next, this::search);
				Optional<Outcome> stop = missing.isEmpty() ? Optional.empty() : send(missing);
				if (stop.isPresent()) {
					return stop.get();
				}
			}
			return Outcome.DONE;
		}
		catch (PortalException ex) {
			return Outcome.stopped(PortalStopCauses.halt(ex));
		}
	}

	/**
	 * What an earlier process may have sent: the portal may still be working on it.
	 * @return why that is not known now, nothing when it is
	 */
	private Optional<Outcome> settleEarlier() throws InterruptedException {
		List<Invitation> sent = this.journal.sent();
		if (this.journal.isAnySent() && !this.pace.rest(this.properties.settle())) {
			return Optional.of(Outcome.BROKEN_OFF);
		}
		return sent.isEmpty() ? Optional.empty() : settle(sent);
	}

	/** Those that are sent next: some together, or one that is sent alone. */
	private List<Invitation> next() {
		List<Invitation> planned = this.journal.planned(Invitation.MOST_IN_REQUEST);
		return (!planned.isEmpty() && planned.get(0).alone()) ? planned.subList(0, 1)
				: planned.stream().filter((invitation) -> !invitation.alone()).toList();
	}

	/**
	 * Notes who is on the portal already: an invitation could raise their type.
	 * @return the others
	 */
	private List<Invitation> missing(List<Invitation> planned,
			Function<List<Invitation>, Map<String, List<Person>>> read) {
		if (planned.isEmpty()) {
			return planned;
		}
		Map<String, List<Person>> there = read.apply(planned);
		List<Invitation> present = planned.stream()
			.filter((invitation) -> there.containsKey(invitation.address()))
			.map((invitation) -> found(invitation, there, (invitation.attempts() > 0) ? State.INVITED : State.PRESENT))
			.toList();
		this.journal.record(present, entries(present, there));
		return planned.stream().filter((invitation) -> !there.containsKey(invitation.address())).toList();
	}

	private Optional<Outcome> send(List<Invitation> batch) throws InterruptedException {
		List<Invitation> marked = this.journal.mark(batch);
		Instant begun = this.monotonic.instant();
		Answer answer = this.client.invite(
				new InvitationRequest(marked.stream().map(Invitation::email).toList(), this.options.asRoomAdmins()));
		logger.debug("Invitations(people={}) answered {} {}", marked.size(), answer.status(), answer.shape());
		List<Invitation> sent = marked.stream().map((invitation) -> invitation.answered(answer.status())).toList();
		if (!answer.meaning().isRateLimit() && answer.status() > 0) {
			this.pace.letThrough(false);
			this.unconnected = 0;
		}
		return switch (answer.meaning()) {
			case CONTENT -> done(sent);
			case NOT_SENT -> notSent(marked, answer);
			case RATE_LIMITED -> {
				this.journal.unmark(marked);
				if (marked.size() > 1 && isLimitOfAddresses(answer)) {
					// So many together may be too many on any day.
					List<Invitation> planned = this.journal.planned(Integer.MAX_VALUE);
					this.journal.record(planned.stream().map(Invitation::sentAlone).toList(), List.of());
				}
				yield this.pace.rejected(false, answer, begun).map(Outcome::stopped);
			}
			case REFUSED_MIDWAY, BROKEN_OFF, INVALID, NO_RIGHTS, FORBIDDEN, DAMAGED_GROUP -> refused(sent, answer);
			case OUT_OF_SERVICE ->
				(answer.isThrown() && answer.status() == 402) ? refused(sent, answer) : closed(sent, answer);
			case KEY_REFUSED, KEY_WITHOUT_SCOPE, ADDRESS_REFUSED, NOT_FOUND -> closed(sent, answer);
			case FOREIGN_RATE_LIMIT -> {
				Optional<Outcome> lost = lost(sent, answer);
				yield lost.isPresent() ? lost : this.pace.rejected(false, answer, begun).map(Outcome::stopped);
			}
			case NO_CONTENT, FINISHED, REDIRECT, FOREIGN_REFUSAL, OUT_OF_TIME, SERVER_TROUBLE, NO_ANSWER_OF_A_PORTAL,
					LOST ->
				lost(sent, answer);
		};
	}

	/** A limit of requests is one of a minute; that of addresses is one of a day. */
	private static boolean isLimitOfAddresses(Answer answer) {
		Answer.Pause pause = answer.pause();
		return pause != null && ((pause.limit() != null && pause.limit() <= Invitation.MOST_IN_REQUEST)
				|| (pause.retryAfter() != null && pause.retryAfter().compareTo(MINUTE) > 0));
	}

	private Optional<Outcome> done(List<Invitation> sent) throws InterruptedException {
		Map<String, List<Person>> there = byAddress(this.directory.invitedPeople(), sent);
		if (there.size() < sent.size()) {
			there = readAll(sent);
		}
		if (there.size() < sent.size()) {
			// The list may be late.
			if (!this.pace.rest(this.properties.gap())) {
				return Optional.of(Outcome.BROKEN_OFF);
			}
			there = readAll(sent);
		}
		List<Invitation> known = new ArrayList<>();
		for (Invitation invitation : sent) {
			known.add(there.containsKey(invitation.address()) ? found(invitation, there, State.INVITED)
					: invitation.refused(Reason.NOT_LISTED, ""));
		}
		record(known, there);
		return Optional.empty();
	}

	private Optional<Outcome> notSent(List<Invitation> marked, Answer answer) {
		this.journal.unmark(marked);
		return this.pace.pauseToReconnect(this.unconnected++) ? Optional.empty() : Optional.of(stopped(answer));
	}

	/**
	 * The portal has worked at the addresses one after another up to the first that it
	 * does not take, or has refused all of them before.
	 */
	private Optional<Outcome> refused(List<Invitation> sent, Answer answer) {
		Map<String, List<Person>> there = readAll(sent);
		List<Invitation> known = new ArrayList<>();
		List<Invitation> open = new ArrayList<>();
		sent.forEach((invitation) -> (there.containsKey(invitation.address()) ? known : open).add(invitation));
		known.replaceAll((invitation) -> found(invitation, there, State.INVITED));
		boolean alone = sent.size() == 1;
		boolean inTheMiddle = switch (answer.meaning()) {
			case REFUSED_MIDWAY, BROKEN_OFF -> true;
			default -> !known.isEmpty();
		};
		Reason reason = reason(answer);
		if (open.isEmpty()) {
			record(known, there);
			return Optional.empty();
		}
		if (alone && (reason == Reason.ADDRESS || reason == Reason.BROKEN_OFF)) {
			boolean again = reason == Reason.BROKEN_OFF && open.get(0).attempts() < MAX_BREAKS;
			known.add(again ? open.get(0).sentAlone() : open.get(0).refused(reason, answer.words()));
		}
		else if (alone || (reason == Reason.NOT_ALLOWED && !inTheMiddle)) {
			// It is not about one person: no other is invited either.
			open.addAll(this.journal.planned(Integer.MAX_VALUE));
			open.forEach((invitation) -> known.add(invitation.refused(reason, answer.words())));
		}
		else if (inTheMiddle) {
			known.add(open.get(0).sentAlone());
			open.subList(1, open.size()).forEach((invitation) -> known.add(invitation.in(State.PLANNED)));
		}
		else {
			open.forEach((invitation) -> known.add(invitation.sentAlone()));
		}
		record(known, there);
		return Optional.empty();
	}

	private static Reason reason(Answer answer) {
		return switch (answer.meaning()) {
			case NO_RIGHTS, FORBIDDEN, DAMAGED_GROUP -> Reason.NOT_ALLOWED;
			case OUT_OF_SERVICE -> Reason.NO_SEAT;
			case BROKEN_OFF -> Reason.BROKEN_OFF;
			default -> Reason.ADDRESS;
		};
	}

	/** No request can get past this. */
	private Optional<Outcome> closed(List<Invitation> sent, Answer answer) {
		PortalException trouble = PortalException.of(this.client.url(), answer);
		try {
			settle(sent, readAll(sent));
		}
		catch (PortalException ex) {
			// The next start finds out what became of them.
			logger.debug("The people cannot be read", ex);
		}
		return Optional.of(Outcome.stopped(PortalStopCauses.halt(trouble)));
	}

	private Optional<Outcome> lost(List<Invitation> sent, Answer answer) throws InterruptedException {
		this.losses++;
		this.progress.note("The answer to %d invitation%s was lost. The portal's list of people is read in %d s."
			.formatted(sent.size(), (sent.size() == 1) ? "" : "s", (this.properties.settle().toMillis() + 999) / 1000));
		if (!this.pace.rest(this.properties.settle())) {
			return Optional.of(Outcome.BROKEN_OFF);
		}
		Optional<Outcome> unsettled = settle(sent);
		return (unsettled.isPresent() || this.losses < MAX_LOSSES) ? unsettled : Optional.of(stopped(answer));
	}

	private Outcome stopped(Answer answer) {
		return Outcome.stopped(PortalStopCauses.halt(PortalException.of(this.client.url(), answer)));
	}

	/**
	 * Finds out what became of invitations that may have been sent, by two readings of
	 * the people that agree.
	 * @return why that is not known, nothing when it is
	 */
	private Optional<Outcome> settle(List<Invitation> sent) throws InterruptedException {
		Map<String, List<Person>> before = readAll(sent);
		for (int i = 0; i < MAX_READINGS; i++) {
			if (!this.pace.rest(this.properties.gap())) {
				return Optional.of(Outcome.BROKEN_OFF);
			}
			Map<String, List<Person>> now = readAll(sent);
			if (now.keySet().equals(before.keySet())) {
				settle(sent, now);
				return Optional.empty();
			}
			before = now;
		}
		return Optional.of(Outcome.stopped(new StopCause(StopReason.PORTAL,
				"The portal's list of people changes faster than it can be read, so it is not known who was invited."
						+ " Give the same command again later.")));
	}

	private void settle(List<Invitation> sent, Map<String, List<Person>> there) {
		record(sent.stream()
			.map((invitation) -> there.containsKey(invitation.address()) ? found(invitation, there, State.INVITED)
					: invitation.in(State.PLANNED))
			.toList(), there);
	}

	private void record(List<Invitation> known, Map<String, List<Person>> there) {
		this.journal.record(known, entries(known, there));
		long invited = known.stream().filter((invitation) -> invitation.state() == State.INVITED).count();
		this.progress.add(invited);
		this.losses = (invited > 0) ? 0 : this.losses;
	}

	private static Invitation found(Invitation invitation, Map<String, List<Person>> there, State state) {
		List<Person> people = there.getOrDefault(invitation.address(), List.of());
		return (people.size() == 1) ? invitation.found(people.get(0).id(), state)
				: invitation.refused(Reason.SEVERAL_USERS, "");
	}

	private static List<Person> entries(List<Invitation> known, Map<String, List<Person>> there) {
		return known.stream()
			.filter((invitation) -> invitation.state() == State.INVITED || invitation.state() == State.PRESENT)
			.map((invitation) -> there.getOrDefault(invitation.address(), List.of()).get(0))
			.toList();
	}

	private Map<String, List<Person>> readAll(List<Invitation> wanted) {
		Map<String, List<Person>> found = new HashMap<>();
		Set<String> addresses = addresses(wanted);
		this.directory.people((page) -> add(page, addresses, found));
		return found;
	}

	private Map<String, List<Person>> search(List<Invitation> wanted) {
		Map<String, List<Person>> found = new HashMap<>();
		Set<String> addresses = addresses(wanted);
		this.directory.each(wanted, (invitation) -> this.directory.searchPeople(invitation.email()),
				(people) -> add(people, addresses, found));
		return found;
	}

	private static Map<String, List<Person>> byAddress(List<Person> people, List<Invitation> wanted) {
		Map<String, List<Person>> found = new HashMap<>();
		add(people, addresses(wanted), found);
		return found;
	}

	private static void add(List<Person> people, Set<String> wanted, Map<String, List<Person>> found) {
		for (Person person : people) {
			String address = PeopleIndex.key(person.email());
			if (wanted.contains(address)) {
				found.computeIfAbsent(address, (key) -> new ArrayList<>(1)).add(person);
			}
		}
	}

	private static Set<String> addresses(List<Invitation> wanted) {
		return wanted.stream().map(Invitation::address).collect(Collectors.toSet());
	}

}
