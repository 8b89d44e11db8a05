/**
 * The steps that read the portal's lists into the journal, for an export and for {@code
 * verify}.
 */
@NullMarked
package io.groupbatch.exportjob.read;

import org.jspecify.annotations.NullMarked;
