/**
 * The faults of a portal: which of them happens to which request, by a policy in code or
 * by chance from a faults file.
 */
@NullMarked
package io.groupbatch.sandbox.fault;

import org.jspecify.annotations.NullMarked;
