/**
 * The options of an import, of sending and of a shared page, as the steps take them.
 */
@NullMarked
package io.groupbatch.importjob.options;

import org.jspecify.annotations.NullMarked;
