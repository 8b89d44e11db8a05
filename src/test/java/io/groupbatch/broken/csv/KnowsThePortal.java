package io.groupbatch.broken.csv;

import io.groupbatch.broken.portal.KnowsCsv;

public class KnowsThePortal {

	Class<?> known = KnowsCsv.class;

}
