@NullMarked
package io.groupbatch.broken.csv;

import org.jspecify.annotations.NullMarked;
