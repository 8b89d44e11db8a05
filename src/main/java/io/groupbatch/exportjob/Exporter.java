package io.groupbatch.exportjob;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.groupbatch.batch.PortalStopCauses;
import io.groupbatch.csv.groups.PersonReference;
import io.groupbatch.exportjob.read.PortalUnavailableException;
import io.groupbatch.journal.export.Export;
import io.groupbatch.journal.export.Exports;
import io.groupbatch.portal.Directory;
import io.groupbatch.portal.PortalException;
import io.groupbatch.portal.payload.Person;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.jspecify.annotations.Nullable;

/**
 * Decides which reading of the portal an export goes on with: one that was broken off a
 * short while ago, or a new one.
 */
@Component
public class Exporter {

	/** The job parameter that tells exports apart. */
	public static final String PARAMETER = "export";

	/**
	 * What was read longer ago is too far from what the portal is now; so is what was
	 * read in the future, at an unknown time.
	 */
	static final Duration LONGEST = Duration.ofHours(1);

	private final Exports exports;

	private final ObjectProvider<Directory> directory;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Exporter(Exports exports, ObjectProvider<Directory> directory, PlatformTransactionManager transactions,
			Clock clock) {
		this.exports = exports;
		this.directory = directory;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/**
	 * Goes on with an export that was broken off, or begins one.
	 * @throws UnknownManager when nobody on the portal is meant by managedBy
	 * @throws PortalUnavailableException when the portal cannot say
	 */
	public Choice choose(Export.Wanted wanted) {
		Optional<Export> before = this.exports.underWay();
		Export same = before.filter((export) -> export.wanted().equals(wanted)).orElse(null);
		if (same != null && !isOld(same)) {
			return new Choice(same.number(), same.began(), true);
		}
		return new Choice(begin(wanted).number(), (same != null) ? same.began() : null, false);
	}

	/**
	 * Begins to read the portal, whatever was read before.
	 */
	public Export begin(Export.Wanted wanted) {
		UUID manager = (wanted.managedBy() != null) ? manager(wanted.managedBy()) : null;
		long before = this.exports.underWay().map(Export::number).orElse(0L);
		long now = this.clock.millis();
		long number = (before == now) ? now + 1 : now;
		return this.transaction.execute((status) -> this.exports.begin(number, wanted, manager));
	}

	/**
	 * Forgets what was read.
	 */
	public void forget() {
		this.transaction.executeWithoutResult((status) -> this.exports.forget());
	}

	private boolean isOld(Export export) {
		Instant now = this.clock.instant();
		return export.began().isAfter(now) || export.began().plus(LONGEST).isBefore(now);
	}

	private UUID manager(String text) {
		PersonReference person = PersonReference.of(text);
		try {
			Directory portal = this.directory.getObject();
			List<Person> found = (person.email() != null) ? portal.peopleWith(person.email())
					: (person.id() != null) ? portal.person(person.id()).stream().toList() : List.of();
			if (found.size() != 1) {
				throw new UnknownManager(found.isEmpty()
						? "The portal has no user \"%s\". Give an e-mail address or an id.".formatted(text)
						: "%d users have the address \"%s\". Give the id of the one you mean.".formatted(found.size(),
								text));
			}
			return found.get(0).id();
		}
		catch (PortalException ex) {
			throw new PortalUnavailableException(PortalStopCauses.halt(ex), ex);
		}
	}

	/**
	 * Which reading it is.
	 *
	 * @param number of the export
	 * @param before when the same export was begun before, null when it was not
	 * @param goesOn whether it goes on with that one; else that one is too old
	 */
	public record Choice(long number, @Nullable Instant before, boolean goesOn) {
	}

	/** It cannot be told who is meant by managedBy. */
	public static final class UnknownManager extends RuntimeException {

		UnknownManager(String sentence) {
			super(sentence);
		}

	}

}
