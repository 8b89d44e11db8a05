/**
 * The file in which a user keeps defaults of options.
 */
@NullMarked
package io.groupbatch.cli.config;

import org.jspecify.annotations.NullMarked;
