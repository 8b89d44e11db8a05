package io.groupbatch.broken.importjob;

import org.springframework.stereotype.Component;

@Component
class IsABean {

}
