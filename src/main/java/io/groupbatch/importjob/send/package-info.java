/**
 * Makes the planned requests, each marked before and recorded after: the step, its queue,
 * its workers and its approval.
 */
@NullMarked
package io.groupbatch.importjob.send;

import org.jspecify.annotations.NullMarked;
