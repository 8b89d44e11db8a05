/**
 * The groups that a run knows and the requests that it planned.
 */
@NullMarked
package io.groupbatch.journal.plan;

import org.jspecify.annotations.NullMarked;
