package io.groupbatch.broken.importjob;

import org.springframework.stereotype.Component;

class HasABean {

	@Component
	static class Inner {

	}

}
