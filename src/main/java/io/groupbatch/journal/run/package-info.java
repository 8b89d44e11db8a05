/**
 * The runs of a state folder, their states, and what is known of their portals.
 */
@NullMarked
package io.groupbatch.journal.run;

import org.jspecify.annotations.NullMarked;
