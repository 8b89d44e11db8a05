/**
 * Works out the rows that take a run back, and says what cannot be.
 * <p>
 * Why rows of a file, and not requests: so they go the way of every import, with its
 * plan, question, guards, journal and report.
 */
@NullMarked
package io.groupbatch.undo;

import org.jspecify.annotations.NullMarked;
