package io.groupbatch.broken.cli;

import io.groupbatch.broken.importjob.KnowsAStage;

public class KnowsTheJob {

	Class<?> known = KnowsAStage.class;

}
