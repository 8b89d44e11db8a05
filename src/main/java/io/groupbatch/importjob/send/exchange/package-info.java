/**
 * One request and its decisive answer, and looks at groups.
 */
@NullMarked
package io.groupbatch.importjob.send.exchange;

import org.jspecify.annotations.NullMarked;
