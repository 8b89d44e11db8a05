/**
 * What a row of a file asks for, whom it means, and the sentences about rows.
 */
@NullMarked
package io.groupbatch.importjob.row;

import org.jspecify.annotations.NullMarked;
