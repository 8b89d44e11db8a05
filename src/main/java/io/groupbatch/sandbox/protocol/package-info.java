/**
 * The parts of the portal's protocol that all of the sandbox shares: answers, errors,
 * JSON, and the versions of the server.
 */
@NullMarked
package io.groupbatch.sandbox.protocol;

import org.jspecify.annotations.NullMarked;
