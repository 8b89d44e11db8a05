/**
 * Decides for each row, by looking at the portal, what must be written or why nothing
 * will be.
 */
@NullMarked
package io.groupbatch.importjob.plan;

import org.jspecify.annotations.NullMarked;
