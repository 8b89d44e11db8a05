/**
 * The client of the portal's REST API: one request, one answer, which is a value.
 * <p>
 * Why an answer is a value: what an answer proves differs from row to row, and only the
 * caller knows what was at stake.
 * <p>
 * Why the body is read before anything else happens to an answer: so that errors on the
 * wire and errors of the content can be told apart, and a connection goes back to the
 * pool at once.
 */
@NullMarked
package io.groupbatch.portal.http;

import org.jspecify.annotations.NullMarked;
