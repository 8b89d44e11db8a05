package io.groupbatch.broken.sandbox;

import io.groupbatch.broken.portal.KnowsCsv;

public class KnowsThePortal {

	Class<?> known = KnowsCsv.class;

}
