package io.groupbatch.importjob.plan;

import io.groupbatch.csv.Columns;
import io.groupbatch.csv.UserMap;

/**
 * What is known before the first row is planned.
 *
 * @param columns what the file's columns mean
 * @param people everybody on the portal, as far as the file is about them
 * @param users who is meant by a text of the file
 * @param lastDelete the last row of the file that deletes a group; 0 when there is none
 */
record Known(Columns columns, PeopleIndex people, UserMap users, long lastDelete) {
}
