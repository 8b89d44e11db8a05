/**
 * Makes the planned requests, each marked before and recorded after, at the pace the
 * portal allows.
 */
@NullMarked
package io.groupbatch.importjob.send;

import org.jspecify.annotations.NullMarked;
