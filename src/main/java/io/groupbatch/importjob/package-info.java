/**
 * The order of the four stages, and which run an import means.
 */
@NullMarked
package io.groupbatch.importjob;

import org.jspecify.annotations.NullMarked;
