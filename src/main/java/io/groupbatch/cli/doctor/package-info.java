/**
 * The command {@code doctor} and its checks of this computer.
 */
@NullMarked
package io.groupbatch.cli.doctor;

import org.jspecify.annotations.NullMarked;
