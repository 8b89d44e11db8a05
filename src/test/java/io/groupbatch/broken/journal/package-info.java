@NullMarked
package io.groupbatch.broken.journal;

import org.jspecify.annotations.NullMarked;
