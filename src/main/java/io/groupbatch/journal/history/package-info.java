/**
 * What ended runs did, for the audit record and for undo.
 */
@NullMarked
package io.groupbatch.journal.history;

import org.jspecify.annotations.NullMarked;
