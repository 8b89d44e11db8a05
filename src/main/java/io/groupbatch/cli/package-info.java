/**
 * Turns arguments into one command, runs it, prints the summary, chooses the exit code.
 */
@NullMarked
package io.groupbatch.cli;

import org.jspecify.annotations.NullMarked;
