/**
 * The log of a sandbox: the requests it received, and what its writes really changed.
 * Tests compare with it what the program believes.
 */
@NullMarked
package io.groupbatch.sandbox.log;

import org.jspecify.annotations.NullMarked;
