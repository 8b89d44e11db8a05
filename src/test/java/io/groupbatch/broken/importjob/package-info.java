@NullMarked
package io.groupbatch.broken.importjob;

import org.jspecify.annotations.NullMarked;
