/**
 * A small pretend portal on a loopback port, for a first run and for tests.
 * <p>
 * Why it shares no type with the client: a mistake about the portal's JSON would then be
 * made on both sides, and every test would agree with it.
 */
@NullMarked
package io.groupbatch.sandbox;

import org.jspecify.annotations.NullMarked;
