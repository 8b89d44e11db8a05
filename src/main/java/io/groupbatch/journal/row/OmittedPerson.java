package io.groupbatch.journal.row;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A person whom a row names and who could not be matched or added, so that the row goes
 * on without.
 *
 * @param written what stands in the file
 * @param asManager whether the row wanted this person as manager, not as member
 * @param why the reason
 */
public record OmittedPerson(String written, boolean asManager, Why why) {

	private static final String MANAGER = "manager";

	private static final String MEMBER = "member";

	/** Why a person could not be matched or added. */
	public enum Why {

		/** The portal has no such user. */
		MISSING(Code.USER_MISSING),
		/** The user map says so. */
		BY_USER_MAP(Code.USER_LEFT_OUT),
		/** The person was to be invited, and could not be. */
		NOT_INVITED(Code.USER_MISSING),
		/** Several users match. */
		AMBIGUOUS(Code.USER_AMBIGUOUS),
		/** Guests cannot be in groups. */
		GUEST(Code.USER_IS_GUEST),
		/** Disabled people cannot be added. */
		DISABLED(Code.USER_IS_DISABLED),
		/** To be moved out of a group that does not show this person. */
		NOT_IN_GROUP(Code.NOT_IN_GROUP),
		/** To be taken out of a group that this person manages. */
		MANAGES(Code.STILL_MANAGER),
		/** Nobody, but a row because of which others are not removed. */
		HOLDS_BACK(Code.REMOVALS_HELD_BACK);

		private final Code code;

		Why(Code code) {
			this.code = code;
		}

		/** The code of a row for this reason. */
		public Code code() {
			return this.code;
		}

	}

	/** Whether the row wanted a person as member. */
	public boolean isMember() {
		return !this.asManager && this.why != Why.HOLDS_BACK;
	}

	/** Whether this row, or another one of the same wish, keeps people in the group. */
	public boolean holdsBack() {
		return this.why == Why.HOLDS_BACK;
	}

	/** The code of a row that goes on without some people. */
	public static Code code(List<OmittedPerson> people) {
		return people.stream().map((person) -> person.why().code()).min(Comparator.naturalOrder()).orElseThrow();
	}

	/** Whether a row has that code because a person was left out of it. */
	public static boolean isReason(@Nullable Code code) {
		return Arrays.stream(Why.values()).anyMatch((why) -> why.code() == code);
	}

	/** One text, for the database. */
	public String kept() {
		return this.why + " " + (this.asManager ? MANAGER : MEMBER) + " " + this.written;
	}

	static OmittedPerson of(String kept) {
		String[] parts = kept.split(" ", 3);
		return new OmittedPerson(parts[2], parts[1].equals(MANAGER), Why.valueOf(parts[0]));
	}

}
