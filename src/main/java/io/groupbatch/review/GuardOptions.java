package io.groupbatch.review;

import org.jspecify.annotations.Nullable;

/**
 * How much a run may take away unasked, as {@code 20} or {@code 5%}.
 *
 * @param maxDeletes of the portal's groups; null: the larger of ten and a tenth
 * @param maxRemovals of the members of any group; null: a fifth
 */
public record GuardOptions(@Nullable String maxDeletes, @Nullable String maxRemovals) {
}
