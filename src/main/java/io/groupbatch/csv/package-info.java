/**
 * Bytes to rows and back: encoding, separator, quotes, line numbers, and what is wrong
 * with a file.
 */
@NullMarked
package io.groupbatch.csv;

import org.jspecify.annotations.NullMarked;
