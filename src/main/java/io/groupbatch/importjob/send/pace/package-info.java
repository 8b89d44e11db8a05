/**
 * How fast requests may be sent, and after how many errors sending ends.
 */
@NullMarked
package io.groupbatch.importjob.send.pace;

import org.jspecify.annotations.NullMarked;
