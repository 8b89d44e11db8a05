package io.groupbatch.broken.portal;

import io.groupbatch.broken.csv.KnowsThePortal;

public class KnowsCsv {

	Class<?> known = KnowsThePortal.class;

}
