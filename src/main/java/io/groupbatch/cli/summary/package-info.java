/**
 * The last lines of a command and {@code summary.json}.
 */
@NullMarked
package io.groupbatch.cli.summary;

import org.jspecify.annotations.NullMarked;
