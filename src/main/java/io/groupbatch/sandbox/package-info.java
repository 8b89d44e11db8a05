/**
 * A small pretend portal on a loopback port, for a first run and for tests.
 */
@NullMarked
package io.groupbatch.sandbox;

import org.jspecify.annotations.NullMarked;
