/**
 * HTTP in and out: requests and their JSON bodies, routes, API keys, rate limits, the
 * state of the portal as a whole, and the answers.
 */
@NullMarked
package io.groupbatch.sandbox.http;

import org.jspecify.annotations.NullMarked;
