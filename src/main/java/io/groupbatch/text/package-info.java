/**
 * Facts about characters, the hash of texts, and what a number or percentage means: what
 * every part of the program has to agree on. It depends on no other package.
 */
@NullMarked
package io.groupbatch.text;

import org.jspecify.annotations.NullMarked;
