@NullMarked
package io.groupbatch.broken.sandbox;

import org.jspecify.annotations.NullMarked;
