/**
 * Copies the file into the journal row by row, untouched, so that the file is never
 * needed again.
 */
@NullMarked
package io.groupbatch.importjob.stage;

import org.jspecify.annotations.NullMarked;
