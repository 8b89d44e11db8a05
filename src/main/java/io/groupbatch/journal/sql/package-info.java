/**
 * The keys of rows, arrays, pages, and short forms of JDBC, for the stores only.
 */
@NullMarked
package io.groupbatch.journal.sql;

import org.jspecify.annotations.NullMarked;
