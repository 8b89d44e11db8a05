/**
 * Builds the tree of commands, and turns what they throw into an exit code.
 */
@NullMarked
package io.groupbatch.cli;

import org.jspecify.annotations.NullMarked;
