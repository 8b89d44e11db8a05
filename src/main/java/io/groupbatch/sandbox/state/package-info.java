/**
 * The people, groups and memberships that a sandbox holds, and the current and stale
 * reads of them.
 */
@NullMarked
package io.groupbatch.sandbox.state;

import org.jspecify.annotations.NullMarked;
