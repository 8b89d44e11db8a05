package io.groupbatch.review;

import io.groupbatch.text.Threshold;

import org.jspecify.annotations.Nullable;

/**
 * How much a run may take away unasked.
 *
 * @param maxDeletes of the portal's groups; null: the larger of ten and a tenth
 * @param maxRemovals of the members of any group; null: a fifth
 */
public record GuardOptions(@Nullable Threshold maxDeletes, @Nullable Threshold maxRemovals) {
}
