package io.groupbatch.review;

import io.groupbatch.text.Threshold;

import org.jspecify.annotations.Nullable;

/**
 * How many deletes, removals and invitations a run may send without a second
 * confirmation.
 *
 * @param maxDeletes of the portal's groups; null: the larger of ten and a tenth
 * @param maxRemovals of the members of any group; null: a fifth
 * @param maxInvites how many people it may invite
 */
public record GuardOptions(@Nullable Threshold maxDeletes, @Nullable Threshold maxRemovals, int maxInvites) {
}
