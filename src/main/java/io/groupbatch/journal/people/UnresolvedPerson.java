package io.groupbatch.journal.people;

import io.groupbatch.journal.row.OmittedPerson;

/**
 * A person whom a row names and who could not be matched or added, whatever became of the
 * row.
 *
 * @param key the same for all texts that mean the same person
 * @param from what a user map calls this person
 * @param why the reason
 * @param row the row
 * @param group what that row calls its group
 */
public record UnresolvedPerson(String key, String from, OmittedPerson.Why why, long row, String group) {
}
