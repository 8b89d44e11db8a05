/**
 * The groups, members, requests and people as the rows planned so far leave them.
 */
@NullMarked
package io.groupbatch.importjob.plan.state;

import org.jspecify.annotations.NullMarked;
