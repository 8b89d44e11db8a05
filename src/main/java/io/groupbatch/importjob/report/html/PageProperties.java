package io.groupbatch.importjob.report.html;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the page that depend on how the program was started.
 *
 * @param commandOptions what commands about the same run need in addition to its number,
 * with a blank before; not for pages that are handed on
 */
@ConfigurationProperties("groupbatch.page")
public record PageProperties(@DefaultValue("") String commandOptions) {
}
