package io.groupbatch.broken.importjob;

import tools.jackson.databind.JsonNode;

public class ReadsJson {

	Class<?> known = JsonNode.class;

}
