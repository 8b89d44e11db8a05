/**
 * What commands about a run share: the run that an argument means, the question, and the
 * way to the end.
 */
@NullMarked
package io.groupbatch.cli.run;

import org.jspecify.annotations.NullMarked;
