/**
 * Time that cannot be set, and how far the computer's clock has moved away from it. It
 * depends on no other package.
 */
@NullMarked
package io.groupbatch.clock;

import org.jspecify.annotations.NullMarked;
