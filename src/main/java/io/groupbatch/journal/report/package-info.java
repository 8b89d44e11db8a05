/**
 * What reports read: rows, groups and numbers of a run.
 */
@NullMarked
package io.groupbatch.journal.report;

import org.jspecify.annotations.NullMarked;
