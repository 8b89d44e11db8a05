/**
 * Requests that are sent: the heads of lanes, marks, doubts, results, and what others
 * have changed meanwhile.
 */
@NullMarked
package io.groupbatch.journal.send;

import org.jspecify.annotations.NullMarked;
