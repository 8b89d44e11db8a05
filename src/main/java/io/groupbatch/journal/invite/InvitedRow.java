package io.groupbatch.journal.invite;

import org.jspecify.annotations.Nullable;

/**
 * A row of a file that names a person who is invited.
 *
 * @param number the row, as a spreadsheet numbers it
 * @param group what its group is called at that point of the file, null when it has none
 */
public record InvitedRow(long number, @Nullable String group) {
}
