/**
 * One class for each command: its arguments, and which service it asks.
 */
@NullMarked
package io.groupbatch.cli.command;

import org.jspecify.annotations.NullMarked;
