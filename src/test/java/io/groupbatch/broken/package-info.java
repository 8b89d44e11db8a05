@NullMarked
package io.groupbatch.broken;

import org.jspecify.annotations.NullMarked;
