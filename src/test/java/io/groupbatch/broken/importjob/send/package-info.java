@NullMarked
package io.groupbatch.broken.importjob.send;

import org.jspecify.annotations.NullMarked;
