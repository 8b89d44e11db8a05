/**
 * The application service of imports: which run a command means, its plan, its approval,
 * its sending and its end, as methods that return values; and the order of the steps.
 */
@NullMarked
package io.groupbatch.importjob;

import org.jspecify.annotations.NullMarked;
