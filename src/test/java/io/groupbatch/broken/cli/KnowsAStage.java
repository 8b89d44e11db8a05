package io.groupbatch.broken.cli;

import io.groupbatch.broken.importjob.send.Sends;

public class KnowsAStage {

	Class<?> known = Sends.class;

}
