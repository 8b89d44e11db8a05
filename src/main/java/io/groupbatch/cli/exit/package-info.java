/**
 * Exit codes, and the exceptions and messages that lead to them.
 */
@NullMarked
package io.groupbatch.cli.exit;

import org.jspecify.annotations.NullMarked;
