/**
 * What the columns and cells of a file of groups mean.
 */
@NullMarked
package io.groupbatch.csv.groups;

import org.jspecify.annotations.NullMarked;
