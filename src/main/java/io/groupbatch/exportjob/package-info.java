/**
 * Pages through the portal and writes what is there: so far, the list of its people.
 */
@NullMarked
package io.groupbatch.exportjob;

import org.jspecify.annotations.NullMarked;
