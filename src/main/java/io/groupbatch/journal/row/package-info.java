/**
 * The rows of a file and their results.
 */
@NullMarked
package io.groupbatch.journal.row;

import org.jspecify.annotations.NullMarked;
