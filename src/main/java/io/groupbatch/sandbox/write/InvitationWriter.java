package io.groupbatch.sandbox.write;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.groupbatch.sandbox.fault.FaultPolicy.Act;
import io.groupbatch.sandbox.http.Exchange;
import io.groupbatch.sandbox.log.RequestLog;
import io.groupbatch.sandbox.log.SentMail;
import io.groupbatch.sandbox.protocol.ApiException;
import io.groupbatch.sandbox.protocol.ApiResponse;
import io.groupbatch.sandbox.state.InvitationRules;
import io.groupbatch.sandbox.state.Person;
import io.groupbatch.sandbox.state.Person.Role;
import io.groupbatch.sandbox.state.Person.Status;
import io.groupbatch.sandbox.state.Portal;
import io.groupbatch.sandbox.state.PortalData;
import io.groupbatch.sandbox.state.StoredPerson;

import org.jspecify.annotations.Nullable;

/**
 * Carries out invitations as the portal does: address after address, each a step of its
 * own, so that an error in the middle leaves the earlier ones invited (portal contract
 * 7.3). Safe for many threads.
 */
public final class InvitationWriter {

	private static final Duration DAY = Duration.ofHours(24);

	/** The portal's own strict check of an address. */
	private static final Pattern ADDRESS = Pattern.compile("^(([^<>()\\[\\]\\\\.,;:\\s@\"]+"
			+ "(\\.[^<>()\\[\\]\\\\.,;:\\s@\"]+)*)|(\".+\"))@((\\[[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}\\])"
			+ "|(([a-zA-Z\\-0-9]+\\.)+[a-zA-Z]{2,}))$");

	private final Portal portal;

	private final RequestLog log;

	private final Clock clock;

	private final Duration usual;

	private volatile InvitationRules rules;

	private volatile boolean finishing;

	private int today;

	private Instant dayEnds = Instant.MIN;

	/**
	 * Makes a writer.
	 * @param usual how long it works at one request
	 */
	public InvitationWriter(Portal portal, RequestLog log, Clock clock, Duration usual, InvitationRules rules) {
		this.portal = portal;
		this.log = log;
		this.clock = clock;
		this.usual = usual;
		this.rules = rules;
	}

	public void setRules(InvitationRules other) {
		this.rules = other;
	}

	/** Everybody may invite as on the first day. */
	public synchronized void newDay() {
		this.dayEnds = Instant.MIN;
	}

	/** Lets no more time pass before the end. */
	public void finishNow() {
		this.finishing = true;
		this.portal.locked((rows) -> {
			this.portal.signalAll();
			return rows;
		});
	}

	/**
	 * Counts the addresses of a request, and refuses it when there are too many for the
	 * day. As in the real portal, the addresses of a refused request are counted, too.
	 */
	public synchronized @Nullable ApiResponse limit(int addresses) {
		int perDay = this.rules.perDay();
		if (perDay == 0 || addresses == 0) {
			return null;
		}
		Instant now = this.clock.instant();
		if (!now.isBefore(this.dayEnds)) {
			this.dayEnds = now.plus(DAY);
			this.today = 0;
		}
		boolean fits = this.today + addresses <= perDay;
		this.today = Math.min(perDay, this.today + addresses);
		if (fits) {
			return null;
		}
		long seconds = Math.max(1, Duration.between(now, this.dayEnds).plusNanos(999_999_999).toSeconds());
		return ApiResponse.empty(429, Map.of("X-RateLimit-Limit", Integer.toString(perDay), "X-RateLimit-Remaining",
				"0", "Retry-After", Long.toString(seconds)));
	}

	/**
	 * Invites, and shows everybody who has not joined yet, whoever has invited them.
	 */
	public List<Person> invite(Exchange exchange, Person caller, List<Invitation> invitations)
			throws InterruptedException {
		if (!this.rules.allowed() || !caller.role().readsGroups()) {
			throw ApiException.notAllowed();
		}
		PortalData rows = this.portal.lock();
		try {
			requireSeats(rows, invitations);
			Act act = exchange.act();
			List<Boolean> removals = Collections.nCopies(invitations.size(), false);
			exchange.begun();
			long start = System.nanoTime();
			long time = act.time(this.usual).toNanos();
			act.breakAfter(0, removals);
			for (int done = 0; done < invitations.size(); done++) {
				this.portal.pauseUntil(start + time / invitations.size() * (done + 1), () -> this.finishing);
				invite(rows, exchange, caller, invitations.get(done));
				act.breakAfter(done + 1, removals);
			}
			return rows.accounts()
				.stream()
				.map(StoredPerson::person)
				.filter((person) -> person.status() == Status.INVITED)
				.toList();
		}
		finally {
			this.portal.unlock();
		}
	}

	private void requireSeats(PortalData rows, List<Invitation> invitations) {
		long wanted = invitations.stream().filter((one) -> isPaid(one.role())).count();
		long taken = rows.accounts()
			.stream()
			.map(StoredPerson::person)
			.filter((person) -> isPaid(person.role()) && person.status() != Status.DISABLED)
			.count();
		if (wanted > 0 && taken + wanted > this.rules.paidSeats()) {
			throw ApiException.noSeats(wanted, this.rules.paidSeats() - taken);
		}
	}

	private void invite(PortalData rows, Exchange exchange, Person caller, Invitation invitation) {
		String address = invitation.address().strip();
		if (!ADDRESS.matcher(address).matches()) {
			throw ApiException.argument("The email address is not correct");
		}
		Role role = invitation.role();
		boolean allowed = switch (role) {
			case USER -> true;
			case ROOM_ADMIN -> caller.role().isAdministrator();
			case DOCSPACE_ADMIN -> caller.role() == Role.OWNER;
			case GUEST, OWNER -> false;
		};
		if (!allowed) {
			throw ApiException.notAllowed();
		}
		StoredPerson known = rows.accountByEmail(address);
		if (known == null) {
			rows.add(Person.of("", "", address).with(role).with(Status.INVITED));
			this.log.add(new SentMail(exchange.request().number(), address, Instant.now()));
		}
		else if (known.person().status() == Status.DISABLED) {
			throw ApiException.argument("The user is disabled: " + address);
		}
		else if (known.person().role().compareTo(role) > 0) {
			rows.replace(known.person().with(role));
		}
	}

	private static boolean isPaid(Role role) {
		return role.isAdministrator() || role == Role.ROOM_ADMIN;
	}

	/** One address of a request, and what the person is to be. */
	public record Invitation(String address, Role role) {
	}

}
