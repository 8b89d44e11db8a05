/**
 * The CSV files of a report.
 */
@NullMarked
package io.groupbatch.importjob.report.csv;

import org.jspecify.annotations.NullMarked;
