@NullMarked
package io.groupbatch.broken.importjob.plan;

import org.jspecify.annotations.NullMarked;
