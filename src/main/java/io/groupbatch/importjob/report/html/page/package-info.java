/**
 * What the page {@code report.html} shows, part by part.
 */
@NullMarked
package io.groupbatch.importjob.report.html.page;

import org.jspecify.annotations.NullMarked;
