/**
 * Sends each kind of write and turns answers into results.
 */
@NullMarked
package io.groupbatch.importjob.send.write;

import org.jspecify.annotations.NullMarked;
