/**
 * Finds what would stop a run, and says how to fix it.
 */
@NullMarked
package io.groupbatch.doctor;

import org.jspecify.annotations.NullMarked;
