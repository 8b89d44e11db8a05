/**
 * Opens the state folder, starts Spring, shows progress, and handles signals.
 */
@NullMarked
package io.groupbatch.cli.launch;

import org.jspecify.annotations.NullMarked;
