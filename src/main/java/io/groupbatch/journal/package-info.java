/**
 * Opens, migrates, locks and purges the database file: the run as it stands, in H2, and
 * nothing of Batch or HTTP. The stores are in the packages below.
 * <p>
 * Why look-ups by a list of keys begin with
 * {@link io.groupbatch.journal.sql.Sql#fromKeys} stands there. And why nothing is deleted
 * {@code WHERE key IN (SELECT … FROM UNNEST(?))}: H2 2.4.240 deletes nothing then.
 * <p>
 * Why a group as it is now ({@code COALESCE(s.portal_id, g.portal_id)} of {@code
 * seen_group} and {@code known_group}) and a visible member are no views: with 300,000
 * groups of three runs, a page of a view in the order of {@code ref} took 3.9 s instead
 * of less than 0.1 s, as H2 does not read it by the index, and 200 groups or their
 * members by keys took four times as long or more.
 */
@NullMarked
package io.groupbatch.journal;

import org.jspecify.annotations.NullMarked;
