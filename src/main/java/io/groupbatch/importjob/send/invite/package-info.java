/**
 * Invites the people of a run whom the portal does not know, before any of its requests
 * is sent.
 */
@NullMarked
package io.groupbatch.importjob.send.invite;

import org.jspecify.annotations.NullMarked;
