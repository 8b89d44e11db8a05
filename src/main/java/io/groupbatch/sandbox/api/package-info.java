/**
 * The endpoints for groups and people: what each request may contain, and the JSON that
 * answers it.
 */
@NullMarked
package io.groupbatch.sandbox.api;

import org.jspecify.annotations.NullMarked;
