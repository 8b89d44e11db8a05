@NullMarked
package io.groupbatch.broken.portal;

import org.jspecify.annotations.NullMarked;
