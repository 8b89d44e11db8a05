package io.groupbatch.verify;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;

import org.jspecify.annotations.Nullable;

/**
 * How a file is compared.
 *
 * @param output the folder of the list of differences; null while nothing is compared
 * @param exact whether what the portal has besides counts as well; null: when our export
 * wrote the file
 */
@ConfigurationProperties("groupbatch.verify")
public record VerifyOptions(@Nullable Path output, @Nullable Boolean exact) {
}
