/**
 * What every Spring Batch job here needs: the parameter that names its run, the launcher,
 * the reconciliation after a crash, progress, and the orderly stop.
 */
@NullMarked
package io.groupbatch.batch;

import org.jspecify.annotations.NullMarked;
