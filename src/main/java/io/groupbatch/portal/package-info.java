/**
 * The portal's REST API as far as we need it: one client, typed requests, every answer a
 * value.
 */
@NullMarked
package io.groupbatch.portal;

import org.jspecify.annotations.NullMarked;
