/**
 * The directory of the portal's users and groups, read in whole lists, page by page.
 * <p>
 * Why exceptions ({@link io.groupbatch.portal.PortalException}) come from here alone:
 * these reads can be repeated, and without them nothing can go on.
 */
@NullMarked
package io.groupbatch.portal;

import org.jspecify.annotations.NullMarked;
