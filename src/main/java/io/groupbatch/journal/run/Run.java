package io.groupbatch.journal.run;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

import io.groupbatch.text.Invisible;

import org.jspecify.annotations.Nullable;

/**
 * One import of one file into one portal.
 *
 * @param number its number, counted from 1
 * @param state where it stands
 * @param source what is imported
 * @param target where to
 * @param output the folder of its reports
 * @param halt why it stopped last, null while nothing stopped it
 * @param span when it began and ended
 * @param content what its file turned out to be
 * @param remarks what is kept about it and changes nothing in it
 * @param plan how far its plan has come
 */
public record Run(long number, RunState state, Source source, Target target, Path output, @Nullable StopCause halt,
		Span span, Content content, Remarks remarks, Plan plan) {

	/**
	 * The same run, stopped for this reason.
	 */
	public Run haltedBy(StopCause why) {
		return new Run(this.number, this.state, this.source, this.target, this.output, why, this.span, this.content,
				this.remarks, this.plan);
	}

	/**
	 * Whether its rows were dropped, so that nothing can be reported of them any more.
	 */
	public boolean isPurged() {
		return this.span.purged() != null;
	}

	/**
	 * What is imported.
	 *
	 * @param file the path as given, made absolute
	 * @param sha256 of the file's bytes, 64 hex digits
	 * @param options those that change the meaning of the file, as one line of text
	 */
	public record Source(Path file, String sha256, String options) {
	}

	/**
	 * What the file turned out to be.
	 *
	 * @param header its first record; empty while it is not staged
	 * @param dialect how it is written; null while it is not staged
	 * @param rows how many rows of it are staged
	 */
	public record Content(Header header, @Nullable Dialect dialect, long rows) {

		/** Nothing is read of it. */
		public static final Content NONE = new Content(new Header(List.of(), List.of()), null, 0);

	}

	/**
	 * The first record of the file.
	 *
	 * @param headings the headings as written
	 * @param fields what each of them means, as our own files call it; empty: nothing
	 */
	public record Header(List<String> headings, List<String> fields) {

		public Header {
			headings = List.copyOf(headings);
			fields = List.copyOf(fields);
		}

	}

	/**
	 * How the file is written.
	 *
	 * @param charset the name of its encoding
	 * @param byteOrderMark whether it begins with one
	 * @param delimiter what is between two cells
	 * @param described all that, for people
	 */
	public record Dialect(String charset, boolean byteOrderMark, char delimiter, String described) {
	}

	/**
	 * What is kept about a run and changes nothing in it.
	 *
	 * @param note what the user wants to find it by, such as a ticket; null: nothing, as
	 * for a text that shows nothing
	 * @param mends the run whose failed rows the file holds, null: none
	 * @param userMap where the user map was read from, null: there was none
	 * @param undoes the run that it takes back, null: none
	 */
	public record Remarks(@Nullable String note, @Nullable Long mends, @Nullable Path userMap, @Nullable Long undoes) {

		/** Nothing. */
		public static final Remarks NONE = new Remarks(null, null, null, null);

		public Remarks {
			note = (note != null && Invisible.isBlank(note)) ? null : note;
		}

	}

	/**
	 * How far a plan has come.
	 *
	 * @param readAt when the portal was read for it, or last found to be as it was; null
	 * while that was not done whole
	 * @param portalGroups how many groups the portal had then, 0 before
	 * @param approved whether the user said yes to it
	 * @param risksAccepted whether the user said yes to what the guards warn of
	 */
	public record Plan(@Nullable Instant readAt, long portalGroups, boolean approved, boolean risksAccepted) {

		/** There is none. */
		public static final Plan NONE = new Plan(null, 0, false, false);

	}

	/**
	 * Where to.
	 *
	 * @param portal the portal's address
	 * @param sandbox whether it is a simulated one
	 * @param account the id of the user whom the key belongs to; null when the portal has
	 * not said
	 * @param accountName that user's name, null likewise
	 * @param sender whose key it was last sent with; null while nothing was sent, and for
	 * runs of earlier versions: then it is the account's
	 */
	public record Target(String portal, boolean sandbox, @Nullable String account, @Nullable String accountName,
			@Nullable Account sender) {

		public Target(String portal, boolean sandbox, @Nullable String account, @Nullable String accountName) {
			this(portal, sandbox, account, accountName, null);
		}

		/**
		 * The same, sent with this one's key.
		 */
		public Target sentBy(Account by) {
			return new Target(this.portal, this.sandbox, this.account, this.accountName, by);
		}

		/**
		 * The name of the user whose key it is sent with, as far as known.
		 */
		public @Nullable String senderName() {
			return (this.sender != null) ? this.sender.name() : this.accountName;
		}

		/**
		 * The name of the user with whose key it was planned, when it is sent with
		 * another one's; null when not.
		 */
		public @Nullable String plannerName() {
			boolean another = this.sender != null && !Objects.equals(this.sender.id(), this.account);
			return another ? this.accountName : null;
		}

		/**
		 * Whether both mean the same portal and, as far as known, the same account.
		 */
		public boolean isSameAs(Target other) {
			return this.portal.equals(other.portal)
					&& (this.account == null || other.account == null || this.account.equals(other.account));
		}

	}

	/**
	 * Whose key it is.
	 *
	 * @param id the id of the user; null when the portal has not said
	 * @param name that user's name, null likewise
	 */
	public record Account(@Nullable String id, @Nullable String name) {

		/** The portal has not said. */
		public static final Account UNTOLD = new Account(null, null);

		/** As the journal keeps it: an id that is empty when the portal has not said. */
		public static @Nullable Account read(@Nullable String id, @Nullable String name) {
			return (id == null) ? null : id.isEmpty() ? UNTOLD : new Account(id, name);
		}

		public String kept() {
			return (this.id != null) ? this.id : "";
		}

	}

	/**
	 * When.
	 *
	 * @param created when the run got its number
	 * @param ended when it was finished, refused or cancelled; null before
	 * @param purged when its rows were dropped; null while they are there
	 */
	public record Span(OffsetDateTime created, @Nullable OffsetDateTime ended, @Nullable OffsetDateTime purged) {
	}

}
