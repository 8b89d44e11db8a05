package io.groupbatch.broken.importjob.plan;

import io.groupbatch.broken.importjob.send.Sends;

public class KnowsSend {

	Class<?> known = Sends.class;

}
