/**
 * The order of the four stages, which run an import means, and what a row of its file
 * asks for.
 */
@NullMarked
package io.groupbatch.importjob;

import org.jspecify.annotations.NullMarked;
