/**
 * The run as it stands, in H2: rows, requests, outcomes, and nothing of Batch or HTTP.
 * <p>
 * Why look-ups by a list of keys begin with {@link io.groupbatch.journal.Sql#fromKeys}
 * stands there. And why nothing is deleted {@code WHERE key IN (SELECT … FROM
 * UNNEST(?))}: H2 2.4.240 deletes nothing then.
 */
@NullMarked
package io.groupbatch.journal;

import org.jspecify.annotations.NullMarked;
