/**
 * Carries out the writes of groups step by step, and records what they changed. Each step
 * is a transaction of its own, as in the real portal.
 */
@NullMarked
package io.groupbatch.sandbox.write;

import org.jspecify.annotations.NullMarked;
