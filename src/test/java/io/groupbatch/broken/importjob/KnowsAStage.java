package io.groupbatch.broken.importjob;

import io.groupbatch.broken.importjob.send.Sends;

public class KnowsAStage {

	Class<?> known = Sends.class;

}
