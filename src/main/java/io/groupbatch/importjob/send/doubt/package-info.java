/**
 * Requests whose answer was lost, until it is known what became of them.
 */
@NullMarked
package io.groupbatch.importjob.send.doubt;

import org.jspecify.annotations.NullMarked;
