package io.groupbatch.broken.cli;

import io.groupbatch.broken.portal.KnowsCsv;

public class KnowsThePortal {

	Class<?> known = KnowsCsv.class;

}
