/**
 * The run as it stands, in H2: rows, requests, outcomes, and nothing of Batch or HTTP.
 */
@NullMarked
package io.groupbatch.journal;

import org.jspecify.annotations.NullMarked;
