/**
 * The portal's people as a run saw them, and those of a file whom the portal does not
 * know.
 */
@NullMarked
package io.groupbatch.journal.people;

import org.jspecify.annotations.NullMarked;
