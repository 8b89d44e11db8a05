/**
 * Reads the part of the portal that a file is about.
 */
@NullMarked
package io.groupbatch.importjob.plan.snapshot;

import org.jspecify.annotations.NullMarked;
