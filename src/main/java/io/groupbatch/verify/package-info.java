/**
 * Says where the portal differs from a file.
 * <p>
 * Why not by the plan of an import: a plan begins at the portal as it is, and rows that
 * rename or create would be refused once they are done. Here the rows are followed by
 * themselves to the state that they end in, and that is compared with the whole portal,
 * read as for an export. What the cells of a row say is read as an import reads it, with
 * {@link io.groupbatch.importjob.row.RowParser}; what follows from it is not.
 */
@NullMarked
package io.groupbatch.verify;

import org.jspecify.annotations.NullMarked;
