package io.groupbatch.verify;

/**
 * A row that calls a group by a name that no row before it has used for a group which
 * still has it.
 *
 * @param row the number of the row
 * @param name the name
 */
record NameUse(long row, String name) {
}
