/**
 * The plan as it is shown and guarded.
 */
@NullMarked
package io.groupbatch.journal.review;

import org.jspecify.annotations.NullMarked;
