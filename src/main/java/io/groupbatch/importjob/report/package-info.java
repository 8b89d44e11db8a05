/**
 * Writes what became of every row, in the order of the file.
 */
@NullMarked
package io.groupbatch.importjob.report;

import org.jspecify.annotations.NullMarked;
