/**
 * Decides for each row, by looking at the portal, what must be written or why nothing
 * will be.
 * <p>
 * The plan goes through the file once, in its order, and not group by group, because what
 * a row comes to can depend on rows about other groups: a move on who is in both groups,
 * a delete on what became of every earlier row that puts people elsewhere, a name on the
 * request that gives it up.
 */
@NullMarked
package io.groupbatch.importjob.plan;

import org.jspecify.annotations.NullMarked;
