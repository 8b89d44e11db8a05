/**
 * Writes what became of every row, in the order of the file: the step.
 */
@NullMarked
package io.groupbatch.importjob.report;

import org.jspecify.annotations.NullMarked;
