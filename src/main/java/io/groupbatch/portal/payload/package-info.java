/**
 * The groups and people of the API's answers, and how their JSON is read.
 */
@NullMarked
package io.groupbatch.portal.payload;

import org.jspecify.annotations.NullMarked;
