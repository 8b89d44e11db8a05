/**
 * The run as it stands, in H2: rows, requests, outcomes, and nothing of Batch or HTTP.
 * <p>
 * Why look-ups by a list of keys say {@code FROM UNNEST(?) wanted(key) LEFT JOIN}: H2
 * keeps the order of an outer join. Of an inner join it may read the table first, all of
 * it, once there are several runs in it (17 s instead of 1 ms for 1,000 names, measured).
 * And why nothing is deleted {@code WHERE key IN (SELECT … FROM UNNEST(?))}: H2 2.4.240
 * deletes nothing then.
 */
@NullMarked
package io.groupbatch.journal;

import org.jspecify.annotations.NullMarked;
