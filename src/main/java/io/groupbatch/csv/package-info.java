/**
 * Bytes to rows and back: encoding, separator, quotes, header names, line numbers.
 */
@NullMarked
package io.groupbatch.csv;

import org.jspecify.annotations.NullMarked;
