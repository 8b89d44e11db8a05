/**
 * Starts and configures a sandbox: a small simulated portal on a loopback port, for a
 * first run and for tests. It shares no type with the client, so that a wrong idea of the
 * portal's JSON is not repeated on both sides, where every test would agree with it.
 */
@NullMarked
package io.groupbatch.sandbox;

import org.jspecify.annotations.NullMarked;
