package io.groupbatch.broken.journal;

import io.groupbatch.broken.portal.KnowsCsv;

public class KnowsThePortal {

	Class<?> known = KnowsCsv.class;

}
