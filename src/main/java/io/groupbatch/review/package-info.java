/**
 * Says what a planned run would change, what that costs, whether it is too much, and
 * whether the portal is still as it was.
 */
@NullMarked
package io.groupbatch.review;

import org.jspecify.annotations.NullMarked;
