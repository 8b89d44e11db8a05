/**
 * What an export has read.
 */
@NullMarked
package io.groupbatch.journal.export;

import org.jspecify.annotations.NullMarked;
