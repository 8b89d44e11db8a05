/**
 * Standard output, standard error and the progress bar.
 */
@NullMarked
package io.groupbatch.cli.console;

import org.jspecify.annotations.NullMarked;
