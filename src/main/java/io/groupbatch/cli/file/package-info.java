/**
 * Files and folders that the command line reads or writes itself.
 */
@NullMarked
package io.groupbatch.cli.file;

import org.jspecify.annotations.NullMarked;
