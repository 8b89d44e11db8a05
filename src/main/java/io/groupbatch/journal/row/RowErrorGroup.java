package io.groupbatch.journal.row;

/**
 * What is wrong with several rows for one cause.
 *
 * @param first the first of the errors
 * @param mistakes how many there are
 * @param rows in how many rows
 * @param cells how many different texts stand in their cells
 */
public record RowErrorGroup(RowError first, long mistakes, long rows, long cells) {
}
