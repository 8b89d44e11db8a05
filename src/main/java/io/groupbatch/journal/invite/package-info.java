/**
 * The people whom a run invites to the portal, and what became of each invitation.
 */
@NullMarked
package io.groupbatch.journal.invite;

import org.jspecify.annotations.NullMarked;
