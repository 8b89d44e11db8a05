package io.groupbatch.sandbox;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A write that is allowed and not yet begun.
 *
 * @param groups the groups it works at, one that it makes included
 * @param steps looks at the rows as they are when the work begins; refuses the write, or
 * says what to do one after another
 * @param shown the group that the answer shows; null for none
 */
record Write(List<UUID> groups, Function<Work, List<Step>> steps, @Nullable UUID shown) {

}
