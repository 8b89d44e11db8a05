/**
 * The portal's REST API as far as we need it: one client, typed requests, every answer a
 * value; and the directory of its users and groups.
 * <p>
 * Why an answer is a value: what an answer proves differs from row to row, and only the
 * caller knows what was at stake. Exceptions ({@link io.groupbatch.portal.PortalTrouble})
 * come from the directory alone, whose reads can be repeated and without which nothing
 * can go on.
 * <p>
 * Why the body is read before anything else happens to an answer: so that trouble on the
 * wire and trouble with the content can be told apart, and a connection goes back to the
 * pool at once.
 */
@NullMarked
package io.groupbatch.portal;

import org.jspecify.annotations.NullMarked;
