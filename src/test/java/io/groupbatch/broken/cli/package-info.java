@NullMarked
package io.groupbatch.broken.cli;

import org.jspecify.annotations.NullMarked;
