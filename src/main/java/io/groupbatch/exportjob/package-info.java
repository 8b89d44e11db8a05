/**
 * Pages through the portal and writes a CSV that {@code importjob} would accept, and the
 * list of people.
 */
@NullMarked
package io.groupbatch.exportjob;

import org.jspecify.annotations.NullMarked;
