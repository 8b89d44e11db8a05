/**
 * Options that commands share, and converters of their values.
 */
@NullMarked
package io.groupbatch.cli.option;

import org.jspecify.annotations.NullMarked;
