package io.groupbatch.broken.cli;

import io.groupbatch.broken.portal.ApiKey;

public class KnowsTheKey {

	Class<?> known = ApiKey.class;

}
