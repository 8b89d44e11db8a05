package io.groupbatch.journal.row;

/**
 * The short reason that stands with a row's status in every report. Other programs read
 * these words: never rename one.
 */
public enum Code {

	/** SUCCEEDED: the group was made. */
	CREATED,
	/** SUCCEEDED: the group was read. */
	READ,
	/** SUCCEEDED: the group is there, with at least what the row wants of it. */
	UPSERTED,
	/** SUCCEEDED: name or manager are as wanted. */
	UPDATED,
	/** SUCCEEDED: the group is gone. */
	DELETED,
	/** SUCCEEDED: the people are in the group. */
	MEMBERS_ADDED,
	/** SUCCEEDED: the people are out of the group. */
	MEMBERS_REMOVED,
	/** SUCCEEDED: the group has those people and no others. */
	MEMBERS_SET,
	/** SUCCEEDED: the people are in the other group and no longer in this one. */
	MEMBERS_MOVED,
	/** SUCCEEDED: the group was found after the answer to its creation was lost. */
	ADOPTED,
	/**
	 * SUCCEEDED: the creation was sent twice, because the first was lost and nothing was
	 * found; a second group may yet appear.
	 */
	SENT_TWICE,
	/** SUCCEEDED: sent again after a lost answer, and seen to hold. */
	REPEATED,
	/** UNKNOWN: there is more than one group that may be the one of this row. */
	TWIN,
	/** UNCHANGED: the portal holds it already. */
	ALREADY_SO,
	/** UNCHANGED: the group was there, and {@code --existing skip} leaves it alone. */
	EXISTING_SKIPPED,
	/** UNCHANGED: a directory owns the group, and its members are left in it. */
	LDAP_SKIPPED,
	/** PARTIAL, FAILED: the portal left something out without a word. */
	SKIPPED_BY_PORTAL,
	/** FAILED: the portal refused the request. */
	REFUSED_BY_PORTAL,
	/** FAILED: the group is no longer there. */
	GROUP_GONE,
	/** FAILED: the group is not as it was when the run was planned. */
	CHANGED_SINCE_PLAN,
	/** FAILED: an earlier row that this one needs was not done. */
	EARLIER_ROW,
	/** UNKNOWN: sent, and no answer that proves anything. */
	IN_DOUBT,
	/** CANCELLED: the run was given up. */
	GIVEN_UP,
	/** NOT_SENT: the run stopped before it. */
	NOT_REACHED,
	/** NOT_SENT: a row in doubt of the same group comes first. */
	BEHIND_UNKNOWN,
	/** The file as a whole cannot be read. */
	BAD_FILE,
	/** INVALID: the row has too few or too many cells. */
	RAGGED_ROW,
	/** INVALID: the row has no cell filled in. */
	EMPTY_ROW,
	/** INVALID: no such operation. */
	UNKNOWN_OPERATION,
	/** INVALID: a cell that the operation needs is blank. */
	MISSING_CELL,
	/** INVALID: a cell that the operation has no use for is filled in. */
	UNUSED_CELL,
	/** INVALID: a cell does not hold what it should. */
	BAD_CELL,
	/** INVALID: a name is blank or too long. */
	BAD_NAME,
	/** INVALID: a cell was probably cut by a spreadsheet. */
	CUT_CELL,
	/** INVALID: no such person on the portal. PARTIAL, FAILED: left out of the row. */
	USER_MISSING,
	/** INVALID: several people match. */
	USER_AMBIGUOUS,
	/** INVALID: a guest cannot be in a group. PARTIAL, FAILED: left out of the row. */
	USER_IS_GUEST,
	/**
	 * INVALID: a disabled person cannot be added. PARTIAL, FAILED: left out of the row.
	 */
	USER_IS_DISABLED,
	/** PARTIAL, FAILED: the user map leaves the person out of the row. */
	USER_LEFT_OUT,
	/** PARTIAL, FAILED: to be moved out of a group that does not show this person. */
	NOT_IN_GROUP,
	/** PARTIAL: the person manages the group, and so stays in it. */
	STILL_MANAGER,
	/** PARTIAL: nobody was removed, because of a row that cannot be done whole. */
	REMOVALS_HELD_BACK,
	/** INVALID: the same row both sets a person as manager and removes them. */
	MANAGER_REMOVED,
	/** INVALID: no such group on the portal or in the file so far. */
	GROUP_MISSING,
	/** INVALID: several groups have the name. */
	NAME_AMBIGUOUS,
	/** INVALID, FAILED: another group has the wanted name. */
	NAME_TAKEN,
	/** INVALID: another group's name looks the same. */
	LOOK_ALIKE,
	/** INVALID: an earlier row took the name away. */
	NAME_GIVEN_UP,
	/** INVALID: the group with this id has another name. */
	NAME_DIFFERS,
	/** INVALID: a group cannot be moved into itself. */
	SAME_GROUP,
	/** INVALID: groups of the system are not touched. */
	SYSTEM_GROUP,
	/** INVALID: a directory owns the group. */
	LDAP_GROUP,
	/** INVALID: an earlier row says something else, or another one comes between. */
	CONTRADICTS_ROW,
	/** INVALID: two rows want different managers for one group. */
	TWO_MANAGERS,
	/** INVALID: two rows want different new names for one group. */
	TWO_NAMES,
	/** INVALID, FAILED: the group is there, and {@code --existing stop} forbids that. */
	GROUP_EXISTS

}
