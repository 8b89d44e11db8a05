/**
 * Starts Spring and hands the exit code to the shell.
 */
@NullMarked
package io.groupbatch;

import org.jspecify.annotations.NullMarked;
