/**
 * Facts about characters, and the hash of texts, that every part of the program has to
 * agree on. It depends on no other package.
 */
@NullMarked
package io.groupbatch.text;

import org.jspecify.annotations.NullMarked;
