/**
 * What a command leaves for those who watch over it: metrics and a log.
 */
@NullMarked
package io.groupbatch.cli.record;

import org.jspecify.annotations.NullMarked;
