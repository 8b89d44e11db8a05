/**
 * The page {@code report.html}: files, template, escaping.
 */
@NullMarked
package io.groupbatch.importjob.report.html;

import org.jspecify.annotations.NullMarked;
