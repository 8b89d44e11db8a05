package io.groupbatch.importjob;

import io.groupbatch.journal.run.Run;

/**
 * Counts the groups that the rows of a run are about, as all its reports do. Thread-safe.
 */
public interface GroupCounter {

	RunResult.Groups count(Run run);

}
