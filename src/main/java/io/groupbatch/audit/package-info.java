/**
 * Writes all runs as a hash-chained record, and checks such a record.
 * <p>
 * Why the lines of a run are kept when it ends, and not made when they are asked for: the
 * record has to say tomorrow what it says today, also when a doubt was settled since, or
 * the run's rows were purged.
 */
@NullMarked
package io.groupbatch.audit;

import org.jspecify.annotations.NullMarked;
